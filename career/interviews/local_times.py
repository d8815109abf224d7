"""A time on the clock of a place as a moment. Pure, no Django."""

import datetime
import zoneinfo
from typing import NamedTuple


class Moment(NamedTuple):
    """`at` in UTC; `twice`: the clock showed this time two times that day, and `at` is the first."""

    at: datetime.datetime
    twice: bool


class NoSuchTime(ValueError):
    """The clock was put forward over this time. `instead`: what it showed at that moment (naive)."""

    def __init__(self, instead: datetime.datetime) -> None:
        super().__init__(f"There is no such time; take {instead}.")
        self.instead = instead


def moment(local: datetime.datetime, zone: zoneinfo.ZoneInfo) -> Moment:
    """Return when the clock of `zone` shows `local` (naive). Raises NoSuchTime."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    at = first.astimezone(datetime.UTC)
    shown = at.astimezone(zone).replace(tzinfo=None, fold=0)
    if shown != local:
        raise NoSuchTime(shown)
    return Moment(at, first.utcoffset() != second.utcoffset())


def comes_twice(at: datetime.datetime, zone: zoneinfo.ZoneInfo) -> bool:
    """Return whether the clock of `zone` shows the time it has at `at` (aware) two times that day."""
    local = at.astimezone(zone)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
