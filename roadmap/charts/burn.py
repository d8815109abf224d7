"""Hours studied so far, the plan, and the fan of the forecast, as paths. Pure, no Django.

Paths lie on a ground of 1000 by 100 that is stretched to the drawing; marks are in percent of it.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roadmap.charts.axis import Mark, month_marks, round_steps
from roadmap.days import hours
from roadmap.forecast import FanPoint
from roadmap.study_calendar import StudyCalendar
from roadmap.weeks import DAY, WEEK, Days

WIDTH, HEIGHT, TOP = 1000, 100, 6
MARGIN = 4 * WEEK  # behind the last day drawn
MOST_POINTS = 130  # on the line of what is done

Point = tuple[datetime.date, float]
"""A day and hours."""


@dataclass(frozen=True, slots=True)
class Burn:
    """A drawing; `goal` is None without a likely date, `fan` and `middle` are empty without a forecast."""

    done: str
    area: str
    plan: str
    fan: str
    middle: str
    here: tuple[float, float]
    goal: tuple[float, float] | None
    rows: tuple[Mark, ...]
    months: tuple[Mark, ...]

    @property
    def here_is_right(self) -> bool:
        return self.here[0] > 70

    @property
    def here_is_low(self) -> bool:
        return self.here[1] > 90

    @property
    def goal_anchor(self) -> str:
        """Return where the goal's label is held, so that it stays on the drawing."""
        x = self.goal[0] if self.goal else 0
        return "start" if x < 8 else "end" if x > 92 else "middle"


def burn(
    by_week: Mapping[datetime.date, float],
    plan: Sequence[Point],
    fan: Sequence[FanPoint],
    today: datetime.date,
    *,
    left: float,
    likely: datetime.date | None = None,
) -> Burn:
    """Draw hours by week (its first day), the plan's line, and how `left` hours go from today on."""
    done = walked(by_week, today)
    start, so_far = min(done[0][0], plan[0][0] if plan else today), done[-1][1]
    total = so_far + left
    ends = [today + MARGIN, *(point.date for point in fan[-1:]), *([likely] if likely else [])]
    end = max(ends) + (MARGIN if fan else 0 * DAY)
    top = max(total, so_far, *(amount for _, amount in plan), 1.0) if not fan else max(total, 1.0)
    ground = _Ground(start, end, top)
    here = ground.at(today, so_far)
    low = [ground.at(p.date, so_far + left * p.low) for p in fan]
    high = [ground.at(p.date, so_far + left * p.high) for p in fan]
    goal = ground.at(likely, total) if likely and fan else None
    half = [ground.at(p.date, so_far + left * p.middle) for p in fan if not likely or p.date < likely]
    middle = [here, *half, *([goal] if goal else [])]
    line = [ground.at(*point) for point in _thin(done)]
    rows = [Mark(ground.y(step), f"{step:,g}") for step in round_steps(top)]
    return Burn(
        done=path(line),
        area=f"{path(line)}V{HEIGHT}H{line[0][0]:g}z",
        plan=path([ground.at(*point) for point in _until(plan, end, top)]),
        fan=f"{path([here, *high, *reversed(low)])}z" if fan else "",
        middle=path(middle) if fan else "",
        here=(round(here[0] / 10, 2), here[1]),
        goal=(round(goal[0] / 10, 2), goal[1]) if goal else None,
        rows=(*rows, Mark(TOP, f"{hours(top)} h")),
        months=month_marks(start, end),
    )


def walked(by_week: Mapping[datetime.date, float], today: datetime.date) -> list[Point]:
    """Return the hours so far at the start of each week with some, at its end, and today."""
    points: list[Point] = []
    total = 0.0
    for week in sorted(by_week):
        points.append((min(week, today), total))
        total += by_week[week]
        points.append((min(week + WEEK, today), total))
    if not points or points[-1][0] < today:
        points.append((today, total))
    return points


def planned(
    start: datetime.date, weekly: float, breaks: Iterable[Days], until: datetime.date
) -> tuple[Point, ...]:
    """Return the straight plan from `start` on: so many hours a week, none in a planned break."""
    calendar = StudyCalendar.since(start, breaks)
    off = calendar.breaks_until(until)
    days = sorted({start, until, *(first for first, _ in off), *(last + DAY for _, last in off)})
    return tuple((day, (calendar.days(day - DAY)) * weekly / 7) for day in days if day <= until)


def path(points: Iterable[tuple[float, float]]) -> str:
    """Return a line through these points."""
    found = [f"{x:g} {y:g}" for x, y in points]
    return "M" + "L".join(found) if found else ""


@dataclass(frozen=True, slots=True)
class _Ground:
    start: datetime.date
    end: datetime.date
    top: float

    def at(self, day: datetime.date, amount: float) -> tuple[float, float]:
        days = max((self.end - self.start).days, 1)
        return round((day - self.start).days / days * WIDTH, 1), self.y(amount)

    def y(self, amount: float) -> float:
        return round(HEIGHT - min(amount / self.top, 1) * (HEIGHT - TOP), 2)


def _thin(points: Sequence[Point]) -> list[Point]:
    """Leave out points of a long line, but never the first and the last."""
    step = len(points) // MOST_POINTS + 1
    return [*points[:-1:step], points[-1]]


def _until(points: Sequence[Point], end: datetime.date, top: float) -> list[Point]:
    """Cut a rising line off at a day or at the top of the drawing, whichever comes first."""
    kept: list[Point] = []
    for day, amount in points:
        if kept and (day > end or amount > top):
            before, had = kept[-1]
            part = min((end - before) / (day - before), (top - had) / (amount - had) if amount > had else 1.0)
            kept.append((before + (day - before) * part, had + (amount - had) * part))
            break
        kept.append((day, amount))
    return kept
