"""A calendar file as another program reads it: with a library that shares no code with ours."""

import datetime
from typing import NamedTuple

from vobject.base import readComponents


class Event(NamedTuple):
    """`end` is exclusive, as the file has it."""

    uid: str
    title: str
    start: datetime.date
    end: datetime.date
    description: str
    url: str


def events(text: str) -> dict[str, Event]:
    """Return the events of the one calendar in `text` by title, in order."""
    (calendar,) = readComponents(text)
    found = {}
    for event in calendar.contents.get("vevent", []):
        title = event.summary.value
        assert title not in found, f"{title} stands there twice"
        found[title] = Event(
            event.uid.value,
            title,
            event.dtstart.value,
            event.dtend.value,
            event.description.value if hasattr(event, "description") else "",
            event.url.value if hasattr(event, "url") else "",
        )
    return found


def zone(text: str) -> str:
    """Return the name of the one time-zone component."""
    (calendar,) = readComponents(text)
    (component,) = calendar.contents["vtimezone"]
    return str(component.tzid.value)
