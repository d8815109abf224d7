"""What an application begins with, and what a move brings with it, whoever asks: a page or a script."""

import datetime
from typing import Any

from accounts.models import User
from career.applications.forms import NewApplicationForm
from career.applications.stages import Stages
from career.models import Application, StageItem
from career.next_action import after_move


def begun(
    form: NewApplicationForm, user: User, stages: Stages, today: datetime.date, **more: Any
) -> Application:
    """Return the new application of a valid form, not saved yet."""
    stage = stages.named(form.cleaned_data["stage"])
    day = form.cleaned_data["on"] or today
    step, on = after_move(stage.means, day)
    row = Application(user=user, stage=stage.key, stage_on=day, **form.columns, **more)
    row.next_step, row.next_on = step, on
    row.heard_on = None if stage.means == "saved" else day
    return row


def plan_after(to: StageItem, day: datetime.date) -> dict[str, object]:
    """Return the columns that a move to a stage on a day sets: what comes next, and what it starts anew."""
    step, on = after_move(to.means, day)
    plan: dict[str, object] = {"next_step": step, "next_on": on}
    if to.means == "applied":
        plan["follow_ups"] = 0
    if to.means != "saved":
        plan["heard_on"] = day
    return plan
