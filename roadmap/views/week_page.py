"""Whose weeks a request is about."""

import datetime

from accounts.models import User
from roadmap.learner_weeks import LearnerWeeks
from roadmap.models.week_rows import week_rows
from roadmap.outline import Outline
from roadmap.weeks import week_of


def weeks_for(user: User, outline: Outline, week: datetime.date | None = None) -> LearnerWeeks:
    """Read the learner's rows around `week` (None: the one under way)."""
    today = user.today()
    week = week or week_of(today, outline.marks.terms.week_starts_on)
    # A clock set back makes no week vanish.
    started = min(outline.marks.started_on or user.today(user.date_joined), today)
    return LearnerWeeks(user.pk, outline, week_rows(user.pk, week), started)
