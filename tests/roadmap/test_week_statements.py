"""What the pages of a week ask of the database: a few statements, however much was logged."""

import datetime

import pytest

from roadmap.models import StudySession, StudyWeek, WeekPick
from tests.person import Person
from tests.plans import PLAN
from tests.roadmap.test_statements import read, send
from tests.roadmap.week_story import log

MOST = 7
DAY = datetime.timedelta(1)


def live_long(person: Person) -> None:
    """Give a learner years of days and weeks."""
    today = person.user.today()
    person.user.enrollment.started_on = today - 800 * DAY
    person.user.enrollment.save()
    row = log(person, "py-syntax", 1, today)
    StudySession.objects.bulk_create(
        StudySession(user=person.user, skill=row.skill, minutes=30, kind="practice", day=today - n * DAY)
        for n in range(1, 800)
    )
    for n in range(0, 800, 7):
        WeekPick.objects.put(person.user, today - n * DAY, {row.skill_id or 0: "dropped"})
        StudyWeek.objects.review(person.user, today - n * DAY, "A line")


@pytest.fixture(autouse=True)
def begun(alice: Person, bob: Person) -> None:
    for person in (alice, bob):
        person.send("/settings/plan/", PLAN | {"weekly_hours": "10", "started_on": "2026-01-05"})
    live_long(bob)


@pytest.mark.parametrize("path", ["/week/", "/week/review/", "/today/"])
def test_a_page_asks_no_more_after_years(alice: Person, bob: Person, path: str):
    little, much = read(alice, path), read(bob, path)

    assert len(little) <= MOST, "\n".join(little)
    assert len(much) == len(little), "\n".join(much)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/skills/py-functions/state/", {"state": "done"}),
        ("/week/py-functions/", {"do": "pin"}),
        ("/week/py-functions/", {"do": "drop"}),
        ("/week/add/", {"skill": "git-basics"}),
        ("/week/hours/", {"hours": "12"}),
    ],
)
def test_a_change_asks_no_more_after_years(alice: Person, bob: Person, path: str, fields: dict[str, str]):
    little, much = send(alice, path, fields, "/week/"), send(bob, path, fields, "/week/")

    assert len(little) <= MOST, "\n".join(little)
    assert len(much) == len(little), "\n".join(much)
