"""What people do with their log, for the tests."""

import datetime
from typing import Any

from tests.markup import Node, parse
from tests.person import Person

NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)  # a Wednesday
TODAY = NOON.date()
SYNTAX, FUNCTIONS = "skill:py-syntax", "skill:py-functions"
TITLE = "Variables, types and control flow"


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days)


def log(person: Person, *, page: str = "/log/", quiet: bool = True, **fields: str) -> Any:
    fields = {"subject": SYNTAX, "minutes": "45"} | fields
    return (person.quietly if quiet else person.send)("/log/", fields, page=page)


def said(answer: Any) -> str:
    return parse(answer.content.decode()).by_id("live").text.removesuffix("Undo").strip()


def undo(person: Person, answer: Any, *, page: str = "/log/") -> str:
    live = parse(answer.content.decode()).by_id("live")
    token = live.all("input", name="token")[0].get("value")
    return said(person.quietly("/undo/", {"token": token}, page=page))


def rows(person: Person) -> list[tuple[str, datetime.date, int, str, str]]:
    """Return what of a learner's log they see, oldest first."""
    found = person.user.study_sessions.select_related("skill", "project").order_by("day", "logged_at")
    return [(str(getattr(s.skill or s.project, "slug", "")), s.day, s.minutes, s.kind, s.note) for s in found]


def days_of(page: Node) -> list[str]:
    return [th.text for th in page.by_id("weeks").all("th") if th.get("scope") == "row"]
