"""The 90-day sprint as one learner sees it: three months of four weeks, each with a milestone."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from roadmap.outline import Line, MilestoneView, Outline
from roadmap.snapshot import WeekItem
from roadmap.sprint_run import RunView

MONTHS = ("Foundation", "Core skills", "Portfolio and preparation")
DAYS = 30
WEEKS = 4


@dataclass(frozen=True)
class WeekView:
    """`when`: its dates in a run, in words, or nothing; `is_now`: it is under way in that run.

    `ends_on`: the weekday on which it ends.
    """

    week: WeekItem
    lines: tuple[Line, ...]
    when: str = ""
    is_now: bool = False
    ends_on: str = "Sunday"

    @property
    def summary(self) -> str:
        """Return what is there at its end; the plan calls its last day Sunday, whenever a run began."""
        return self.week.summary.replace("By Sunday ", f"By {self.ends_on} ")

    @property
    def state(self) -> str:
        states = {line.state for line in self.lines}
        if states <= {"done", "skipped"}:
            return "done" if "done" in states else "skipped" if states else "open"
        return "learning" if states & {"done", "learning"} else "open"

    @property
    def hours(self) -> float:
        """Return the middle of the estimate, in hours."""
        return sum(line.skill.hours for line in self.lines)


class DueMilestone(NamedTuple):
    """`due`: its date in a run, in words, or nothing."""

    view: MilestoneView
    due: str


@dataclass(frozen=True)
class MonthView:
    """`end`: the dates of what follows its last full week in a run, in words, or nothing."""

    title: str
    first_day: int
    last_day: int
    weeks: tuple[WeekView, ...]
    milestones: tuple[DueMilestone, ...]
    end: str = ""


@dataclass(frozen=True)
class SprintPlan:
    months: tuple[MonthView, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every skill of the sprint once, though two weeks may share it."""
        weeks = [week for month in self.months for week in month.weeks]
        return tuple({line.skill.id: line for week in weeks for line in week.lines}.values())

    @property
    def now(self) -> WeekView | None:
        """Return the week of a run that is under way."""
        return next((week for month in self.months for week in month.weeks if week.is_now), None)

    @property
    def done(self) -> int:
        return sum(line.state == "done" for line in self.lines)

    @property
    def total(self) -> int:
        """Return how many skills there are; skipped ones have left."""
        return sum(line.state != "skipped" for line in self.lines)

    @property
    def weekly_hours(self) -> tuple[int, int]:
        """Return what a week takes on average, low and high, in whole hours."""
        weeks = sum(len(month.weeks) for month in self.months) or 1
        low = sum(line.skill.hours_low for line in self.lines) / weeks
        high = sum(line.skill.hours_high for line in self.lines) / weeks
        return round(low), round(high)

    @property
    def hours(self) -> float:
        """Return the middle of the estimate of all skills that count, in hours."""
        return sum(line.skill.hours for line in self.lines if line.state != "skipped")


def sprint_screen(outline: Outline, run: RunView | None = None) -> dict[str, Any]:
    """The plan with the learner's states, and the pace that it asks for; with `run`, its dates."""
    months = tuple(_month(outline, number, title, run) for number, title in enumerate(MONTHS))
    return {"plan": SprintPlan(months), "outline": outline}


def _month(outline: Outline, number: int, title: str, run: RunView | None) -> MonthView:
    first, last = number * DAYS + 1, (number + 1) * DAYS
    return MonthView(
        title,
        first,
        last,
        tuple(
            WeekView(
                week,
                tuple(outline.line(skill) for skill in week.skills),
                run.week_dates(week.number) if run else "",
                bool(run and run.is_on and run.week == week.number),
                run.weekday(week.number) if run else "Sunday",
            )
            for week in outline.catalogue.weeks
            if (week.number - 1) // WEEKS == number
        ),
        tuple(
            DueMilestone(m, run.due(m.milestone.sprint_day) if run else "")
            for m in outline.sprint_milestones
            if first <= m.milestone.sprint_day <= last
        ),
        run.end_dates if run and number == len(MONTHS) - 1 else "",
    )
