"""Weeks with at least one session, as a row. Pure, no Django."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from roadmap.weeks import WEEK, Days, days_off, week_of, weeks


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Full or begun weeks since the first entry: `in_a_row` up to now, `studied` of `all`.

    A week off that was planned neither counts nor ends a row. The week under way counts once it has a
    session, and ends nothing before it is over.
    """

    in_a_row: int = 0
    longest: int = 0
    studied: int = 0
    all: int = 0
    off: int = 0


def rhythm(
    studied: Collection[datetime.date], today: datetime.date, starts_on: int, breaks: Iterable[Days]
) -> Rhythm:
    """Look back over the weeks; `studied` are the first days of those with a session."""
    past = [week for week in studied if week <= today]
    if not past:
        return Rhythm()
    off, now = list(breaks), week_of(today, starts_on)
    row = longest = count = total = left_out = 0
    for week in weeks(min(past), now):
        if week in studied:
            row, count, total = row + 1, count + 1, total + 1
            longest = max(longest, row)
        elif days_off(week, off) >= WEEK.days - 3:
            left_out += 1
        elif week != now:
            row, total = 0, total + 1
    return Rhythm(row, longest, count, total, left_out)
