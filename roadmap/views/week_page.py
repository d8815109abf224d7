"""What the page of this week is given, for those who show it and for those who change it."""

import datetime

from accounts.models import User
from roadmap.learner_weeks import LearnerWeeks
from roadmap.models.week_rows import week_rows
from roadmap.outline import Outline
from roadmap.week import week_screen
from roadmap.week_forms import WeekAddForm, WeekHoursForm
from roadmap.weeks import week_of


def weeks_for(user: User, outline: Outline, week: datetime.date | None = None) -> LearnerWeeks:
    """Read the learner's rows around `week` (None: the one under way)."""
    today = user.today()
    week = week or week_of(today, outline.marks.terms.week_starts_on)
    # A clock set back makes no week vanish.
    started = min(outline.marks.started_on or user.today(user.date_joined), today)
    return LearnerWeeks(outline, week_rows(user.pk, week), started)


def week_context(weeks: LearnerWeeks, today: datetime.date) -> dict[str, object]:
    """Return what the page shows, with its forms as nobody has filled them in."""
    return {
        "section": "today",
        "add_form": WeekAddForm(),
        "hours_form": WeekHoursForm(initial={"hours": f"{weeks.hours(weeks.rows.week):g}"}),
        **week_screen(weeks, today),
    }
