"""The rounds of an application, as its page shows them."""

from collections.abc import Iterator

import pytest
import time_machine
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from career.interviews.rounds import rounds_of
from career.models import Application, PreparationPoint
from tests.career.interview_book import DAY, NOON, held, page_of
from tests.career.rows import make_application, make_interview
from tests.factories import make_user
from tests.markup import Node, parse
from tests.person import Person
from tests.test_pages import check

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def user() -> User:
    return make_user(time_zone="Europe/Berlin")


def shown(application: Application, user: User) -> Node:
    context = {"rounds": rounds_of(application, user, NOON), "application": application}
    request = RequestFactory().get("/")
    html = render_to_string("career/interviews/_rounds.html", context, request)
    return parse(f"<h1>{application}</h1>{html}")


def test_rounds_stand_in_their_order_with_what_is_next_for_each(user: User):
    application = make_application(user=user)
    alice = Person(user)
    ahead = held(alice, application=application, kind="onsite", starts_at=NOON + 3 * DAY, place="Leeds")
    due = held(alice, application=application, kind="design")
    make_interview(
        user=user,
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
    page = shown(application, user)
    check(page, "rounds")

    assert [node.text for node in page.all("h3")] == [
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
    assert "Saturday, January 16, 10:00 to 11:00" in third.text
    assert "1 of 6 prepared" in third.text
    assert third.all("form")[0].get("action") == f"{page_of(ahead)}points/"
    assert page.all("a", href=f"/career/{application.pk}/rounds/new/")


def test_without_a_round_it_says_what_one_brings(user: User):
    assert "calendar feed" in shown(make_application(user=user), user).by_id("rounds").text


def test_it_takes_two_statements_however_many(user: User, django_assert_num_queries: DjangoAssertNumQueries):
    application = make_application(user=user)
    for number in range(6):
        row = held(Person(user), application=application, starts_at=NOON + (number - 3) * DAY)
        PreparationPoint.objects.create(interview=row, key="timed", done=True)
    with django_assert_num_queries(2):
        assert len(shown(application, user).all("h3")) == 6
