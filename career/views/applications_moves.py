"""Moves from stage to stage, and the days they happened on."""

import datetime
import uuid

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.applications.forms import MoveDayForm, MoveForm
from career.applications.moves import plan_after
from career.applications.page import application_of, application_screen
from career.applications.stages import Stages
from career.models import Application
from career.models.applications import WayRefused
from career.views.applications_answer import changed, refused
from career.views.applications_undo import undo_token
from roadmap.days import named_day


@require_POST
def application_stage(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Move it from the stage that the page showed (`was`) to another, today or `on` another day.

    What has been moved elsewhere since stays there: the answer says where it is.
    """
    row = application_of(request.user, pk)
    today = request.user.today()
    stages = Stages.of(request.user)
    form = MoveForm(request.POST, stages=stages, today=today)
    if not form.is_valid():
        return refused(request, row, str(next(iter(form.errors.values()))[0]))
    to, day = stages.named(form.cleaned_data["stage"]), form.cleaned_data["on"] or today
    was = form.cleaned_data["was"] or row.stage
    if row.stage == to.key:
        return changed(request, row, f"{row.company} is in {to.name} already.")
    if row.stage == was and day < row.stage_on:
        return refused(request, row, _too_early(row, stages, today))
    before = row.planned | {"stage": row.stage, "stage_on": row.stage_on}
    plan = plan_after(to, day)
    change = Application.everything.move(row, was=was, to=to.key, on=day, plan=plan)
    if change is None:
        row = application_of(request.user, pk)
        if row.stage == to.key:
            return changed(request, row, f"{row.company} is in {to.name} already.")
        return refused(request, row, _elsewhere(row, stages))
    after = before | plan | {"stage": to.key, "stage_on": day}
    undo = undo_token(request.user, row, before, after, change.pk)
    return changed(request, row, f"{row.company} is in {to.name}.", undo)


@require_POST
def application_move(request: LearnerRequest, pk: uuid.UUID, change: int) -> HttpResponse:
    """Correct the day of a move. Days never run backwards."""
    row = application_of(request.user, pk)
    today = request.user.today()
    form = MoveDayForm(request.POST, today=today, auto_id=f"move_{change}_%s")
    if form.is_valid():
        try:
            if not Application.everything.correct(row, change, form.cleaned_data["on"], today):
                raise Http404("There is no such move.")
        except WayRefused as error:
            first = f"between {named_day(error.earliest, today)} and " if error.earliest else "no later than "
            form.add_error(
                "on", f"The way never runs backwards: take a day {first}{named_day(error.latest, today)}."
            )
    if form.errors:
        screen = application_screen(request.user, row, today, day=(change, form))
        if all(step.change.pk != change for step in screen["steps"]):
            raise Http404("There is no such move.")
        return TemplateResponse(request, "career/applications/application.html", screen, status=422)
    return changed(request, row, "The date is corrected.")


def _too_early(row: Application, stages: Stages, today: datetime.date) -> str:
    where, since = stages.named(row.stage).name, named_day(row.stage_on, today)
    return f"It is in {where} since {since}: take that day or a later one."


def _elsewhere(row: Application, stages: Stages) -> str:
    where = stages.named(row.stage).name
    return f"Nothing changed: {row.company} was moved meanwhile and is in {where} now."
