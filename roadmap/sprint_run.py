"""A learner's own run of the sprint: where they are in it, what was carried over, and runs of the past."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from roadmap.days import long_day, near_day, span
from roadmap.models.own_sprint import OwnSprint, Run
from roadmap.outline import Line, Outline
from roadmap.sprint_days import LENGTH, MILESTONES, WEEKS, SprintDays, sprint_days, week_of_day
from roadmap.weeks import DAY, WEEK, week_of


class CarriedOver(NamedTuple):
    """A skill of an earlier week that is still open."""

    line: Line
    week: int


class Mark(NamedTuple):
    """A day of the sprint on its scale, as a percentage of the width."""

    day: int
    at: str
    when: str


@dataclass(frozen=True)
class RunView:
    """`days`: its calendar, and `later` the one that it would have if it was put off by a week."""

    run: Run
    days: SprintDays
    later: SprintDays
    today: datetime.date

    @property
    def day(self) -> int:
        """Return which of the 90 days it is; 0 before the first."""
        return self.days.day_on(self.today)

    @property
    def week(self) -> int:
        """Return which of the 12 weeks it is; 0 before the first and after the last."""
        return week_of_day(self.day)

    @property
    def is_on(self) -> bool:
        """Whether it has begun and day 90 has not passed."""
        return self.days.first <= self.today <= self.days.last

    @property
    def is_over(self) -> bool:
        return self.today > self.days.last

    @property
    def place(self) -> str:
        """Return “Week 4 of 12, day 25”, or what there is to say before the first week or after the last."""
        if not self.day:
            return f"Begins on {self.starts}"
        if self.is_over:
            return "Its 90 days are over"
        return f"Week {self.week} of {WEEKS}, day {self.day}" if self.week else f"Day {self.day} of {LENGTH}"

    @property
    def starts(self) -> str:
        return long_day(self.days.first)

    @property
    def ends(self) -> str:
        return long_day(self.days.last)

    @property
    def back_on(self) -> str:
        """Return the day on which it goes on after the break that today lies in, in words, or nothing."""
        back = self.days.back_on(self.today)
        return long_day(back) if back else ""

    @property
    def filled(self) -> str:
        """Return how much of the days is behind, as a percentage."""
        return f"{100 * self.day / LENGTH:.2f}%"

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(Mark(day, f"{100 * day / LENGTH:.2f}%", self.due(day)) for day in MILESTONES)

    @property
    def next_milestone(self) -> tuple[int, str] | None:
        """Return which milestone, 1 to 3, comes next by date, and its day in words."""
        for number, day in enumerate(MILESTONES, 1):
            if self.days.date_of(day) >= self.today:
                return number, long_day(self.days.date_of(day))
        return None

    @property
    def shift_to(self) -> str:
        """Return the day on which it would end if it was put off by a week, in words."""
        return long_day(self.later.last)

    @property
    def end_dates(self) -> str:
        return span(*self.days.end, self.today)

    @property
    def first_date(self) -> str:
        return near_day(self.days.first, self.today)

    def week_dates(self, number: int) -> str:
        return span(*self.days.week(number), self.today)

    def weekday(self, number: int) -> str:
        """Return the weekday on which week 1 to 12 ends: “Sunday”."""
        return f"{self.days.week(number)[1]:%A}"

    def due(self, day: int) -> str:
        return near_day(self.days.date_of(day), self.today)

    def carried_over(self, outline: Outline) -> tuple[CarriedOver, ...]:
        """Return the skills of weeks that have passed which are still open, in order.

        What this week has anyway is not carried over to it.
        """
        found: dict[int, CarriedOver] = {}
        now = {s.id for week in outline.catalogue.weeks if week.number == self.week for s in week.skills}
        for week in outline.catalogue.weeks:
            if self.days.week(week.number)[1] < self.today:
                for skill in week.skills:
                    line = outline.line(skill)
                    waits = not (line.settled or line.covered or skill.retired)
                    if waits and skill.id not in now:
                        found.setdefault(skill.id, CarriedOver(line, week.number))
        return tuple(found.values())


@dataclass(frozen=True)
class PastRun:
    """An ended run: its dates, and what was done in its days."""

    run: Run
    skills: int
    milestones: int
    day: int
    today: datetime.date

    @cached_property
    def dates(self) -> str:
        ended_on = self.run.ended_on or self.today
        return span(min(self.run.begun_on, ended_on), ended_on, self.today)

    @property
    def how(self) -> str:
        return {"finished": "Finished", "stopped": "Stopped"}.get(self.run.ending, "Begun anew")


def run_view(own: OwnSprint, today: datetime.date) -> RunView | None:
    """Return the run under way, `today` being the learner's date."""
    if own.running is None:
        return None
    started_on, off = own.running.started_on, own.days_off
    return RunView(own.running, sprint_days(started_on, off), sprint_days(started_on + WEEK, off), today)


def past_runs(outline: Outline, own: OwnSprint, today: datetime.date) -> tuple[PastRun, ...]:
    """Return the ended runs, the latest first."""
    return tuple(past_run(outline, own, run, today) for run in own.past)


def past_run(outline: Outline, own: OwnSprint, run: Run, today: datetime.date) -> PastRun:
    """Count what was done from the first day of `run` to its last."""
    since, until = run.begun_on, run.ended_on or today
    skills = {skill.id: outline.line(skill) for week in outline.catalogue.weeks for skill in week.skills}
    done = [line.done_on for line in skills.values() if line.state == "done"]
    reached = [m.done_on for m in outline.sprint_milestones]
    day = sprint_days(run.started_on, own.days_off).day_on(until)
    return PastRun(
        run,
        sum(d is not None and since <= d <= until for d in done),
        sum(d is not None and since <= d <= until for d in reached),
        day,
        today,
    )


def first_days(today: datetime.date, week_starts_on: int) -> tuple[datetime.date, datetime.date]:
    """Return the two days that are offered to begin on: today, and the start of the next week."""
    return today, week_of(today + WEEK - DAY, week_starts_on)
