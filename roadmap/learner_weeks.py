"""A learner's weeks: their hours, their plans, and what was done in them."""

import datetime
from functools import cached_property

from accounts.models import User
from roadmap.models import Enrollment
from roadmap.models.own_sprint import OwnWeek
from roadmap.models.week_rows import WeekRows, week_rows
from roadmap.outline import Line, Outline
from roadmap.recent import Recent
from roadmap.week_plan import Candidate, Part, plan
from roadmap.weeks import WEEK, study_days_left, week_of

LEAST = 1.0  # hours still to come of a skill that has taken its hours and is not done
CHAIN = 2  # so many weeks back begins what can be carried over
USUAL = Enrollment().weekly_hours


class LearnerWeeks:
    """Whose weeks: their trail, their rows around a week, and the day on which they began."""

    def __init__(self, user_id: int, outline: Outline, rows: WeekRows, started: datetime.date) -> None:
        self.user_id = user_id
        self.outline = outline
        self.rows = rows
        self.started = started
        self._plans: dict[tuple[datetime.date, int], tuple[Part, ...]] = {}

    @property
    def starts_on(self) -> int:
        """Return the ISO weekday on which weeks begin."""
        return self.outline.marks.terms.week_starts_on

    def number(self, week: datetime.date) -> int:
        """Return how many weeks `week` is into the trail, the first being 1."""
        return max((week - week_of(self.started, self.starts_on)).days // 7, 0) + 1

    def has(self, week: datetime.date) -> bool:
        """Return whether they had begun by the end of `week`."""
        return week + WEEK > self.started

    def hours(self, week: datetime.date) -> float:
        """Return the hours of `week`: those set for it alone, else the usual ones."""
        own = self.rows.of(week).hours
        return self.usual_hours(week) if own is None else own

    def usual_hours(self, week: datetime.date) -> float:
        """Return the weekly hours, less the days of study that a break takes, in halves."""
        marks = self.outline.marks
        weekly = USUAL if marks.weekly_hours is None else marks.weekly_hours
        days = marks.terms.study_days or tuple(range(1, 8))
        left = study_days_left(week, week, days, [planned.days for planned in self.rows.breaks])
        return round(weekly * left / len(days) * 2) / 2

    def on_break(self, week: datetime.date) -> bool:
        """Return whether a break takes all of `week` that would have been for study."""
        return bool(self.rows.breaks) and not self.usual_hours(week) and self.outline.marks.weekly_hours != 0

    def candidates(self, week: datetime.date) -> tuple[Candidate, ...]:
        """Return what could be done in `week`, in the order of the trail, as it stood when the week began."""
        spent = self.rows.spent(week)
        return tuple(
            one._replace(left=_left(one.left, spent[one.id])) if one.id in spent else one
            for one, done_on in self._road
            if done_on is None or done_on >= week
        )

    @cached_property
    def _road(self) -> list[tuple[Candidate, datetime.date | None]]:
        """Every skill that is neither skipped nor left out, with all of its hours and the day it was done."""
        stages = {phase.slug: phase.number for phase in self.outline.catalogue.phases}
        return [
            (
                Candidate(pk, skill.kind, skill.hours, skill.comes_after, stages.get(skill.phase_slug, 0)),
                done_on if state == "done" else None,
            )
            for pk, (skill, state, done_on, _, _, counts, _) in self.outline.lines.items()
            if counts and state != "skipped"
        ]

    def plan(self, week: datetime.date, chain: int = CHAIN) -> tuple[Part, ...]:
        """Return the plan of `week`; what is carried over comes from the plans of the weeks before."""
        if not self.has(week):
            return ()
        if (week, chain) not in self._plans:
            carried = {part.id for part in self.plan(week - WEEK, chain - 1)} if chain else set()
            picks = self.rows.picked(week)
            self._plans[week, chain] = plan(self.candidates(week), self.hours(week), picks, carried)
        return self._plans[week, chain]

    def would_hold(self, pk: int) -> bool:
        """Return whether the skill `pk` would stand in this week without a word from the learner."""
        week = self.rows.week
        carried = {part.id for part in self.last_plan(week)}
        picks = {skill: pick for skill, pick in self.rows.picked(week).items() if skill != pk}
        return any(part.id == pk for part in plan(self.candidates(week), self.hours(week), picks, carried))

    def last_plan(self, week: datetime.date) -> tuple[Part, ...]:
        """Return the plan of the week before `week`, from which things were carried over."""
        return self.plan(week - WEEK, CHAIN - 1)

    def unreviewed(self) -> bool:
        """Return whether the week before that of the rows is ready to look back on, and was not yet."""
        week = self.rows.week - WEEK
        own = self.rows.of(week)
        planned = self.rows.picked(week) or own.hours is not None
        return _ready(
            self.outline, self.started, week, own.reviewed, bool(self.rows.minutes(week) or planned)
        )

    def last_line(self, week: datetime.date) -> str:
        """Return what the learner wrote to themselves last, before `week`."""
        lines = (own.line for day, own in sorted(self.rows.own.items(), reverse=True) if day < week)
        return next(filter(None, lines), "")


_weeks = Recent[LearnerWeeks](100)  # with the plans that were worked out for them


def weeks_for(
    user: User,
    outline: Outline,
    week: datetime.date | None = None,
    *,
    today: datetime.date | None = None,
    begun_too: bool = False,
) -> LearnerWeeks:
    """Read the learner's rows around `week` (None: the one under way) on the day `today` (None: theirs).

    `begun_too`: also the days on which skills were begun.
    """
    today = today or user.today()
    rows = week_rows(user.pk, week or week_of(today, outline.marks.terms.week_starts_on), begun_too=begun_too)
    started = outline.begun(user, today)
    # The outline is the same object while nothing in it changed.
    made_from = (outline, rows.week, rows.fingerprint, started)
    return _weeks.get(user.pk, made_from, lambda: LearnerWeeks(user.pk, outline, rows, started))


def _left(hours: float, minutes: int) -> float:
    """Return what is to come of a skill's hours after so many minutes: in halves, and some in any case."""
    return max(round((hours - minutes / 60) * 2) / 2, min(hours, LEAST))


def done_in(outline: Outline, week: datetime.date) -> list[Line]:
    """Return the skills done in `week`, by day and then in the order of the trail."""
    lines = [*outline.lines.values(), *outline.off_roadmap]
    found = [(line.done_on, line) for line in lines if line.state == "done" and line.done_on]
    in_week = [(day, line) for day, line in found if week <= day < week + WEEK]
    return [line for _, line in sorted(in_week, key=lambda pair: pair[0])]


def last_week(outline: Outline, today: datetime.date) -> datetime.date:
    """Return the first day of the week before the one under way."""
    return week_of(today, outline.marks.terms.week_starts_on) - WEEK


def look_back(outline: Outline, own: OwnWeek, started: datetime.date, today: datetime.date) -> bool:
    """Return whether last week (`own`) is ready to look back on; for pages that need no other rows of it."""
    return _ready(outline, started, last_week(outline, today), own.reviewed, own.used)


def _ready(outline: Outline, started: datetime.date, week: datetime.date, reviewed: bool, used: bool) -> bool:
    """Return whether something happened in `week` that has not been looked back on."""
    return week + WEEK > started and not reviewed and (used or bool(done_in(outline, week)))
