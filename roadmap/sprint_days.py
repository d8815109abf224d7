"""The calendar of one run of the sprint: which date is day N, and when each week begins. Pure, no Django.

The days of a break are no days of the sprint: they push all that follows. Days are the learner's own dates,
so that neither a time zone nor a day of 23 or 25 hours moves anything.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.weeks import DAY, Days

LENGTH = 90
WEEKS = 12
MILESTONES = (30, 60, 90)


@dataclass(frozen=True)
class SprintDays:
    """`dates`: the date of each of the 90 days, in order."""

    dates: tuple[datetime.date, ...]

    @property
    def first(self) -> datetime.date:
        return self.dates[0]

    @property
    def last(self) -> datetime.date:
        return self.dates[-1]

    def date_of(self, day: int) -> datetime.date:
        """Return the date of day 1 to 90."""
        return self.dates[day - 1]

    def week(self, number: int) -> Days:
        """Return the first and last date of week 1 to 12."""
        return self.dates[7 * number - 7], self.dates[7 * number - 1]

    @property
    def end(self) -> Days:
        """Return the first and last date of what follows the twelve weeks: days 85 to 90."""
        return self.dates[7 * WEEKS], self.last

    def day_on(self, date: datetime.date) -> int:
        """Return which day `date` is: 0 before day 1; in a break, and after day 90, the last one before."""
        return bisect_right(self.dates, date)

    def back_on(self, date: datetime.date) -> datetime.date | None:
        """Return the day on which the sprint goes on, when `date` lies in a break within it."""
        day = self.day_on(date)
        inside = 0 < day < LENGTH and self.dates[day - 1] != date
        return self.dates[day] if inside else None


def week_of_day(day: int) -> int:
    """Return the week, 1 to 12, that holds a day of the sprint; 0 for a day of none."""
    return (day - 1) // 7 + 1 if 1 <= day <= 7 * WEEKS else 0


def sprint_days(started_on: datetime.date, breaks: Iterable[Days]) -> SprintDays:
    """Count 90 days from `started_on`, leaving out those of `breaks` (in any order)."""
    dates: list[datetime.date] = []
    day = started_on
    for since, until in sorted(breaks):
        while day < since and len(dates) < LENGTH:
            dates.append(day)
            day += DAY
        if since <= day <= until:
            day = until + DAY
    dates.extend(day + n * DAY for n in range(LENGTH - len(dates)))
    return SprintDays(tuple(dates))
