"""Presence: what others can see, point by point."""

from typing import Any

from django.contrib import messages
from django.forms import Form
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
        return _changed(request, point, f"Open again: {point.title}.")
    day = request.user.today()
    PresencePoint.objects.get_or_create(user=request.user, key=key, defaults={"done_on": day})
    rows.filter(done_on=None).update(done_on=day)
    return _changed(request, point, f"Done: {point.title}.")


@require_POST
def presence_point(request: LearnerRequest, key: str) -> HttpResponse:
    """Save what shows a point."""
    point = _point(key)
    form = PointForm(request.POST, auto_id=f"{key}_%s")
    if not form.is_valid():
        return _page(request, point, form)
    PresencePoint.objects.update_or_create(user=request.user, key=key, defaults=form.cleaned_data)
    messages.success(request, f"Saved: {point.title}.")
    return go(request, f"{reverse('career:presence')}#{key}")


def _point(key: str) -> Point:
    if key not in POINTS:
        raise Http404("There is no such point.")
    return POINTS[key]


def _changed(request: LearnerRequest, point: Point, said: str) -> HttpResponse:
    if not request.htmx:
        messages.success(request, said)
        return go(request, f"{reverse('career:presence')}#{point.key}")
    context = _context(request)
    found = (pair for row in context["areas"] for pair in row["points"] if pair[0].point == point)
    view, form = next(found)
    context |= {"view": view, "form": form, "said": said, "oob": True}
    return TemplateResponse(request, "career/presence/updates/point.html", context)


def _page(
    request: LearnerRequest, refused: Point | None = None, form: PointForm | PointStateForm | None = None
) -> HttpResponse:
    """Show all points; the refused one with what was typed."""
    context = _context(request, refused, form) | {"refused": refused, "form": form}
    return TemplateResponse(request, "career/presence/presence.html", context, status=422 if form else 200)


def _context(
    request: LearnerRequest, refused: Point | None = None, form: Form | None = None
) -> dict[str, Any]:
    """Return the points by area, each with its form."""
    areas = checklist(request.user)
    rows: list[dict[str, Any]] = []
    for area in areas:
        views = []
        for view in area.points:
            mine = form if refused == view.point and isinstance(form, PointForm) else None
            initial = {"link": view.row.link, "note": view.row.note}
            views.append((view, mine or PointForm(initial=initial, auto_id=f"{view.point.key}_%s")))
        rows.append({"area": area, "points": views})
    return {
        "section": "career",
        "areas": rows,
        "done": sum(area.done for area in areas),
        "shown": sum(area.shown for area in areas),
        "total": len(POINTS),
    }
