"""Weeks that come to begin on another day: what she changed in this one and the next moves along."""

import datetime

import pytest
import time_machine

from roadmap.models import StudyWeek, WeekPick
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import MONDAY, begin, listed, row

pytestmark = pytest.mark.usefixtures("noon")

DAY, WEEK = datetime.timedelta(1), datetime.timedelta(7)


def pinned(person: Person, week: datetime.date) -> set[str]:
    rows = WeekPick.objects.filter(user=person.user, starts_on=week, choice="pinned")
    return set(rows.values_list("skill__slug", flat=True))


def move(person: Person, old: int, new: int) -> None:
    StudyWeek.objects.rebase(person.user, old, new, person.user.today())
    person.user.enrollment.week_starts_on = new
    person.user.enrollment.save()


@pytest.mark.parametrize("new", [2, 3, 4, 6, 7])
def test_what_she_changed_moves_along(alice: Person, new: int):
    begin(alice)
    alice.quietly("/week/git-basics/", {"do": "pin"}, page="/week/")
    alice.quietly("/week/hours/", {"hours": "7"}, page="/week/")
    alice.send(f"/week/review/{MONDAY}/", {"pick": "la-vectors"})
    before = listed(alice.see("/week/"))
    move(alice, 1, new)
    page = alice.see("/week/")

    assert page.all("h1")[0].text.startswith("This week: 7 hours")
    assert "Pick" in row(page, "git-basics").text
    assert set(before) == set(listed(page))
    with time_machine.travel(NOON + WEEK, tick=False):
        assert "Pick" in row(alice.see("/week/"), "la-vectors").text


def test_there_and_back_loses_nothing(alice: Person):
    begin(alice)
    alice.quietly("/week/git-basics/", {"do": "pin"}, page="/week/")
    for old, new in ((1, 7), (7, 3), (3, 1), (1, 1)):
        move(alice, old, new)

    assert pinned(alice, MONDAY) == {"git-basics"}


def test_bobs_week_stays_where_it_is(alice: Person, bob: Person):
    for person in (alice, bob):
        begin(person)
        person.quietly("/week/git-basics/", {"do": "pin"}, page="/week/")
    move(alice, 1, 7)

    assert pinned(bob, MONDAY) == {"git-basics"}
    assert pinned(alice, MONDAY - DAY) == {"git-basics"}
