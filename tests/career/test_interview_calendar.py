"""Rounds in the learner's calendar feed."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from vobject.base import readComponents

from roadmap import learner_calendar
from tests.career.interview_book import DAY, NOON, ROUND, held, page_of, plan
from tests.career.rows import make_application, make_interview
from tests.person import Person
from tests.roadmap.calendar_reader import Event, events
from tests.roadmap.feed import DOWNLOAD, fetch, make


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def rounds(path: str) -> dict[str, Event]:
    found = events(fetch(path).content.decode())
    return {title: event for title, event in found.items() if title.startswith("Interview")}


def test_a_round_stands_there_at_its_moment_whatever_the_zones(alice: Person):
    alice.user.time_zone = "Asia/Tokyo"
    alice.user.save()
    row = plan(alice, zone="America/New_York", people="Priya Nair", place="https://meet.example/room")
    path = make(alice)
    (event,) = rounds(path).values()

    assert event.title == "Interview: Coding, Fathom Freight"
    # 14:30 in New York in January.
    assert event.start == datetime.datetime(2027, 1, 20, 19, 30, tzinfo=datetime.UTC)
    assert event.end == datetime.datetime(2027, 1, 20, 20, 15, tzinfo=datetime.UTC)
    assert "14:30 on the clock of America/New_York" in event.description
    assert "With Priya Nair" in event.description
    assert event.url == f"http://testserver{page_of(row)}"
    (calendar,) = readComponents(fetch(path).content.decode())
    (place,) = [e.location.value for e in calendar.contents["vevent"] if "location" in e.contents]
    assert place == "https://meet.example/room"


def test_both_hours_of_the_night_when_the_clock_is_put_back_are_told_apart(alice: Person):
    alice.user.time_zone = "Europe/Berlin"
    alice.user.save()
    row = plan(alice, zone="Europe/Berlin", day="2027-10-31", time="02:30", title="First")
    assert row.starts_at
    hour = datetime.timedelta(hours=1)
    held(alice, zone="Europe/Berlin", title="Second", starts_at=row.starts_at + hour)
    first, second = rounds(make(alice)).values()
    assert first.start == datetime.datetime(2027, 10, 31, 0, 30, tzinfo=datetime.UTC)
    assert second.start == first.start + hour


def test_a_round_that_moves_keeps_its_uid_and_changes_the_fingerprint(alice: Person):
    row = plan(alice)
    path = make(alice)
    first = fetch(path)
    assert fetch(path, **{"if-none-match": first["ETag"]}).status_code == 304
    (before,) = rounds(path).values()
    alice.send(page_of(row), ROUND | {"day": "2027-01-21"}, page=page_of(row))
    again = fetch(path, **{"if-none-match": first["ETag"]})
    assert again.status_code == 200
    (after,) = rounds(path).values()
    assert after.uid == before.uid
    assert after.start - before.start == DAY


def test_what_is_called_off_deleted_or_without_a_time_is_not_there(alice: Person):
    row = plan(alice, title="Called off")
    gone = plan(alice, title="Gone")
    plan(alice, title="No day", day="", time="")
    held(alice, title="Of a deleted one", application=make_application(user=alice.user, deleted_at=NOON))
    held(alice, title="Long ago", starts_at=NOON - 400 * DAY)
    make_interview(user=alice.user, title="Mock")
    path = make(alice)
    assert len(rounds(path)) == 2
    alice.send(page_of(row), ROUND | {"title": "Called off", "outcome": "canceled"}, page=page_of(row))
    alice.send(f"{page_of(gone)}delete/", page=page_of(gone))
    assert rounds(path) == {}


def test_the_rounds_are_ones_own(alice: Person, bob: Person):
    plan(alice)
    assert "Interview" not in bob.get(DOWNLOAD).content.decode()


def test_they_take_one_statement_however_many(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries, settings: Settings
):
    settings.ACCOUNT_RATE_LIMITS = False
    path = make(alice)
    fetch(path)
    with django_assert_num_queries(6):
        fetch(path)
    for number in range(10):
        held(alice, title=str(number), starts_at=timezone.now() + number * DAY)
    with django_assert_num_queries(6):
        assert len(rounds(path)) == 10


def test_a_source_is_registered_once():
    before = list(learner_calendar.SOURCES)
    for source in before:
        learner_calendar.register(source)
    assert before == learner_calendar.SOURCES
    assert before
