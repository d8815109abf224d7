"""This week when something is out of the ordinary: no hours, many, a break, another catalogue, odd clocks."""

import datetime

import pytest
import time_machine

from roadmap.models import CatalogueVersion, Skill, SkillProgress
from tests.factories import make_break
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.week_story import DAY, FIRST, LAST, MONDAY, begin, listed

pytestmark = pytest.mark.usefixtures("noon")


def test_no_hours_propose_nothing_and_say_so(alice: Person):
    begin(alice, hours=0)
    page = alice.see("/week/")

    assert page.all("h1")[0].text == "This week: nothing planned"
    assert "This week has no hours" in page.by_id("week-list").text
    assert "Nothing is planned to divide." in page.by_id("week-balance").text


def test_a_hundred_hours_are_a_plan_too(alice: Person):
    begin(alice, hours=100)
    page = alice.see("/week/")

    assert page.all("h1")[0].text.startswith("This week: 100 hours, ")
    assert "100 h planned" in page.by_id("week-scale").text
    assert len(listed(page)) > 10


def test_a_break_over_the_whole_week_leaves_it_empty(alice: Person):
    begin(alice)
    make_break(user=alice.user, starts_on=MONDAY - 3 * DAY, days=14)
    page = alice.see("/week/")

    assert page.all("h1")[0].text == "This week: a break"
    assert "You planned a break for all of this week" in page.by_id("week-list").text
    assert "July 17–30, planned" in page.all("aside")[0].text


def test_a_break_of_some_days_takes_its_share_of_the_hours(alice: Person):
    begin(alice, hours=14)
    make_break(user=alice.user, starts_on=MONDAY + 5 * DAY, days=9)

    assert alice.see("/week/").all("h1")[0].text.startswith("This week: 10 hours")


def test_a_break_takes_nothing_of_a_week_that_has_no_study_on_its_days(alice: Person):
    begin(alice, study_days="12345")
    make_break(user=alice.user, starts_on=MONDAY + 5 * DAY, days=2)

    assert alice.see("/week/").all("h1")[0].text.startswith("This week: 10 hours")


@pytest.mark.parametrize("state", ["done", "skipped"])
def test_when_all_is_done_the_week_says_so(alice: Person, state: str):
    begin(alice)
    day = LAST if state == "done" else None
    rows = [(skill.pk, state, day, 0) for skill in Skill.objects.all()]
    SkillProgress.objects.put_all(alice.user.pk, rows)
    page = alice.see("/week/")

    assert page.all("h1")[0].text == "This week: all of it is walked"
    assert "Everything on your roadmap is done or skipped." in page.by_id("week-list").text
    assert not page.where(lambda node: node.id == "week_skill")


def test_a_pinned_skill_that_retires_is_named_and_taken_off(alice: Person, own_snapshot: None):
    begin(alice)
    pin(alice, "command-line")
    retire("command-line")
    page = alice.see("/week/")

    assert "command-line" not in listed(page)
    assert "Command line basics" in page.by_id("week-dropped").text
    assert "No longer on the roadmap" in page.by_id("week-dropped").text
    assert "has left the roadmap" in pin(alice, "command-line")


def pin(person: Person, slug: str) -> str:
    answer = person.quietly(f"/week/{slug}/", {"do": "pin"}, page="/week/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def retire(slug: str) -> None:
    Skill.objects.filter(slug=slug).update(retired=True)
    version = CatalogueVersion.objects.get()
    version.number += 1
    version.save()


@pytest.mark.parametrize(
    ("zone", "week"), [("Pacific/Kiritimati", "July 27"), ("Pacific/Pago_Pago", "July 20")]
)
def test_the_week_is_the_one_where_the_learner_lives(alice: Person, zone: str, week: str):
    begin(alice)
    alice.user.time_zone = zone
    alice.user.save()
    with time_machine.travel(datetime.datetime(2026, 7, 26, 23, 0, tzinfo=datetime.UTC), tick=False):
        assert week in alice.see("/week/").by_id("week-head").text


def test_a_clock_set_back_makes_no_week_vanish(alice: Person):
    begin(alice)
    with time_machine.travel(NOON - 60 * DAY, tick=False):
        page = alice.see("/week/")

    assert "week 1" in page.by_id("week-head").text
    assert listed(page) == FIRST


def test_a_leap_day_has_its_week(alice: Person):
    begin(alice)
    with time_machine.travel(datetime.datetime(2028, 2, 29, 12, 0, tzinfo=datetime.UTC), tick=False):
        assert "February 28 to March 5" in Person(alice.user).see("/week/").by_id("week-head").text


def test_a_zone_changed_in_the_middle_of_the_week_keeps_what_was_planned(alice: Person):
    begin(alice)
    pin(alice, "git-basics")
    before = listed(alice.see("/week/"))
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"):
        alice.user.time_zone = zone
        alice.user.save()
        assert listed(alice.see("/week/")) == before


@pytest.mark.parametrize(
    ("day", "hour", "week"),
    [
        ("2026-03-29", 21, "March 23–29"),
        ("2026-03-29", 22, "March 30 to April 5"),
        ("2026-10-25", 22, "October 19–25"),
        ("2026-10-25", 23, "October 26 to November 1"),
    ],
)
def test_a_sunday_of_23_or_25_hours_ends_at_midnight(alice: Person, day: str, hour: int, week: str):
    begin(alice, weeks_ago=30)
    alice.user.time_zone = "Europe/Berlin"
    alice.user.save()
    moment = datetime.datetime.fromisoformat(day).replace(hour=hour, minute=30, tzinfo=datetime.UTC)
    with time_machine.travel(moment, tick=False):
        assert week in Person(alice.user).see("/week/").by_id("week-head").text


def test_a_week_that_begins_on_thursday(alice: Person):
    begin(alice, week_starts_on=4)

    assert "July 16–22, week 3" in alice.see("/week/").by_id("week-head").text
