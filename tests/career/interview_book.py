"""Rounds for tests, and how a person plans one."""

import datetime
from typing import Any

from career.models import Application, Interview
from tests.career.rows import make_application, make_interview
from tests.person import Person

LIST, MOCKS, ASKED = "/career/interviews/", "/career/mocks/", "/career/questions/"
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(1)
NOON = datetime.datetime(2027, 1, 13, 12, tzinfo=datetime.UTC)  # a Wednesday
ROUND = {
    "kind": "coding",
    "day": "2027-01-20",
    "time": "14:30",
    "zone": "Europe/London",
    "minutes": "45",
}


def page_of(row: Interview) -> str:
    return f"{LIST}{row.pk}/"


def plan(person: Person, application: Application | None = None, **fields: Any) -> Interview:
    """Add a round through its form."""
    application = application or make_application(user=person.user)
    path = f"/career/{application.pk}/rounds/new/"
    answer = person.send(path, ROUND | fields, page=path)
    assert answer.status_code == 303, answer.content.decode()
    return Interview.objects.get(user=person.user, pk=answer["Location"].removeprefix(LIST).strip("/"))


def held(person: Person, **fields: Any) -> Interview:
    """Return a round that ended an hour ago, if the clock says noon."""
    fields = {"application": make_application(user=person.user), "starts_at": NOON - 2 * HOUR} | fields
    return make_interview(user=person.user, **{"zone": "UTC", "minutes": 60} | fields)
