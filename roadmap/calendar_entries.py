"""What stands in a learner's calendar: a list of entries, one function per source. Pure, no Django.

Each entry keeps its `uid` for life, whatever about it changes, so that a calendar moves it instead of showing
it twice. `learner` is a text that is the learner's alone: uids must differ between people who share a
calendar.
"""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from roadmap.sprint_days import MILESTONES, SprintDays

_NAMESPACE = uuid.UUID("7a0c8a52-0a2f-4d43-9d0e-6f1a4f1b2c90")


@dataclass(frozen=True)
class Entry:
    """Something from `starts` to `ends`: dates, both included, times on the learner's own clock (naive), or
    moments in UTC (aware).

    `path` leads to its page on this site, `place` is where it is held.
    """

    uid: str
    title: str
    starts: datetime.date | datetime.datetime
    ends: datetime.date | datetime.datetime
    description: str = ""
    path: str = ""
    place: str = ""


class WeekPlan(NamedTuple):
    """A week of study: its first day, hours (None: not to be told), and the titles of its skills."""

    starts_on: datetime.date
    hours: float | None
    skills: tuple[str, ...]


class Due(NamedTuple):
    """A day on which something is due; `key` names it for life."""

    key: str
    title: str
    day: datetime.date
    path: str


class Off(NamedTuple):
    """A break, both days included; `key` names it for life."""

    key: str
    starts_on: datetime.date
    ends_on: datetime.date
    label: str


class SprintTitles(NamedTuple):
    """The focus of each week and the titles of its skills, by number, and of the milestones, by day."""

    weeks: Mapping[int, tuple[str, tuple[str, ...]]]
    milestones: Mapping[int, str]


def uid(learner: str, *parts: object) -> str:
    """Return the uid of what `parts` name, for this learner."""
    return f"{uuid.uuid5(_NAMESPACE, '/'.join([learner, *map(str, parts)]))}@milepost"


def week_entries(learner: str, plans: Iterable[WeekPlan], path: str) -> Iterator[Entry]:
    """Yield one entry of seven days for each planned week that holds something."""
    for plan in plans:
        if plan.skills:
            hours = "" if plan.hours is None else f": {plan.hours:.1f} h".replace(".0 ", " ")
            yield Entry(
                uid(learner, "week", plan.starts_on),
                f"Study plan, week of {plan.starts_on:%B} {plan.starts_on.day}{hours}",
                plan.starts_on,
                plan.starts_on + datetime.timedelta(6),
                _list(plan.skills),
                path,
            )


def sprint_entries(
    learner: str, run: str, days: SprintDays, titles: SprintTitles, path: str
) -> Iterator[Entry]:
    """Yield the weeks and milestones of the run that `run` names."""
    for number, (focus, skills) in sorted(titles.weeks.items()):
        first, last = days.week(number)
        yield Entry(
            uid(learner, "sprint", run, "week", number),
            f"Sprint week {number}: {focus}",
            first,
            last,
            _list(skills),
            f"{path}#week-{number}",
        )
    for day in MILESTONES:
        if day in titles.milestones:
            yield Entry(
                uid(learner, "sprint", run, "day", day),
                f"Day {day}: {titles.milestones[day]}",
                days.date_of(day),
                days.date_of(day),
                f"Milestone of your 90-day sprint, due on day {day}.",
                path,
            )


def ship_entries(learner: str, dues: Iterable[Due]) -> Iterator[Entry]:
    """Yield the days to ship projects by."""
    for due in dues:
        yield Entry(uid(learner, "ship", due.key), f"Ship: {due.title}", due.day, due.day, path=due.path)


def break_entries(learner: str, breaks: Iterable[Off], path: str) -> Iterator[Entry]:
    """Yield the breaks."""
    for off in breaks:
        yield Entry(
            uid(learner, "break", off.key),
            f"Study break: {off.label}" if off.label else "Study break",
            off.starts_on,
            off.ends_on,
            path=path,
        )


def _list(titles: Iterable[str]) -> str:
    return "\n".join(f"- {title}" for title in titles)
