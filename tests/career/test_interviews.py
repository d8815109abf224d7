"""Rounds of interviews: planned on somebody's clock, prepared, changed, deleted."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.career.interview_book import ASKED, LIST, MOCKS, NOON, held, page_of, plan
from tests.person import Person


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_round_is_planned_on_the_clock_of_the_invitation(alice: Person):
    alice.user.time_zone = "Europe/Berlin"
    alice.user.save()
    row = plan(alice, place="https://meet.example/room", people="Priya Nair")
    assert row.starts_at is not None
    assert row.starts_at.isoformat() == "2027-01-20T14:30:00+00:00"
    page = alice.see(page_of(row))

    assert page.all("h1")[0].text == "Coding"
    assert "Wednesday, January 20, 14:30 to 15:15" in page.by_id("main").text
    assert "Europe/London: 15:30 on your clock" in page.by_id("main").text
    assert page.all("a", href="https://meet.example/room")[0].get("rel") == "noopener nofollow ugc"


def test_pages_answer(alice: Person):
    row = held(alice)
    for path in (LIST, MOCKS, ASKED, page_of(row), f"/career/{row.application_id}/rounds/new/"):
        assert alice.get(path).status_code == 200, path
