"""What people do with a timer, for the tests."""

import datetime
from typing import Any

import time_machine

from roadmap.models import StudyTimer
from tests.person import Person
from tests.roadmap.log_book import SYNTAX

EVENING = datetime.datetime(2026, 7, 22, 19, 20, tzinfo=datetime.UTC)  # a Wednesday


def do(person: Person, what: str, *, sender: str = "/log/", quiet: bool = True, timer: str = "") -> Any:
    return send(person, "/log/timer/", {"do": what, "timer": timer}, sender=sender, quiet=quiet)


def start(person: Person, subject: str = SYNTAX, *, kind: str = "", **how: Any) -> Any:
    return send(person, "/log/timer/", {"do": "start", "subject": subject, "kind": kind}, **how)


def answer(person: Person, timer: StudyTimer, fields: dict[str, str], *, quiet: bool = True) -> Any:
    return send(person, f"/log/timer/{timer.pk}/", fields, quiet=quiet)


def send(
    person: Person, path: str, fields: dict[str, str], *, sender: str = "/log/", quiet: bool = True
) -> Any:
    return (person.quietly if quiet else person.send)(path, fields, page=sender)


def logged(person: Person) -> list[tuple[datetime.date, int]]:
    return list(person.user.study_sessions.order_by("day", "-minutes").values_list("day", "minutes"))


def wait(clock: time_machine.Traveller, *, hours: float = 0, minutes: float = 0) -> None:
    clock.shift(datetime.timedelta(hours=hours, minutes=minutes))
