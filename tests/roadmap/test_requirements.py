"""Requirements that are no skill: ticked on the learner's own build of a project."""

import datetime
import threading

import pytest
from django.db import connection
from time_machine import travel

from roadmap.models import Build, RequirementTick
from tests.markup import parse
from tests.person import Person
from tests.roadmap.clock import SUNDAY
from tests.roadmap.project_page import ONE, README, SHIP, met, row

pytestmark = pytest.mark.usefixtures("a_sunday")


def test_a_requirement_without_a_skill_is_ticked_on_the_learners_build(alice: Person) -> None:
    button = alice.see(ONE).by_id("tick-p1-a1")
    assert button.get("formaction") == README

    answer = alice.quietly(README, {"state": "done"}, page=ONE)

    update = parse(answer.content.decode())
    assert answer.status_code == 200
    assert met(update) == "1 of 6"
    assert row(update, "p1-a1").get("data-state") == "done"
    assert update.by_id("tick-p1-a1").get("aria-pressed") == "true", (
        "the control keeps its id, so focus stays"
    )
    assert update.by_id("live").text == "Requirement met: 1 of 6 in End-to-end ML pipeline."
    tick = RequirementTick.objects.get()
    assert (tick.build.user, tick.done_on) == (alice.user, SUNDAY.date())


def test_a_repeat_is_harmless_and_the_first_day_stays(alice: Person) -> None:
    alice.quietly(README, {"state": "done"})
    with travel(SUNDAY + datetime.timedelta(days=3), tick=False):
        assert alice.quietly(README, {"state": "done"}).status_code == 200

    assert RequirementTick.objects.get().done_on == SUNDAY.date()
    assert Build.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_ticks_at_once_leave_one_row(alice: Person) -> None:
    start, codes = threading.Barrier(20), []

    def tick() -> None:
        person = Person(alice.user)
        try:
            start.wait()
            codes.append(person.quietly(README, {"state": "done"}, page=ONE).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=tick) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert codes == [200] * 20
    assert (Build.objects.count(), RequirementTick.objects.count()) == (1, 1)


def test_a_requirement_is_opened_again_however_often_it_is_asked(alice: Person) -> None:
    alice.quietly(README, {"state": "done"})

    for _ in range(2):
        update = parse(alice.quietly(README, {"state": "open"}).content.decode())
        assert met(update) == "0 of 6"
        assert update.by_id("live").text == "Requirement open again: 0 of 6 in End-to-end ML pipeline."
    assert not RequirementTick.objects.exists()


def test_without_script_a_tick_leads_back_and_says_so(alice: Person) -> None:
    answer = alice.send(README, {"state": "done"}, page=ONE)

    assert (answer.status_code, answer["Location"]) == (303, ONE)
    page = alice.see(ONE)
    assert page.by_id("live").text == "Requirement met: 1 of 6 in End-to-end ML pipeline."
    assert met(page) == "1 of 6"


@pytest.mark.parametrize("state", ["", "learning", "skipped", "DONE", "x" * 10_000])
def test_a_state_that_makes_no_sense_is_refused_in_words(alice: Person, state: str) -> None:
    answer = alice.quietly(README, {"state": state}, page=ONE)

    assert answer.status_code == 422
    assert "done or open" in parse(answer.content.decode()).by_id("live").text
    assert not Build.objects.exists()


def test_a_requirement_of_another_project_is_not_found(alice: Person) -> None:
    assert alice.quietly("/projects/project-2/requirements/p1-a1/", {"state": "done"}).status_code == 404
    assert alice.quietly(f"{ONE}requirements/p9-a9/", {"state": "done"}).status_code == 404
    assert not RequirementTick.objects.exists()


def test_a_requirement_that_is_a_skill_has_no_second_tick(alice: Person) -> None:
    assert alice.quietly(f"{ONE}requirements/p1-r1/", {"state": "done"}).status_code == 404


@pytest.mark.parametrize("path", [README, SHIP])
def test_ticks_and_dates_are_posted(alice: Person, path: str) -> None:
    assert alice.get(path).status_code == 405


@pytest.mark.parametrize("path", [README, SHIP])
def test_a_visitor_who_ticks_is_asked_to_log_in_and_comes_back(visitor: Person, path: str) -> None:
    answer = visitor.send(path, {"state": "done"}, page=ONE)

    assert answer.status_code == 303
    assert answer["Location"] == f"/accounts/login/?next={ONE}"
    assert not Build.objects.exists()


def test_a_stranger_sees_and_changes_only_their_own(alice: Person, bob: Person) -> None:
    alice.quietly(README, {"state": "done"})
    alice.quietly(SHIP, {"ship_by": "2027-01-10"})
    alice.quietly(f"{ONE}note/", {"text": "Alice's own thoughts"})

    page = bob.see(ONE)
    assert met(page) == "0 of 6"
    assert page.by_id("id_ship_by").get("value") == ""
    assert "own thoughts" not in page.text

    bob.quietly(README, {"state": "open"})
    bob.quietly(SHIP, {"ship_by": ""})
    assert met(alice.see(ONE)) == "1 of 6"
    assert alice.see(ONE).by_id("id_ship_by").get("value") == "2027-01-10"
