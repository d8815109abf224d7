"""Presence: what others can see, point by point."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from career.models import PresencePoint
from career.presence.checklist import checklist
from career.presence.forms import PointForm, PointStateForm
from career.presence.points import POINTS, Point
from career.views.deletions import go


@require_safe
@never_cache
def presence(request: LearnerRequest) -> HttpResponse:
    return _page(request)


@require_POST
def presence_state(request: LearnerRequest, key: str) -> HttpResponse:
    """Tick a point, or open it again."""
    point = _point(key)
    form = PointStateForm(request.POST)
    if not form.is_valid():
        return _page(request, point, form)
    rows = PresencePoint.objects.filter(user=request.user, key=key)
    if form.cleaned_data["state"] == "open":
        rows.update(done_on=None)
        messages.success(request, f"Open again: {point.title}.")
    else:
        day = request.user.today()
        PresencePoint.objects.get_or_create(user=request.user, key=key, defaults={"done_on": day})
        rows.filter(done_on=None).update(done_on=day)
        messages.success(request, f"Done: {point.title}.")
    return _back(request, key)


@require_POST
def presence_point(request: LearnerRequest, key: str) -> HttpResponse:
    """Save what shows a point."""
    point = _point(key)
    form = PointForm(request.POST, auto_id=f"{key}_%s")
    if not form.is_valid():
        return _page(request, point, form)
    PresencePoint.objects.update_or_create(user=request.user, key=key, defaults=form.cleaned_data)
    messages.success(request, f"Saved: {point.title}.")
    return _back(request, key)


def _point(key: str) -> Point:
    if key not in POINTS:
        raise Http404("There is no such point.")
    return POINTS[key]


def _back(request: LearnerRequest, key: str) -> HttpResponse:
    return go(request, f"{reverse('career:presence')}#{key}")


def _page(
    request: LearnerRequest, refused: Point | None = None, form: PointForm | PointStateForm | None = None
) -> HttpResponse:
    """Show all points; the refused one with what was typed."""
    areas = checklist(request.user)
    rows: list[dict[str, Any]] = []
    for area in areas:
        views = []
        for view in area.points:
            mine = form if refused == view.point and isinstance(form, PointForm) else None
            initial = {"link": view.row.link, "note": view.row.note}
            views.append((view, mine or PointForm(initial=initial, auto_id=f"{view.point.key}_%s")))
        rows.append({"area": area, "points": views})
    context = {
        "section": "career",
        "areas": rows,
        "done": sum(area.done for area in areas),
        "shown": sum(area.shown for area in areas),
        "total": len(POINTS),
        "refused": refused,
        "form": form,
    }
    return TemplateResponse(request, "career/presence/presence.html", context, status=422 if form else 200)
