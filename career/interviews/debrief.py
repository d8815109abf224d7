"""A round looked back on: what was asked goes to the log, what was weak to the review."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from django.db import transaction

from career.interviews.after import THANK_YOU, thank_you_by
from career.models import CLOSED, Application, AskedQuestion, Interview, Stage
from roadmap.review.refresh import refresh


class TooMany(Exception):
    """A learner would have more than `AskedQuestion.MOST` questions in the log."""


class Debriefed(NamedTuple):
    """How many questions are new in the log, how many cards are due for it, and a thank-you's last day."""

    questions: int
    due: int
    thanks_by: datetime.date | None


@transaction.atomic
def save(row: Interview, data: Mapping[str, Any], weak: Collection[int], now: datetime.datetime) -> Debriefed:
    """Write what a learner says about a round; `weak` are ids of skills. Raises TooMany.

    Only skills that were not named before go to the review: a repeat changes nothing.
    """
    user, today = row.user, row.user.today(now)
    lines: list[str] = data["asked"]
    if lines and user.asked_questions.count() + len(lines) > AskedQuestion.MOST:
        raise TooMany
    held_on = user.today(row.starts_at) if row.starts_at else today
    is_first = row.debriefed_at is None
    row.went_well, row.weak_spot, row.outcome = data["went_well"], data["weak_spot"], data["outcome"]
    row.debriefed_at, row.changed_at = row.debriefed_at or now, now
    row.save(update_fields=["went_well", "weak_spot", "outcome", "debriefed_at", "changed_at"])
    questions = AskedQuestion.objects.log(row, lines, min(held_on, today))
    due = bring_back(row, weak, today)
    return Debriefed(questions, due, _thank(row, held_on, today) if is_first else None)


def bring_back(row: Interview, weak: Collection[int], today: datetime.date) -> int:
    """Note the weak skills (ids), and ask of those not named before; return how many cards are due then."""
    before = set(row.weak_skills.values_list("pk", flat=True))
    row.weak_skills.set(list(weak))
    return refresh(row.user_id, set(weak) - before, today)


def _thank(row: Interview, held_on: datetime.date, today: datetime.date) -> datetime.date | None:
    """Make a thank-you the next action, if it is still time, none is set and the application is open."""
    by = thank_you_by(held_on, today)
    if by is None or row.canceled or row.application is None:
        return None
    means = {stage.key: stage.means for stage in Stage.objects.of(row.user)}
    if means.get(row.application.stage) in CLOSED:
        return None
    free = Application.objects.filter(pk=row.application.pk, next_step="", next_on=None)
    return by if free.update(next_step=THANK_YOU, next_on=by) else None
