"""The feed of a calendar: made on its page, read without an account."""

import datetime
from typing import Any

from django.test import Client

from roadmap.models import CalendarFeed
from tests.person import Person

PAGE = "/settings/calendar/"
DOWNLOAD = "/settings/calendar/download/"
DAY_1 = datetime.date(2026, 10, 29)


def do(person: Person, what: str, *, quiet: bool = False, known: str | None = None) -> Any:
    send = person.quietly if quiet else person.send
    row = CalendarFeed.objects.filter(user=person.user).first()
    known = known if known is not None else (row.known if row else "")
    return send(PAGE, {"do": what, "known": known}, page=PAGE)


def shown(person: Person) -> str:
    """Return the path of the feed that the page shows, or nothing."""
    found = person.see(PAGE).all("input", id="feed-address")
    return found[0].get("value").removeprefix("http://testserver") if found else ""


def make(person: Person) -> str:
    assert do(person, "make").status_code == 303
    path = shown(person)
    assert path
    return path


def fetch(path: str, **headers: str) -> Any:
    """Ask for a feed as a calendar program does: without cookies."""
    return Client().get(path, headers=headers or None)
