"""A learner's run of the sprint: begun, put off, begun anew, stopped, finished, and all of that undone."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.http import LearnerRequest
from roadmap.days import long_day
from roadmap.models import SprintRun
from roadmap.models.own_sprint import own_sprint
from roadmap.models.runs import SHIFT, AlreadyRunning
from roadmap.outline import outline_for
from roadmap.sprint_forms import YEAR, FinishForm, RestartForm, RunForm, ShiftForm, StartForm
from roadmap.sprint_page import sprint_page
from roadmap.undo import StaleUndo
from roadmap.undo_rows import Fields, RowChange, read_rows, row_token
from roadmap.views.refused import refused

KIND = "sprint"
CHANGED = "Nothing was changed: your sprint is no longer as this page showed it."


@require_POST
def sprint_run(request: LearnerRequest) -> HttpResponse:
    """Do what `do` says; each names the run that it means, so that a repeat is harmless."""
    verbs: Mapping[str, Callable[[LearnerRequest], HttpResponse]] = {
        "start": _start,
        "shift": _shift,
        "restart": _restart,
        "stop": _stop,
        "finish": _finish,
    }
    verb = verbs.get(request.POST.get("do", ""))
    if verb is None:
        return _answer(request, "Nothing was changed: choose what to do with your sprint.")
    return verb(request)


def _start(request: LearnerRequest) -> HttpResponse:
    form = StartForm(request.POST, today=request.user.today())
    if not form.is_valid():
        return _refused(request, start_form=form)
    started_on = form.cleaned_data["started_on"]
    try:
        run = SprintRun.objects.start(request.user, started_on)
    except AlreadyRunning as error:
        begun = error.run.started_on
        if begun == started_on:
            return _answer(request, f"Your sprint begins on {long_day(begun)}.")
        return _answer(
            request,
            f"You run a sprint already; its first day is {long_day(begun)}. Nothing was changed.",
        )
    undo = _undo(request, [RowChange(str(run.pk), None, _state(started_on=started_on))])
    return _answer(request, f"Your sprint begins on {long_day(started_on)}.", undo)


def _shift(request: LearnerRequest) -> HttpResponse:
    form = ShiftForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    run_id, was = form.cleaned_data["run"], form.cleaned_data["started_on"]
    if was > request.user.today() + YEAR - SHIFT:
        return _answer(request, "Your sprint begins a year from now. Come nearer before you put it off.")
    if not SprintRun.objects.shift(request.user, run_id, was):
        return _answer(request, CHANGED)
    row = SprintRun.objects.get(user=request.user, pk=run_id)
    before = {"started_on": was.isoformat(), "shifted_weeks": row.shifted_weeks - 1}
    after = _state(started_on=was + SHIFT, shifted_weeks=row.shifted_weeks)
    undo = _undo(request, [RowChange(str(run_id), before, after)])
    return _answer(request, "Put off by a week: every week and milestone moved along.", undo)


def _restart(request: LearnerRequest) -> HttpResponse:
    today = request.user.today()
    form = RestartForm(request.POST, today=today)
    if not form.is_valid():
        return _refused(request, restart_form=form)
    started_on, old = form.cleaned_data["started_on"], form.cleaned_data["run"]
    run = SprintRun.objects.restart(request.user, old, started_on, today)
    if run is None:
        return _answer(request, CHANGED)
    changes = [
        RowChange(str(run.pk), None, _state(started_on=started_on)),
        RowChange(
            str(old),
            {"ending": "running", "ended_on": None},
            {"ending": "restarted", "ended_on": today.isoformat()},
        ),
    ]
    said = f"Your sprint begins anew on {long_day(started_on)}. What you ticked stays ticked."
    return _answer(request, said, _undo(request, changes))


def _stop(request: LearnerRequest) -> HttpResponse:
    form = RunForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    return _end(request, form.cleaned_data["run"], "stopped", "Stopped. What you ticked stays ticked.")


def _finish(request: LearnerRequest) -> HttpResponse:
    form = FinishForm(request.POST)
    if not form.is_valid():
        return _refused(request, finish_form=form)
    said = "Finished. Your sprint stands with the others below."
    return _end(request, form.cleaned_data["run"], "finished", said, summary=form.cleaned_data["summary"])


def _end(request: LearnerRequest, run_id: Any, ending: str, said: str, **fields: str) -> HttpResponse:
    today = request.user.today()
    if not SprintRun.objects.end(request.user, run_id, ending, today, **fields):
        return _answer(request, CHANGED)
    change = RowChange(
        str(run_id),
        {"ending": "running", "ended_on": None},
        {"ending": ending, "ended_on": today.isoformat()},
    )
    return _answer(request, said, _undo(request, [change]))


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says."""
    try:
        changes = read_rows(request.user.pk, token)
    except StaleUndo:
        return _answer(request, "This can no longer be undone. Set your sprint as you want it by hand.")
    rows = [(change.id, change.was, change.became or {}) for change in changes]
    if not SprintRun.objects.put_back(request.user, rows):
        return _answer(request, "Your sprint changed again since, so nothing was undone.")
    return _answer(request, "Undone: your sprint is as it was.")


def _state(**fields: Any) -> Fields:
    """Return the fields of a run under way, as JSON."""
    return {"ending": "running"} | {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in fields.items()
    }


def _undo(request: LearnerRequest, changes: list[RowChange]) -> str:
    return row_token(request.user.pk, KIND, changes)


def _answer(request: LearnerRequest, said: str, undo: str = "") -> HttpResponse:
    """Say it on the sprint's page, all of whose dates may have moved."""
    messages.success(request, said, extra_tags=undo)
    path = reverse("roadmap:sprint")
    return HttpResponseClientRedirect(path) if request.htmx else HttpResponseRedirect(path, status=303)


def _refused(request: LearnerRequest, **forms: Form) -> HttpResponse:
    outline, own = outline_for(request.user.pk), own_sprint(request.user.pk)
    is_shown = (own.running is None) == ("start_form" in forms)
    if request.htmx or not is_shown:
        return refused(request, next(iter(forms.values())))
    context = sprint_page(outline, own, request.user.today(), **forms)
    return TemplateResponse(request, "roadmap/sprint.html", context, status=422)
