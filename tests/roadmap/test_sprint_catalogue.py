"""The plan of the sprint changes, or is done with, while Alice runs it."""

import datetime
from collections.abc import Iterator

import pytest
from time_machine import travel

from roadmap.models import CatalogueVersion, Milestone, Skill, SprintWeek
from tests.factories import make_run
from tests.person import Person
from tests.roadmap.calendar_reader import events

SPRINT, DOWNLOAD = "/sprint/", "/settings/calendar/download/"
NOW = datetime.datetime(2026, 11, 19, 12, 0, tzinfo=datetime.UTC)
DAY_1 = datetime.date(2026, 10, 28)  # a Wednesday: today is day 23


@pytest.fixture(autouse=True)
def a_thursday(own_snapshot: None) -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


@pytest.fixture
def runner(alice: Person) -> Person:
    """Alice, on the way."""
    make_run(user=alice.user, started_on=DAY_1)
    return alice


def titles(person: Person) -> list[str]:
    return list(events(person.get(DOWNLOAD).content.decode()))


def carried_over(person: Person) -> list[str]:
    return [link.text for link in person.see(SPRINT).by_id("carried-over").all("li")]


def test_a_skill_that_left_the_roadmap_is_not_carried_over(runner: Person):
    assert "Files, formats and exceptions week 2" in carried_over(runner)
    Skill.objects.filter(slug="py-files-errors").update(retired=True)
    CatalogueVersion.bump()

    assert "Files, formats and exceptions week 2" not in carried_over(runner)


def test_a_week_that_left_the_plan_leaves_the_others_their_dates(runner: Person):
    before = titles(runner)
    SprintWeek.objects.filter(position=2).update(retired=True)
    Milestone.objects.filter(slug="sprint-day-60").update(retired=True)
    CatalogueVersion.bump()

    page = runner.see(SPRINT)
    assert not [row for row in page.all("li", class_="stop") if row.id == "week-2"]
    assert "Nov 11 – 17" in page.by_id("week-3").text
    assert titles(runner) == [
        title for title in before if not title.startswith(("Sprint week 2:", "Day 60:"))
    ]


def test_a_plan_that_is_gone_altogether_is_an_empty_page(runner: Person):
    SprintWeek.objects.update(retired=True)
    Milestone.objects.filter(slug__startswith="sprint-day").update(retired=True)
    CatalogueVersion.bump()

    assert "Day 23 of 90." in runner.see(SPRINT).by_id("main").text
    assert all(title.startswith("Study plan") for title in titles(runner))


def test_a_new_title_keeps_the_entry(runner: Person):
    before = [event.uid for event in events(runner.get(DOWNLOAD).content.decode()).values()]
    SprintWeek.objects.filter(position=2).update(title="Something else")
    CatalogueVersion.bump()

    after = events(runner.get(DOWNLOAD).content.decode())
    assert "Sprint week 2: Something else" in after
    assert [event.uid for event in after.values()] == before


def test_with_every_skill_done_nothing_is_left(runner: Person):
    for skill in Skill.objects.filter(sprint_weeks__isnull=False).distinct():
        runner.tick(skill.slug)

    page = runner.see(SPRINT)
    assert page.by_id("sprint-done").text == "34 of 34 skills done."
    assert not [node for node in page if node.id == "carried-over"]
    assert {page.by_id(f"week-{n}").get("data-state") for n in range(1, 13)} == {"done"}


def test_what_a_week_ends_with_is_due_on_its_own_last_day(runner: Person, bob: Person):
    assert "By Tuesday you have" in runner.see(SPRINT).by_id("week-1").text
    assert "By Sunday you have" in bob.see(SPRINT).by_id("week-1").text
