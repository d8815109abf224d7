"""A timer that was forgotten, or stopped by another, asks; nothing is logged without a word."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from roadmap.models import Skill, StudyTimer
from tests.factories import make_session
from tests.markup import parse
from tests.person import Person
from tests.roadmap.log_book import FUNCTIONS, TITLE, TODAY, said
from tests.roadmap.stopwatch import EVENING, answer, do, logged, start, wait


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


def test_another_one_stops_the_first_and_asks_about_it(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=50)
    response = start(alice, FUNCTIONS)

    assert f"The one for {TITLE} stopped after 50 minutes" in said(response)
    page = parse(response.content.decode()).by_id("timers")
    assert f"A timer for {TITLE} ran 50 min today" in page.text
    assert [b.text for b in page.all("button", name="minutes")] == ["45 min", "All 50 min", "None"]
    assert logged(alice) == []
    first = alice.user.study_timers.get(stopped_at__isnull=False)
    assert said(answer(alice, first, {"minutes": "50"})) == f"50 minutes logged for {TITLE}."
    assert logged(alice) == [(TODAY, 50)]


def test_one_started_by_mistake_a_moment_ago_is_not_asked_about(alice: Person, clock: Any):
    start(alice)
    wait(clock, minutes=0.5)
    start(alice, FUNCTIONS)

    assert alice.user.study_timers.get().skill == Skill.objects.get(slug="py-functions")


def test_forgotten_it_asks_and_logs_nothing_by_itself(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, hours=9, minutes=12)
    response = do(alice, "save")

    assert said(response).startswith("It ran 9 hours 12 minutes.")
    assert logged(alice) == []
    wait(clock, hours=24)
    page = Person(alice.user).see("/log/").by_id("timers")
    assert f"A timer for {TITLE} ran 9 h 12 min on Wednesday" in page.text
    assert [b.text for b in page.all("button", name="minutes")] == ["45 min", "90 min", "2 h", "None"]
    assert "A timer waits for an answer" in Person(alice.user).see("/today/").by_id("timer-note").text


def test_at_four_hours_it_is_logged_and_a_minute_later_it_asks(alice: Person, clock: Any):
    start(alice)
    wait(clock, hours=4)
    assert "Running" in alice.see("/log/").by_id("timers").text
    wait(clock, minutes=1)
    asked = alice.see("/log/").by_id("timers").text

    assert "Running" not in asked
    assert "ran 4 h 1 min today" in asked


def test_a_forgotten_one_for_the_same_does_not_run_on(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, hours=10)
    start(alice)

    running = alice.user.study_timers.get(stopped_at=None)
    assert running.started_at == EVENING + datetime.timedelta(hours=10)
    assert alice.user.study_timers.count() == 2


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [({"minutes": "90"}, 90), ({"other": "33"}, 33), ({"minutes": "45", "other": "7"}, 45)],
)
def test_the_answer_is_logged_on_the_day_it_started(
    alice: Person, clock: time_machine.Traveller, fields: dict[str, str], minutes: int
):
    start(alice)
    wait(clock, hours=9)
    timer = alice.user.study_timers.get()
    response = answer(alice, timer, fields)

    assert said(response).endswith("yesterday.")
    assert logged(alice) == [(TODAY, minutes)]
    assert said(answer(alice, timer, fields)) == "This timer was answered already."
    assert logged(alice) == [(TODAY, minutes)]


def test_none_of_it_was_study(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, hours=9)
    response = answer(alice, alice.user.study_timers.get(), {"minutes": "0"})

    assert said(response) == "None of it was logged."
    assert (logged(alice), alice.user.study_timers.count()) == ([], 0)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "Choose or write how many minutes were study."),
        ({"other": "541"}, "It ran 540 minutes."),
        ({"other": "0"}, "Write 1 minute or more."),
        ({"other": "all"}, "Write a whole number of minutes."),
        ({"minutes": "-5"}, "Write 1 minute or more."),
    ],
)
@pytest.mark.parametrize("quiet", [True, False])
def test_an_answer_that_makes_no_sense(
    alice: Person, clock: time_machine.Traveller, fields: dict[str, str], reason: str, quiet: bool
):
    start(alice)
    wait(clock, hours=9)
    timer = alice.user.study_timers.get()
    response = answer(alice, timer, fields, quiet=quiet)

    assert response.status_code == 422
    page = parse(response.content.decode()).by_id("timers")
    box = page.by_id(f"other-{timer.pk}")
    assert reason in page.by_id(box.get("aria-describedby")).text
    assert box.get("value") == fields.get("other", "")
    assert alice.user.study_timers.exists()
    assert logged(alice) == []


def test_a_day_that_is_full_keeps_the_timer_and_asks(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=30)
    make_session(user=alice.user, day=TODAY, minutes=1430)
    response = do(alice, "save")

    assert "room for 10 more minutes" in said(response)
    timer = alice.user.study_timers.get()
    refused = answer(alice, timer, {"other": "11"})
    assert refused.status_code == 422
    assert "room for 10 more minutes" in parse(refused.content.decode()).by_id(f"other-{timer.pk}-error").text
    answer(alice, timer, {"other": "10"})
    assert logged(alice) == [(TODAY, 1430), (TODAY, 10)]


def test_bob_has_no_hand_in_it(alice: Person, bob: Person, clock: time_machine.Traveller):
    start(alice)
    timer = alice.user.study_timers.get()
    for what in ("save", "discard"):
        assert said(do(bob, what, timer=str(timer.pk))) == "This timer is not running any more."
    assert answer(bob, timer, {"minutes": "0"}).status_code == 404

    assert alice.user.study_timers.get() == timer
    assert not StudyTimer.objects.filter(user=bob.user).exists()
