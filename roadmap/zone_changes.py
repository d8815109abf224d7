"""When the clock of a time zone changes. Pure, no Django."""

import datetime
import zoneinfo
from collections.abc import Iterator
from typing import NamedTuple

STEP = datetime.timedelta(days=1)
SECOND = datetime.timedelta(seconds=1)
NOTHING = datetime.timedelta()


class Observance(NamedTuple):
    """From `onset` (local time by the clock before it, naive) on the clock is `after` ahead of UTC."""

    onset: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta
    name: str
    is_summer: bool


def observances(
    zone: zoneinfo.ZoneInfo, since: datetime.datetime, until: datetime.datetime
) -> Iterator[Observance]:
    """Yield what holds at `since` (aware, UTC), then each change up to `until`.

    A zone changes its clock at most once a day.
    """
    here = since.astimezone(zone)
    offset = here.utcoffset() or NOTHING
    yield _observance(here, offset, offset)
    while since < until:
        if since.astimezone(zone).utcoffset() != (since + STEP).astimezone(zone).utcoffset():
            changed = _first_after(zone, since)
            before = (changed - SECOND).astimezone(zone).utcoffset() or NOTHING
            here = changed.astimezone(zone)
            yield _observance(here, before, here.utcoffset() or NOTHING)
        since += STEP


def _observance(here: datetime.datetime, before: datetime.timedelta, after: datetime.timedelta) -> Observance:
    onset = here.replace(tzinfo=None) - after + before
    # Ireland's law calls winter the exception; readers expect summer to be ahead.
    is_summer = after > before or (after == before and (here.dst() or NOTHING) > NOTHING)
    return Observance(onset, before, after, here.tzname() or "", is_summer)


def _first_after(zone: zoneinfo.ZoneInfo, since: datetime.datetime) -> datetime.datetime:
    """Return the first second of the day from `since` on with another offset than its first."""
    offset, low, high = since.astimezone(zone).utcoffset(), 0, int(STEP.total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        same = (since + middle * SECOND).astimezone(zone).utcoffset() == offset
        low, high = (middle, high) if same else (low, middle)
    return since + high * SECOND
