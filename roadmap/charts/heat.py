"""The days of the last months as squares whose size is the time studied. Pure, no Django."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from roadmap.charts.axis import Mark
from roadmap.weeks import DAY, WEEK, Days, week_of, weeks

CELL = 13
MOST, LEAST = 53, 26  # weeks
LEVELS = (1, 30, 60, 120)  # minutes from which a day counts as this large
SIZES = (2.0, 4.5, 6.5, 8.5, 10.5)
LABEL_ROOM = 3  # columns that a month's name takes


@dataclass(frozen=True, slots=True)
class Heat:
    """A drawing: `paths` by level from 0 (no study), each one square a day; `names` of three rows.

    `first` is the first day of the weeks shown, `columns` their number, `days` how many had study.
    """

    paths: tuple[str, ...]
    months: tuple[Mark, ...]
    names: tuple[Mark, ...]
    first: datetime.date
    columns: int
    days: int

    @property
    def width(self) -> int:
        return self.columns * CELL

    @property
    def levels(self) -> tuple[tuple[int, str], ...]:
        return tuple((level, path) for level, path in enumerate(self.paths) if path)


def heat(
    by_day: Mapping[datetime.date, int],
    today: datetime.date,
    begun: datetime.date,
    starts_on: int,
    breaks: Iterable[Days],
) -> Heat:
    """Draw minutes by day up to today; `begun` is the first day of study.

    Days off and days before the first are left blank: nothing was missed there.
    """
    off = {
        first + number * DAY
        for first, last in breaks
        if last >= today - MOST * WEEK
        for number in range(min((last - first).days + 1, 3 * MOST * 7))
    }
    now = week_of(today, starts_on)
    since = min(max(week_of(begun, starts_on), now - (MOST - 1) * WEEK), now - (LEAST - 1) * WEEK)
    squares: list[list[str]] = [[] for _ in SIZES]
    studied = 0
    for column, week in enumerate(weeks(since, today)):
        for row in range(7):
            day = week + row * DAY
            minutes = by_day.get(day, 0)
            if day > today or (not minutes and (day < begun or day in off)):
                continue
            level = sum(minutes >= least for least in LEVELS)
            studied += level > 0
            squares[level].append(_square(column, row, level))
    return Heat(
        paths=tuple("".join(level) for level in squares),
        months=_months(since, today),
        names=tuple(Mark(row * CELL + CELL / 2 + 3.5, f"{since + row * DAY:%a}") for row in (0, 3, 6)),
        first=since,
        columns=(now - since).days // 7 + 1,
        days=studied,
    )


def strong_days(by_day: Mapping[datetime.date, int]) -> list[str]:
    """Return the two weekdays with most time, in their plural, when they clearly stand out."""
    total = [0] * 7
    for day, minutes in by_day.items():
        total[day.weekday()] += minutes
    best = sorted(range(7), key=lambda weekday: -total[weekday])
    if sum(minutes > 0 for minutes in by_day.values()) < 14 or total[best[1]] < 1.25 * total[best[2]]:
        return []
    monday = datetime.date(2024, 1, 1)
    return [f"{monday + weekday * DAY:%A}s" for weekday in sorted(best[:2])]


@lru_cache(maxsize=MOST * 7 * len(SIZES))
def _square(column: int, row: int, level: int) -> str:
    side = SIZES[level]
    x, y = column * CELL + (CELL - side) / 2, row * CELL + (CELL - side) / 2
    return f"M{x:g} {y:g}h{side:g}v{side:g}h-{side:g}z"


def _months(since: datetime.date, today: datetime.date) -> tuple[Mark, ...]:
    """Return the name of each month above the week that holds its first day, where there is room."""
    marks: list[Mark] = []
    month, last = 0, -LABEL_ROOM
    for column, week in enumerate(weeks(since, today)):
        end = week + 6 * DAY
        if end.month != month and (not month or week <= end.replace(day=1)):
            if column - last >= LABEL_ROOM:
                marks.append(Mark(column * CELL, f"{end:%b}"))
                last = column
            month = end.month
    return tuple(marks)
