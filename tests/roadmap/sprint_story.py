"""A learner who runs the sprint."""

import datetime
from typing import Any

from roadmap.models import SprintRun
from tests.person import Person

SPRINT, RUN = "/sprint/", "/sprint/run/"
TODAY = datetime.date(2026, 11, 19)
DAY_1 = datetime.date(2026, 10, 26)  # so that today is day 25


def do(person: Person, what: str, **fields: Any) -> Any:
    return person.send(RUN, {"do": what, **{name: str(value) for name, value in fields.items()}}, page=SPRINT)


def start(person: Person, day: datetime.date = DAY_1) -> SprintRun:
    assert do(person, "start", started_on=day).status_code == 303
    return person.user.sprint_runs.get(ending="running")


def said(person: Person) -> str:
    """Return what the page says next, without the word on its button."""
    return person.see(SPRINT).by_id("live").text.removesuffix("Undo")
