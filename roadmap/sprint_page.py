"""The page of the sprint: the plan, and for a learner their run, its forms and the runs before it."""

import datetime
import math
from typing import Any

from django.forms import Form

from roadmap.models.own_sprint import OwnSprint
from roadmap.outline import Outline
from roadmap.sprint_forms import FinishForm, RestartForm, StartForm
from roadmap.sprint_plan import sprint_screen
from roadmap.sprint_run import RunView, first_days, past_runs, run_view


def sprint_page(
    outline: Outline, own: OwnSprint | None, today: datetime.date, **forms: Form
) -> dict[str, Any]:
    """Return what the template shows; `forms`: those that were refused. Without `own` it is a visitor's."""
    run = run_view(own, today) if own else None
    context: dict[str, Any] = {"section": "sprint", "today": today, "visitor": own is None, "run": run}
    context |= sprint_screen(outline, run) | {"hours_shown": outline.hours_shown}
    if own is None:
        return context
    terms, weekly = outline.marks.terms, outline.marks.weekly_hours
    offered = first_days(today, terms.week_starts_on)
    hours = context["plan"].hours
    return {
        **context,
        "past": past_runs(outline, own, today),
        "carried_over": run.carried_over(outline) if run else (),
        "offered": offered,
        "own_hours": weekly if weekly and terms.forecast_shown else 0,
        "own_weeks": math.ceil(hours / weekly) if weekly else 0,
        **_forms(run, offered[1], today),
        **forms,
    }


def _forms(run: RunView | None, next_week: datetime.date, today: datetime.date) -> dict[str, Form]:
    start = {"started_on": next_week}
    if run is None:
        return {"start_form": StartForm(initial=start, today=today)}
    named = {"run": run.run.id}
    return {
        "restart_form": RestartForm(initial=named | start, today=today),
        "finish_form": FinishForm(initial=named | {"summary": run.run.summary}),
    }
