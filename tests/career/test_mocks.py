"""Mock interviews: listed in one short form, changed, counted."""

import datetime
import uuid
from collections.abc import Iterator

import pytest
import time_machine

from career.models import Interview
from roadmap.models import ReviewCard
from tests.career.interview_book import LIST, MOCKS, NOON, held
from tests.career.rows import make_interview
from tests.career.story_book import token_of
from tests.markup import parse
from tests.person import Person

MOCK = {"day": "2027-01-12", "kind": "coding", "minutes": "45", "people": "Omar", "note": "Too fast"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_mock_is_listed_once_and_counted(alice: Person):
    entry = str(uuid.uuid4())
    for _ in range(2):
        answer = alice.send(MOCKS, MOCK | {"entry": entry}, page=MOCKS)
        assert (answer.status_code, answer["Location"]) == (303, MOCKS)
    make_interview(user=alice.user, kind="design")
    held(alice)
    assert Interview.objects.mocks(alice.user).count() == 2
    page = alice.see(MOCKS)

    assert page.by_id("live").text.endswith("Coding is listed already.")
    text = page.by_id("main").text
    assert "2 held" in text
    assert "Jan 12" in page.by_id(f"mock-{entry}").text
    assert "Omar" in page.by_id(f"mock-{entry}").text
    # A mock is no round.
    assert "Omar" not in alice.see(LIST).by_id("main").text
    assert alice.get(f"{LIST}{entry}/").status_code == 404


def test_the_day_is_that_of_the_learners_own_clock(alice: Person):
    alice.user.time_zone = "Pacific/Kiritimati"  # fourteen hours ahead: tomorrow already
    alice.user.save()
    assert alice.send(MOCKS, MOCK | {"day": "2027-01-14"}, page=MOCKS).status_code == 303
    row = Interview.objects.mocks(alice.user).get()
    assert row.local
    assert row.local.date() == datetime.date(2027, 1, 14)
    alice.user.time_zone = "Pacific/Honolulu"
    alice.user.save()
    page = alice.see(f"{MOCKS}{row.pk}/")
    assert page.by_id("mock_day").get("value") == "2027-01-14"


def test_weak_skills_go_to_the_review_when_listed_and_when_added_later(alice: Person):
    alice.tick("kmeans")
    alice.send(MOCKS, MOCK | {"weak": "kmeans"}, page=MOCKS)
    assert "due today" in alice.see(MOCKS).by_id("live").text
    cards = ReviewCard.objects.filter(user=alice.user)
    assert set(cards.values_list("question__skill__slug", flat=True)) == {"kmeans"}

    cards.update(due_on=datetime.date(2027, 3, 1))
    row = Interview.objects.mocks(alice.user).get()
    page = alice.see(f"{MOCKS}{row.pk}/")
    assert [n.get("value") for n in page.all("input", name="weak") if "checked" in n.attributes] == ["kmeans"]
    alice.tick("dbscan")
    fields = MOCK | {"weak": ["kmeans"], "another": "dbscan", "note": "Better"}
    alice.send(f"{MOCKS}{row.pk}/", fields, page=f"{MOCKS}{row.pk}/")
    due = cards.filter(due_on=NOON.date()).values_list("question__skill__slug", flat=True)
    assert set(due) == {"dbscan"}
    row.refresh_from_db()
    assert (row.note, row.weak_skills.count()) == ("Better", 2)


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"day": ""}, "day", "Choose the day"),
        ({"day": "2027-01-14"}, "day", "still to come"),
        ({"kind": "tea"}, "kind", "no such kind"),
        ({"minutes": ""}, "minutes", "how many minutes"),
        ({"minutes": "1e9"}, "minutes", "whole number"),
        ({"note": "x" * 4001}, "note", "under 4,000"),
        ({"weak": "juggling"}, "weak", "no such skill"),
    ],
)
def test_what_is_no_mock_is_refused_beside_its_field(
    alice: Person, fields: dict[str, str], field: str, reason: str
):
    row = make_interview(user=alice.user)
    for path in (MOCKS, f"{MOCKS}{row.pk}/"):
        answer = alice.send(path, MOCK | fields, page=path)
        page = parse(answer.content.decode())
        assert answer.status_code == 422
        assert reason in page.by_id(f"mock_{field}_error").text
        assert page.by_id("mock_people").get("value") == "Omar"
    assert alice.user.interviews.count() == 1


def test_a_day_that_a_place_left_out_is_refused(alice: Person):
    alice.user.time_zone = "Pacific/Apia"
    alice.user.save()
    answer = alice.send(MOCKS, MOCK | {"day": "2011-12-30"}, page=MOCKS)
    assert answer.status_code == 422
    assert "left out of the calendar in Pacific/Apia" in answer.content.decode()


def test_a_deleted_mock_comes_back(alice: Person):
    row = make_interview(user=alice.user)
    answer = alice.send(f"{LIST}{row.pk}/delete/", page=MOCKS)
    assert (answer.status_code, answer["Location"]) == (303, MOCKS)
    page = alice.see(MOCKS)
    assert not Interview.objects.mocks(alice.user)
    alice.send("/undo/", {"token": token_of(page)}, page=MOCKS)
    assert Interview.objects.mocks(alice.user).get() == row


def test_there_is_room_for_so_many(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Interview, "MOST", 1)
    assert [alice.send(MOCKS, MOCK, page=MOCKS).status_code for _ in range(2)] == [303, 422]
