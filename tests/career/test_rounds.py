"""The rounds of an application, as its page shows them."""

from collections.abc import Iterator

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from career.interviews.rounds import rounds_of
from career.models import PreparationPoint
from tests.career.interview_book import DAY, NOON, held, page_of
from tests.career.rows import make_application, make_interview
from tests.markup import parse
from tests.person import Person
from tests.swaps import swap
from tests.test_pages import check


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_rounds_stand_in_their_order_with_what_is_next_for_each(alice: Person):
    alice.user.time_zone = "Europe/Berlin"
    alice.user.save()
    application = make_application(user=alice.user)
    ahead = held(alice, application=application, kind="onsite", starts_at=NOON + 3 * DAY, place="Leeds")
    due = held(alice, application=application, kind="design")
    make_interview(
        user=alice.user,
        application=application,
        kind="phone",
        starts_at=NOON - 9 * DAY,
        outcome="passed",
        debriefed_at=NOON,
        went_well="The <b>story</b>",
    )
    held(alice, application=application, deleted_at=NOON)
    held(alice)  # of another application
    PreparationPoint.objects.create(interview=ahead, key="talk", done=True)
    path = f"/career/{application.pk}/"
    page = alice.see(path)
    check(page, path)
    rounds = page.by_id("rounds")

    assert [node.text for node in rounds.all("h3")] == [
        "Phone screen",
        "ML design",
        "Final round, onsite or virtual",
    ]
    first, second, third = (page.by_id(f"round-{number}") for number in (1, 2, 3))
    assert "Passed" in first.text
    assert "Debrief written" in first.text
    assert "Went well: The <b>story</b>" in first.text
    assert "open" not in first.attributes
    assert "Debrief due" in second.text
    assert second.all("a", href=f"{page_of(due)}#debrief")
    assert "Saturday, January 16, 12:00 to 13:00" in third.text
    assert "UTC time, 13:00 on your clock" in third.text
    assert "1 of 6 prepared" in third.text
    assert rounds.all("a", href=f"{path}rounds/new/")


def test_a_point_is_ticked_on_the_page_of_the_application(alice: Person):
    row = held(alice, starts_at=NOON + DAY)
    path = f"/career/{row.application_id}/"
    page = alice.see(path)
    answer = alice.quietly(f"{page_of(row)}points/", {"key": "timed", "state": "done"}, page=path)
    swap(page, parse(answer.content.decode()))
    assert "1 of 5 prepared" in page.by_id("round-1").text

    answer = alice.send(f"{page_of(row)}points/", {"key": "mock", "state": "done"}, page=path)
    assert (answer.status_code, answer["Location"]) == (303, path)
    assert "2 of 5 prepared" in alice.see(path).by_id("round-1").text


def test_without_a_round_it_says_what_one_brings(alice: Person):
    application = make_application(user=alice.user)
    assert "calendar feed" in alice.see(f"/career/{application.pk}/").by_id("rounds").text


def test_they_take_two_statements_however_many(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
):
    application = make_application(user=alice.user)
    for number in range(6):
        row = held(alice, application=application, starts_at=NOON + (number - 3) * DAY)
        PreparationPoint.objects.create(interview=row, key="timed", done=True)
    with django_assert_num_queries(2):
        views = rounds_of(application, alice.user, NOON)
    assert [view.done for view in views] == [1] * 6
