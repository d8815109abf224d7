"""Coding problems: listed as they are solved, changed, done again, deleted, and all of that undone."""

import datetime
import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from roadmap.models import DayIsFull, Problem, SkillProgress, StudySession
from roadmap.outline import outline_for
from roadmap.practice.counted import raised
from roadmap.practice.screen import practice_screen
from roadmap.problem_forms import ProblemForm, RedoForm
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.origin import origin, origin_path
from roadmap.views.refused import refused

KIND = "problem"
AGAIN = datetime.timedelta(7)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def practice(request: LearnerRequest) -> HttpResponse:
    """Show what is solved and what comes back, or list a problem."""
    today = request.user.today()
    if request.method != "POST":
        screen = practice_screen(
            request.user, outline_for(request.user.pk), today, request.GET.get("page", "")
        )
        context = screen | {"form": ProblemForm(today=today)}
        return TemplateResponse(request, "roadmap/practice/practice.html", context)
    form = ProblemForm(request.POST, today=today)
    if not form.is_valid():
        return _refused(request, form)
    row = Problem(pk=form.cleaned_data["problem"], user=request.user, **form.values)
    try:
        added, logged = _add(row, log=form.cleaned_data["log"])
    except DayIsFull as error:
        form.full(error.left)
        return _refused(request, form)
    if not added:
        return _answer(request, f"{row.title} is in your list already.")
    _raise_counts(request)
    changes = [RowChange(str(row.pk), None, row.fields)]
    time = f" and {row.minutes} minutes logged" if logged else ""
    return _answer(request, f"{row.title} listed{time}.", row_token(request.user.pk, KIND, changes))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def problem(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one problem to change it; save or delete it."""
    row = get_object_or_404(Problem, user=request.user, pk=pk)
    was, today = row.fields, request.user.today()
    if request.POST.get("do") == "delete":
        row.delete()
        undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, None)])
        return _answer(request, f"{row.title} is off your list.", undo)
    if request.method != "POST":
        initial = was | {"how": "alone" if row.alone else "help", "problem": row.pk}
        return _one(request, row, ProblemForm(initial=initial, today=today))
    form = ProblemForm(request.POST, today=today)
    if not form.is_valid():
        return _one(request, row, form, status=422)
    values = form.values
    if not form.cleaned_data["redo"]:
        values["redo_on"] = row.redo_on
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, row.fields)])
    return _answer(request, f"Saved: {row.title}.", undo)


@require_POST
def problem_redo(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Note how it went the second time: alone, it is settled; with help, it comes back in a week."""
    row = get_object_or_404(Problem, user=request.user, pk=pk)
    form = RedoForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    was, today = row.fields, request.user.today()
    row.alone = form.cleaned_data["how"] == "alone"
    row.redo_on = None if row.alone else today + AGAIN
    row.save(update_fields=["alone", "redo_on"])
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, row.fields)])
    said = f"{row.title} is settled." if row.alone else f"{row.title} comes back in a week."
    return _answer(request, said, undo)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says. Minutes that were logged stay: the log has its own Undo."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return _answer(request, "This can no longer be undone. Change your list by hand.")
    done = Problem.objects.put_back(request.user, change.id, change.was, change.became)
    said = "Undone: your list is as it was." if done else "This problem changed again since, so it stays."
    return _answer(request, said)


@transaction.atomic
def _add(row: Problem, *, log: bool) -> tuple[bool, bool]:
    """Save a problem and its minutes, both or neither; say what of it is new. Raises DayIsFull."""
    if not Problem.objects.add(row):
        return False, False
    if not (log and row.minutes):
        return True, False
    session = StudySession(
        pk=row.pk, user=row.user, day=row.solved_on, minutes=row.minutes, kind="practice", note=row.title
    )
    return True, StudySession.objects.add(session)


def _raise_counts(request: LearnerRequest) -> None:
    outline = outline_for(request.user.pk)
    listed = Problem.objects.filter(user=request.user).count()
    if marks := raised(outline, listed):
        rows = [(pk, mark.state, mark.done_on, mark.count) for pk, mark in marks.items()]
        SkillProgress.objects.put_all(request.user.pk, rows)


def _one(request: LearnerRequest, row: Problem, form: ProblemForm, status: int = 200) -> HttpResponse:
    context = {"section": "projects", "problem": row, "form": form}
    return TemplateResponse(request, "roadmap/practice/problem.html", context, status=status)


def _answer(request: LearnerRequest, said: str, undo: str = "") -> HttpResponse:
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        return HttpResponseRedirect(origin_path(request) or reverse("roadmap:practice"), status=303)
    match = origin(request)
    context: dict[str, Any] = {"said": said, "undo": undo, "oob": True}
    if not match or match.view_name != "roadmap:practice":
        return TemplateResponse(request, "roadmap/updates/said.html", context)
    today = request.user.today()
    screen = practice_screen(request.user, outline_for(request.user.pk), today)
    context |= screen | {"form": ProblemForm(today=today)}
    return TemplateResponse(request, "roadmap/updates/practice.html", context)


def _refused(request: LearnerRequest, form: ProblemForm) -> HttpResponse:
    if request.htmx:
        context = {"form": form, "oob": True}
        return TemplateResponse(request, "roadmap/practice/_problem_form.html", context, status=422)
    screen = practice_screen(request.user, outline_for(request.user.pk), request.user.today())
    context = screen | {"form": form}
    return TemplateResponse(request, "roadmap/practice/practice.html", context, status=422)
