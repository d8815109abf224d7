"""Names of the IANA time-zone database, without Django."""

import datetime
import functools
import zoneinfo
from collections.abc import Mapping

UTC = "UTC"
# Not places: the file that says "not configured", and whatever the server itself is set to.
NOT_ZONES = frozenset({"Factory", "localtime", "posixrules"})


@functools.cache
def names() -> frozenset[str]:
    """Return every zone name, old spellings included (browsers still report "Asia/Calcutta").

    Kept, because listing them reads the whole database from disk (0.1 s).
    """
    return frozenset(zoneinfo.available_timezones() - NOT_ZONES | {UTC})


@functools.cache
def by_area() -> Mapping[str, list[str]]:
    """Return {area: sorted names}; names without an area ("UTC", "GB") stand under "Other"."""
    areas: dict[str, list[str]] = {}
    for name in sorted(names()):
        area = name.partition("/")[0] if "/" in name else "Other"
        areas.setdefault(area, []).append(name)
    return dict(sorted(areas.items(), key=lambda item: (item[0] == "Other", item[0])))


def known_or_utc(name: object) -> str:
    """Return `name` when it is a zone, else "UTC": a guess by the browser may be anything."""
    return name if isinstance(name, str) and name in names() else UTC


def zone(name: str) -> zoneinfo.ZoneInfo:
    """Return the zone `name`, or UTC for one that a later database dropped."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return zoneinfo.ZoneInfo(UTC)


def clock(name: str, now: datetime.datetime) -> str:
    """Return the wall-clock time "14:05" in zone `name` at `now` (aware)."""
    return now.astimezone(zone(name)).strftime("%H:%M")
