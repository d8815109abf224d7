"""The timer: one runs at a time, it survives everything, and nothing of it is logged without a word."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from roadmap.models import Skill, StudyTimer
from tests.factories import make_session, make_timer, make_user
from tests.markup import Node, parse
from tests.person import Person

EVENING = datetime.datetime(2026, 7, 22, 19, 20, tzinfo=datetime.UTC)  # a Wednesday
TODAY = EVENING.date()
SYNTAX, FUNCTIONS = "skill:py-syntax", "skill:py-functions"
TITLE = "Variables, types and control flow"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


@pytest.fixture
def alice(db: None, clock: time_machine.Traveller, alice: Person) -> Person:
    return alice


def do(person: Person, what: str, *, sender: str = "/log/", quiet: bool = True, timer: str = "") -> Any:
    return send(person, "/log/timer/", {"do": what, "timer": timer}, sender=sender, quiet=quiet)


def start(person: Person, subject: str = SYNTAX, *, kind: str = "", **how: Any) -> Any:
    return send(person, "/log/timer/", {"do": "start", "subject": subject, "kind": kind}, **how)


def answer(person: Person, timer: StudyTimer, fields: dict[str, str], *, quiet: bool = True) -> Any:
    return send(person, f"/log/timer/{timer.pk}/", fields, quiet=quiet)


def send(
    person: Person, path: str, fields: dict[str, str], *, sender: str = "/log/", quiet: bool = True
) -> Any:
    return (person.quietly if quiet else person.send)(path, fields, page=sender)


def live(response: Any) -> Node:
    return parse(response.content.decode()).by_id("live")


def said(response: Any) -> str:
    return live(response).text.removesuffix("Undo").strip()


def undo(person: Person, response: Any) -> str:
    token = live(response).all("input", name="token")[0].get("value")
    return said(person.quietly("/undo/", {"token": token}, page="/log/"))


def logged(person: Person) -> list[tuple[datetime.date, int]]:
    return list(person.user.study_sessions.order_by("day", "-minutes").values_list("day", "minutes"))


def wait(clock: time_machine.Traveller, *, hours: float = 0, minutes: float = 0) -> None:
    clock.shift(datetime.timedelta(hours=hours, minutes=minutes))


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


@pytest.mark.parametrize("what", ["", "restart", "stop"])
def test_anything_else_is_refused_in_words(alice: Person, what: str):
    response = do(alice, what)

    assert response.status_code == 422
    assert said(response)
    assert not alice.user.study_timers.exists()
