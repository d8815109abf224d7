"""Whose weeks a request is about."""

import datetime

from accounts.models import User
from roadmap.learner_weeks import LearnerWeeks
from roadmap.models.week_rows import week_rows
from roadmap.outline import Outline
from roadmap.recent import Recent
from roadmap.weeks import week_of

_weeks = Recent[LearnerWeeks](100)  # with the plans that were worked out for them


def weeks_for(
    user: User, outline: Outline, week: datetime.date | None = None, *, begun_too: bool = False
) -> LearnerWeeks:
    """Read the learner's rows around `week` (None: the one under way).

    `begun_too`: also the days on which skills were begun.
    """
    today = user.today()
    week = week or week_of(today, outline.marks.terms.week_starts_on)
    # A clock set back makes no week vanish.
    started = min(outline.marks.started_on or user.today(user.date_joined), today)
    rows = week_rows(user.pk, week, begun_too=begun_too)
    # The outline is the same object while nothing in it changed.
    made_from = (outline, rows.week, rows.fingerprint, started)
    return _weeks.get(user.pk, made_from, lambda: LearnerWeeks(user.pk, outline, rows, started))
