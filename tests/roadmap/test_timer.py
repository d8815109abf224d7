"""The timer: one runs at a time, and it survives everything."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from roadmap.models import StudyTimer
from tests.factories import make_timer
from tests.markup import parse
from tests.person import Person
from tests.roadmap.log_book import FUNCTIONS, TITLE, TODAY, said, undo
from tests.roadmap.stopwatch import EVENING, do, logged, start, wait


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


def test_start_stop_and_log(alice: Person, clock: time_machine.Traveller):
    assert said(start(alice)) == f"The timer for {TITLE} is running."
    wait(clock, minutes=42.9)
    page = alice.see("/log/").by_id("timers")
    assert "42 min since 19:20" in page.text
    assert TITLE in page.text

    response = do(alice, "save")

    assert said(response) == f"42 minutes logged for {TITLE}."
    assert logged(alice) == [(TODAY, 42)]
    assert not alice.user.study_timers.exists()
    assert "hidden" in parse(response.content.decode()).by_id("timers").attributes


def test_it_counts_as_the_skill_does_unless_another_kind_was_chosen(
    alice: Person, clock: time_machine.Traveller
):
    start(alice, kind="build")
    wait(clock, minutes=5)
    do(alice, "save")

    session = alice.user.study_sessions.get()
    assert (session.kind, session.skill and session.skill.slug) == ("build", "py-syntax")


@pytest.mark.parametrize("sender", ["/today/", "/skills/py-syntax/", "/projects/project-1/", "/log/"])
def test_without_script_from_where_it_is_needed(alice: Person, clock: Any, sender: str):
    forms = [f for f in alice.see(sender).all("form") if f.id == "log-form"]
    button = forms[0].by_id("timer-start")
    assert (button.get("formaction"), button.get("name"), button.get("value")) == (
        "/log/timer/",
        "do",
        "start",
    )
    response = start(alice, sender=sender, quiet=False)
    assert (response.status_code, response["Location"]) == (303, sender)
    wait(clock, minutes=30)
    assert do(alice, "save", sender=sender, quiet=False)["Location"] == sender

    assert logged(alice) == [(TODAY, 30)]


def test_it_runs_on_after_log_out_and_shows_wherever_its_learner_looks(
    alice: Person, clock: time_machine.Traveller
):
    start(alice)
    alice.send("/accounts/logout/")
    wait(clock, minutes=90)
    again = Person(alice.user)

    for path in ("/today/", "/skills/py-functions/"):
        assert "1 h 30 min, since 19:20" in again.see(path).by_id("timer-note").text
    assert "1 h 30 min since 19:20" in again.see("/log/").by_id("timers").text


def test_a_page_the_browser_keeps_is_asked_for_again_when_a_minute_passed(alice: Person, clock: Any):
    start(alice)
    for path in ("/log/", "/today/", "/skills/py-syntax/"):
        tag = alice.get(path)["ETag"]
        assert alice.get(path, **{"If-None-Match": tag}).status_code == 304
        wait(clock, minutes=1)
        assert alice.get(path, **{"If-None-Match": tag}).status_code == 200


def test_started_in_two_tabs_it_is_one(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=2)
    start(alice)

    assert alice.user.study_timers.get().started_at == EVENING


def test_saved_in_two_tabs_it_is_logged_once(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=30)
    timer = str(alice.user.study_timers.get().pk)
    do(alice, "save", timer=timer)
    second = do(alice, "save", timer=timer)

    assert said(second) == "This timer is not running any more."
    assert logged(alice) == [(TODAY, 30)]


def test_a_tab_left_open_does_not_stop_a_newer_timer(alice: Person, clock: time_machine.Traveller):
    start(alice)
    old = str(alice.user.study_timers.get().pk)
    wait(clock, minutes=30)
    do(alice, "save", timer=old)
    start(alice, FUNCTIONS)
    wait(clock, minutes=30)
    for what in ("save", "discard"):
        assert said(do(alice, what, timer=old)) == "This timer is not running any more."

    assert alice.user.study_timers.filter(stopped_at=None).count() == 1
    assert logged(alice) == [(TODAY, 30)]


def test_the_database_keeps_it_to_one(alice: Person):
    make_timer(user=alice.user)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_timer(user=alice.user)


def test_discard_and_undo(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=20)
    stood = StudyTimer.objects.values().get()
    response = do(alice, "discard")
    assert said(response) == "The timer is discarded."
    assert not alice.user.study_timers.exists()

    assert undo(alice, response) == "Undone: your log is as it was."
    assert StudyTimer.objects.values().get() == stood
    assert undo(alice, response) == "There was nothing left to undo."


def test_undo_of_what_a_timer_logged_lets_it_run_on(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=20)
    response = do(alice, "save")
    wait(clock, minutes=5)
    undo(alice, response)

    assert logged(alice) == []
    assert "25 min since 19:20" in alice.see("/log/").by_id("timers").text


def test_undo_while_another_runs_asks_about_the_first(alice: Person, clock: time_machine.Traveller):
    start(alice)
    wait(clock, minutes=20)
    response = do(alice, "discard")
    start(alice, FUNCTIONS)
    undo(alice, response)

    page = alice.see("/log/").by_id("timers").text
    assert "Running" in page
    assert f"A timer for {TITLE} ran 20 min today" in page


@pytest.mark.parametrize("what", ["", "restart", "stop"])
def test_anything_else_is_refused_in_words(alice: Person, what: str):
    response = do(alice, what)

    assert response.status_code == 422
    assert said(response)
    assert not alice.user.study_timers.exists()
