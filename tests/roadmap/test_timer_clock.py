"""Days, zones and clocks that change while a timer runs."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from tests.factories import make_user
from tests.person import Person
from tests.roadmap.log_book import TODAY, said
from tests.roadmap.stopwatch import EVENING, do, logged, start, wait


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


def test_a_clock_set_back_gives_nothing_negative_and_no_day_to_come(alice: Person, clock: Any):
    start(alice)
    wait(clock, hours=-25)
    alice = Person(alice.user)
    assert "0 min since" in alice.see("/log/").by_id("timers").text
    response = do(alice, "save")

    assert said(response) == "It ran less than a minute, so nothing was logged."
    assert logged(alice) == []


def test_stopped_by_a_clock_set_back_it_is_still_whole(alice: Person, clock: Any):
    start(alice)
    wait(clock, minutes=10)
    timer = alice.user.study_timers.get()
    timer.stop(EVENING - datetime.timedelta(hours=3))

    assert timer.stopped_at == EVENING
    wait(clock, hours=-25)
    assert "ran 0 min" in Person(alice.user).see("/log/").by_id("timers").text


def test_over_midnight_it_counts_for_the_day_it_started(alice: Person, clock: time_machine.Traveller):
    wait(clock, hours=4)
    start(alice)
    wait(clock, hours=2)
    do(alice, "save")

    assert logged(alice) == [(TODAY, 120)]


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Kiritimati", datetime.date(2026, 7, 23)), ("America/Los_Angeles", datetime.date(2026, 7, 22))],
)
def test_a_time_zone_changed_meanwhile_decides_the_day(
    alice: Person, clock: time_machine.Traveller, zone: str, day: datetime.date
):
    wait(clock, hours=1)
    start(alice)
    alice.user.time_zone = zone
    alice.user.save()
    wait(clock, minutes=30)
    do(alice, "save")

    assert logged(alice) == [(day, 30)]


def test_moving_west_over_midnight_logs_no_day_to_come(alice: Person, clock: time_machine.Traveller):
    alice.user.time_zone = "Pacific/Kiritimati"
    alice.user.save()
    start(alice)
    wait(clock, minutes=30)
    alice.user.time_zone = "Pacific/Pago_Pago"
    alice.user.save()
    do(alice, "save")

    assert logged(alice) == [(alice.user.today(), 30)]


@pytest.mark.parametrize(
    ("begun", "since"),
    [
        (datetime.datetime(2026, 3, 8, 6, 30, tzinfo=datetime.UTC), "01:30"),  # an hour is left out
        (datetime.datetime(2026, 11, 1, 5, 30, tzinfo=datetime.UTC), "01:30"),  # an hour comes twice
    ],
)
def test_the_clocks_change_and_an_hour_is_an_hour(db: None, begun: datetime.datetime, since: str):
    with time_machine.travel(begun, tick=False) as clock:
        person = Person(make_user(time_zone="America/New_York"))
        start(person)
        wait(clock, hours=1)
        assert f"1 h since {since}" in person.see("/log/").by_id("timers").text
        do(person, "save")

    assert logged(person) == [(begun.date(), 60)]
