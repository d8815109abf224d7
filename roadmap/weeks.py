"""Weeks that begin on the day the learner chose. Pure, no Django.

A week is named by its first day. Days are the learner's own dates, so that neither a time zone nor a day
of 23 or 25 hours moves anything.
"""

import datetime
from collections.abc import Iterable, Iterator

WEEK = datetime.timedelta(7)
DAY = datetime.timedelta(1)

Days = tuple[datetime.date, datetime.date]  # both ends included


def week_of(day: datetime.date, starts_on: int) -> datetime.date:
    """Return the first day of the week that holds `day`; `starts_on` is an ISO weekday, Monday is 1."""
    return day - datetime.timedelta((day.isoweekday() - starts_on) % 7)


def weeks(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Yield the first days of the weeks from the one that begins on `first` to the one holding `last`."""
    while first <= last:
        yield first
        first += WEEK


def days_off(week: datetime.date, breaks: Iterable[Days]) -> int:
    """Return how many of the seven days from `week` on lie in a break; breaks do not overlap."""
    end = week + 6 * DAY
    return sum(max((min(end, to) - max(week, since)).days + 1, 0) for since, to in breaks)


def study_days_left(
    day: datetime.date, week: datetime.date, study_days: Iterable[int], breaks: Iterable[Days]
) -> int:
    """Return how many days of study are left of `week` from `day` on, `day` included."""
    off, wanted = list(breaks), set(study_days)
    left = (week + n * DAY for n in range(7))
    return sum(
        d >= day and d.isoweekday() in wanted and not any(since <= d <= to for since, to in off) for d in left
    )
