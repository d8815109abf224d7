"""When a round takes place, in words. Pure, no Django."""

import datetime
import zoneinfo
from dataclasses import dataclass

from career.interviews.local_times import comes_twice
from roadmap.days import long_day, named_day


@dataclass(frozen=True)
class When:
    """`day`: “Friday, July 16”; `time`: “14:00 to 14:45”, both on the clock of the round's own zone.

    `zone` is named, and `own` says it on the learner's clock, where that shows another time. `is_first`: the
    clock shows this time two times that day, and this is the first.
    """

    date: datetime.date
    day: str
    time: str
    zone: str
    own: str
    is_first: bool

    @property
    def text(self) -> str:
        return f"{self.day}, {self.time}"


def when_of(
    starts_at: datetime.datetime,
    minutes: int,
    zone: zoneinfo.ZoneInfo,
    own_zone: zoneinfo.ZoneInfo,
    today: datetime.date,
) -> When:
    """Say when it is, `today` being the learner's date."""
    starts = starts_at.astimezone(zone)
    ends = (starts_at + datetime.timedelta(minutes=minutes)).astimezone(zone)
    own = starts_at.astimezone(own_zone)
    same = own.replace(tzinfo=None) == starts.replace(tzinfo=None)
    other_day = "" if own.date() == starts.date() else f"{long_day(own)}, "
    return When(
        starts.date(),
        _day(starts.date(), today),
        f"{starts:%H:%M} to {ends:%H:%M}",
        "" if same else zone.key,
        "" if same else f"{other_day}{own:%H:%M} on your clock",
        comes_twice(starts_at, zone) and not starts.fold,
    )


def _day(date: datetime.date, today: datetime.date) -> str:
    return long_day(date) if date.year == today.year else f"{date:%A}, {named_day(date, today)}"
