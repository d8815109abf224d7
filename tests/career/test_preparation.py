"""The list before a round: ticked, added to, and linked to what the learner has."""

import uuid
from collections.abc import Iterator

import pytest
import time_machine

from career.models import PreparationPoint
from roadmap.models import Question
from tests.career.interview_book import NOON, page_of, plan
from tests.career.rows import make_interview
from tests.career.story_book import keep
from tests.factories import make_card
from tests.markup import parse
from tests.person import Person
from tests.swaps import swap


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_point_is_ticked_by_its_wanted_state_with_script(alice: Person):
    row = plan(alice)
    path = page_of(row)
    page = alice.see(path)
    assert page.by_id(f"done-{row.pk}").text == "0 of 5 prepared"
    for _ in range(2):  # a repeat is harmless
        answer = alice.quietly(f"{path}points/", {"key": "timed", "state": "done"}, page=path)
        swap(page, parse(answer.content.decode()))
    assert page.by_id(f"done-{row.pk}").text == "1 of 5 prepared"
    tick = page.by_id(f"point-{row.pk.hex[:12]}-timed-tick")
    assert (tick.get("aria-pressed"), tick.get("value")) == ("true", "open")
    assert PreparationPoint.objects.filter(interview=row).count() == 1

    alice.quietly(f"{path}points/", {"key": "timed", "state": "open"}, page=path)
    assert alice.see(path).by_id(f"done-{row.pk}").text == "0 of 5 prepared"


def test_a_point_is_ticked_without_script(alice: Person):
    row = plan(alice)
    answer = alice.send(f"{page_of(row)}points/", {"key": "timed", "state": "done"}, page=page_of(row))
    assert (answer.status_code, answer["Location"]) == (303, page_of(row))
    assert (
        "Two medium problems in 45 minutes, thinking aloud: done."
        in alice.see(page_of(row)).by_id("live").text
    )


@pytest.mark.parametrize("fields", [{"key": "tea"}, {"key": "own-1"}, {"state": "maybe"}, {"key": "stories"}])
def test_a_point_that_is_not_on_the_list_is_refused(alice: Person, fields: dict[str, str]):
    row = plan(alice)  # a coding round has no point about stories
    for send in (alice.send, alice.quietly):
        answer = send(f"{page_of(row)}points/", {"key": "timed", "state": "done"} | fields, page=page_of(row))
        assert answer.status_code == 422
    assert not PreparationPoint.objects.exists()


def test_points_of_ones_own_come_and_go(alice: Person):
    row = plan(alice)
    path, entry = page_of(row), str(uuid.uuid4())
    for _ in range(2):
        alice.send(f"{path}points/new/", {"entry": entry, "text": "Find the <b>entrance</b>"}, page=path)
    point = row.points.get()
    page = alice.see(path)
    assert "Find the <b>entrance</b>" in page.by_id("preparation").text
    assert page.by_id(f"done-{row.pk}").text == "0 of 6 prepared"
    alice.send(f"{path}points/", {"key": point.key, "state": "done"}, page=path)
    assert row.points.get().done

    alice.send(f"{path}points/drop/", {"key": point.key}, page=path)
    answer = alice.send(f"{path}points/drop/", {"key": point.key}, page=path)
    assert answer.status_code == 303
    assert "off the list already" in alice.see(path).by_id("live").text
    assert alice.quietly(f"{path}points/", {"key": point.key, "state": "done"}).status_code == 422
    assert not row.points.exists()


def test_the_guides_points_cannot_be_taken_off(alice: Person):
    row = plan(alice)
    alice.send(f"{page_of(row)}points/", {"key": "timed", "state": "done"}, page=page_of(row))
    alice.send(f"{page_of(row)}points/drop/", {"key": "timed"}, page=page_of(row))
    assert row.points.get().done


@pytest.mark.parametrize(("text", "reason"), [("", "Write what"), (" ", "Write what"), ("x" * 201, "201")])
def test_a_point_says_something_short(alice: Person, text: str, reason: str):
    row = plan(alice)
    answer = alice.send(f"{page_of(row)}points/new/", {"text": text}, page=page_of(row))
    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert reason in page.by_id("own_text_error").text
    assert page.by_id("own_text").get("value") == text


def test_a_list_has_room_for_so_many_own_points(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(PreparationPoint, "MOST", 1)
    row = plan(alice)
    answers = [
        alice.send(f"{page_of(row)}points/new/", {"text": text}, page=page_of(row)).status_code
        for text in ("One", "Two")
    ]
    assert answers == [303, 422]


def test_the_list_says_what_there_is_to_prepare_with(alice: Person):
    keep(alice)
    keep(alice, title="A draft", action="")
    alice.send("/skills/coding-problems-100/count/", {"count": "77"})
    alice.tick("complexity-analysis")
    make_interview(user=alice.user)
    phone = alice.see(page_of(plan(alice, kind="phone"))).by_id("preparation").text
    coding = alice.see(page_of(plan(alice))).by_id("preparation").text

    assert "Stories 1 ready" in phone
    assert "Coding problems 77 solved" in coding
    assert "Time and space complexity done" in coding
    assert "Mock interviews 1 held" in coding


def test_due_cards_are_counted_also_those_on_the_round(alice: Person):
    for slug in ("complexity-analysis", "kmeans"):
        alice.tick(slug)
        question = Question.objects.filter(skill__slug=slug).first()
        make_card(user=alice.user, question=question, due_on=alice.user.today())
    assert "Review 2 due, 1 on this" in alice.see(page_of(plan(alice))).by_id("preparation").text
