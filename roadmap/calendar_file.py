"""Entries as a calendar file (RFC 5545). No database."""

import datetime
import unicodedata
import zoneinfo
from collections.abc import Iterable
from functools import lru_cache

import icalendar

from roadmap.calendar_entries import Entry
from roadmap.zone_changes import observances

PRODUCT = "-//Milepost//Study calendar//EN"
HOW_OFTEN = datetime.timedelta(hours=6)


def calendar_file(
    entries: Iterable[Entry], zone: zoneinfo.ZoneInfo, site: str, now: datetime.datetime
) -> bytes:
    """Return `entries` as a file; `site` stands before their paths, `now` (aware) is its stamp.

    Days are written as dates, without a zone, since a learner means their own; times in `zone`, whose rules
    go with them, moments in UTC.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Milepost")
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", HOW_OFTEN, {"value": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(HOW_OFTEN))
    calendar.add_component(_rules(zone, now.year))
    for entry in entries:
        calendar.add_component(_event(entry, zone, site, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, zone: zoneinfo.ZoneInfo, site: str, now: datetime.datetime) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(datetime.UTC))
    event.add("summary", _printable(entry.title))
    if isinstance(entry.starts, datetime.datetime) and isinstance(entry.ends, datetime.datetime):
        event.add("dtstart", _in(zone, entry.starts))
        event.add("dtend", _in(zone, entry.ends))
    else:
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends + datetime.timedelta(1))
        event.add("transp", "TRANSPARENT")  # a day of study does not make a day busy
    if entry.description:
        event.add("description", _printable(entry.description))
    if entry.place:
        event.add("location", _printable(entry.place))
    if entry.path:
        event.add("url", site + entry.path)
    return event


def _in(zone: zoneinfo.ZoneInfo, time: datetime.datetime) -> datetime.datetime:
    """Return a time of the learner's clock with its zone; a moment stays in UTC."""
    return time.astimezone(datetime.UTC) if time.tzinfo else time.replace(tzinfo=zone)


def _printable(text: str) -> str:
    """Return `text` without control characters, which make some readers refuse the whole calendar."""
    return "".join(" " if unicodedata.category(c) == "Cc" and c != "\n" else c for c in text)


@lru_cache(maxsize=1_000)
def _rules(zone: zoneinfo.ZoneInfo, year: int) -> icalendar.Timezone:
    """Return the changes of a zone's clock from the year before to the one after next, each written out.

    The library's own way puts the onset of summer time an hour late, and as lists of dates that not every
    reader takes. Kept, since it takes some milliseconds to look through the days.
    """
    since = datetime.datetime(year - 1, 1, 1, tzinfo=datetime.UTC)
    rules = icalendar.Timezone()
    rules.add("tzid", zone.key)
    for change in observances(zone, since, since.replace(year=year + 3)):
        part = icalendar.TimezoneDaylight() if change.is_summer else icalendar.TimezoneStandard()
        part.add("dtstart", change.onset)
        part.add("tzoffsetfrom", change.before)
        part.add("tzoffsetto", change.after)
        part.add("tzname", change.name)
        rules.add_component(part)
    return rules
