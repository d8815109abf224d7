"""The next action of an application: done, put off until tomorrow, or changed."""

import datetime
import uuid
from collections.abc import Mapping

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from career.applications.forms import PlanForm
from career.applications.page import application_of, application_screen
from career.applications.stages import Stages
from career.models import Application
from career.next_action import Action, after_done, is_written
from career.views.applications_answer import changed, refused
from career.views.applications_undo import undo_token
from roadmap.days import named_day


@require_POST
def application_next(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Mark it done (`do=done`), move it to tomorrow (`do=tomorrow`), or set it with its day.

    `was` is the plan that the page showed: when there is another one by now, nothing is done to it.
    """
    row = application_of(request.user, pk)
    do = request.POST.get("do", "")
    if do not in ("done", "tomorrow"):
        return _set(request, row)
    if not row.next_step or request.POST.get("was", "").strip() != row.plan_mark:
        return changed(request, row, _now(row, request.user.today()))
    return _done(request, row) if do == "done" else _tomorrow(request, row)


def _done(request: LearnerRequest, row: Application) -> HttpResponse:
    today = request.user.today()
    means = Stages.of(request.user).named(row.stage).means
    action, follow_ups = after_done(row.next_step, means, row.follow_ups, today)
    became: dict[str, object] = {"next_step": action.step, "next_on": action.on, "follow_ups": follow_ups}
    became["heard_on"] = today if is_written(row.next_step) else row.heard_on
    said = f"Done: {row.next_step}."
    if action.step and action.on:
        said += f" Next: {action.step}, {named_day(action.on, today)}."
    elif follow_ups >= Application.FOLLOW_UPS:
        said += " Two follow-ups are enough: now it is theirs."
    return _planned(request, row, became, said)


def _tomorrow(request: LearnerRequest, row: Application) -> HttpResponse:
    tomorrow = request.user.today() + datetime.timedelta(days=1)
    became = row.planned | {"next_on": tomorrow}
    return _planned(request, row, became, f"{row.company}: {row.next_step}, tomorrow.")


def _set(request: LearnerRequest, row: Application) -> HttpResponse:
    today = request.user.today()
    form = PlanForm(request.POST, auto_id="plan_%s")
    if not form.is_valid():
        screen = application_screen(request.user, row, today, plan=form)
        return TemplateResponse(request, "career/applications/application.html", screen, status=422)
    action = Action(form.cleaned_data["next_step"], form.cleaned_data["next_on"])
    if action == (row.next_step, row.next_on):
        return changed(request, row, _now(row, today))
    became = row.planned | {"next_step": action.step, "next_on": action.on}
    row_after = Application(company=row.company, **became)
    return _planned(request, row, became, _now(row_after, today))


def _planned(
    request: LearnerRequest, row: Application, became: Mapping[str, object], said: str
) -> HttpResponse:
    if not Application.everything.plan(row, became):
        row = application_of(request.user, row.pk)
        return refused(request, row, f"Nothing changed. {_now(row, request.user.today())}")
    stands = {"stage": row.stage}
    undo = undo_token(request.user, row, row.planned | stands, {**became, **stands})
    return changed(request, row, said, undo)


def _now(row: Application, today: datetime.date) -> str:
    """Return what comes next, in a sentence."""
    if not row.next_step:
        return f"{row.company}: nothing is planned."
    day = f", {named_day(row.next_on, today)}" if row.next_on else ""
    return f"{row.company}: next is {row.next_step}{day}."
