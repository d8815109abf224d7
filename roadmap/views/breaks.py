"""Time off: planned, changed, deleted, and all of that undone."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from roadmap.break_forms import BreakForm
from roadmap.days import near_day, span
from roadmap.models import Break, BreakOverlaps
from roadmap.time_off import time_off
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.origin import origin, origin_path

KIND = "break"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def breaks(request: LearnerRequest) -> HttpResponse:
    """List the breaks, or plan another."""
    today = request.user.today()
    if request.method != "POST":
        return TemplateResponse(
            request, "roadmap/breaks.html", _screen(request) | {"form": BreakForm(today=today)}
        )
    form = BreakForm(request.POST, today=today)
    planned = Break(user=request.user)
    if not _put(form, planned):
        return _refused(request, form, "roadmap/breaks.html")
    undo = row_token(request.user.pk, KIND, [RowChange(str(planned.pk), None, planned.fields)])
    return _answer(request, f"Break planned: {_dates(request, planned)}.", undo)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def one_break(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one break to change it; save or delete it."""
    planned = get_object_or_404(Break, user=request.user, pk=pk)
    today, was = request.user.today(), planned.fields
    if request.method != "POST":
        form = BreakForm(initial=was, today=today)
        return TemplateResponse(
            request, "roadmap/break.html", {"section": "settings", "off": planned, "form": form}
        )
    if request.POST.get("do") == "delete":
        planned.delete()
        undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, None)])
        return _answer(request, f"Break deleted: {_dates(request, planned)}.", undo)
    form = BreakForm(request.POST, today=today)
    if not _put(form, planned):
        return _refused(request, form, "roadmap/break.html", off=planned)
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, planned.fields)])
    return _answer(request, f"Break saved: {_dates(request, planned)}.", undo)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says."""
    try:
        (change,) = read_rows(request.user.pk, token)
        done = Break.objects.put_back(request.user, change.id, change.was, change.became)
    except StaleUndo:
        return _answer(request, "This can no longer be undone. Set the dates you want by hand.")
    except BreakOverlaps:
        return _answer(request, "Another break has these days by now, so nothing was undone.")
    return _answer(
        request,
        "Undone: your breaks are as they were." if done else "This break changed again since, so it stays.",
    )


def _put(form: BreakForm, planned: Break) -> bool:
    """Save `planned` with what the form says; return whether that made sense. A repeat does."""
    if not form.is_valid():
        return False
    for name, value in form.cleaned_data.items():
        setattr(planned, name, value)
    try:
        Break.objects.put(planned)
    except BreakOverlaps as error:
        if planned._state.adding and error.other.fields == planned.fields:
            planned.pk = error.other.pk
            return True
        form.overlaps(error.other)
        return False
    return True


def _screen(request: LearnerRequest) -> dict[str, Any]:
    today = request.user.today()
    return {"section": "settings", **time_off(Break.objects.filter(user=request.user), today)}


def _dates(request: LearnerRequest, off: Break) -> str:
    today = request.user.today()
    return near_day(off.starts_on, today) if off.days == 1 else span(off.starts_on, off.ends_on, today)


def _answer(request: LearnerRequest, said: str, undo: str = "") -> HttpResponse:
    """Say it: to htmx with the list, where that is the page, else after a way back."""
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        return HttpResponseRedirect(origin_path(request) or reverse("roadmap:breaks"), status=303)
    match = origin(request)
    context = {"said": said, "undo": undo, "oob": True}
    if not match or match.view_name != "roadmap:breaks":
        return TemplateResponse(request, "roadmap/updates/said.html", context)
    form = BreakForm(today=request.user.today())
    return TemplateResponse(
        request, "roadmap/updates/breaks.html", context | _screen(request) | {"form": form}
    )


def _refused(request: LearnerRequest, form: BreakForm, template: str, **context: Any) -> HttpResponse:
    if request.htmx:
        context |= {"form": form, "oob": True}
        return TemplateResponse(request, "roadmap/_break_form.html", context, status=422)
    context |= _screen(request) | {"form": form}
    return TemplateResponse(request, template, context, status=422)
