"""Alice plans time off: a pause moves the date, never what she knows."""

import datetime
import uuid
from collections.abc import Mapping
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import Break
from tests.factories import make_break, make_user
from tests.markup import parse
from tests.person import Person
from tests.roadmap.time_off import BREAKS, WINTER

pytestmark = pytest.mark.usefixtures("a_sunday")


def plan(person: Person, fields: Mapping[str, str] = WINTER) -> Break:
    answer = person.send(BREAKS, fields, page=BREAKS)
    assert (answer.status_code, answer["Location"]) == (303, BREAKS)
    return Break.objects.get(user=person.user, starts_on=fields["starts_on"])


def days(person: Person) -> list[tuple[str, str, str]]:
    return [(str(b.starts_on), str(b.ends_on), b.label) for b in Break.objects.filter(user=person.user)]


def test_without_any_the_page_asks_for_one(alice: Person):
    page = alice.see(BREAKS)

    assert "No break is planned." in page.by_id("breaks").text
    assert "A pause moves the date, never what you know." in page.text


def test_planned_it_stands_in_the_list(alice: Person):
    off = plan(alice)

    page = alice.see(BREAKS)
    assert "Break planned: Dec 24 – Jan 1." in page.by_id("live").text
    assert page.by_id(f"break-{off.pk}").text.startswith("Dec 24 – Jan 1 Winter 9 days")


def test_those_to_come_stand_before_those_behind_the_next_and_the_latest_first(alice: Person):
    for day, length in (("2026-03-01", 3), ("2026-06-01", 3), ("2026-11-20", 5), ("2027-02-01", 3)):
        make_break(user=alice.user, starts_on=datetime.date.fromisoformat(day), days=length)

    rows = [row.all("b")[0].text for row in alice.see(BREAKS).by_id("breaks").all("li")]

    assert rows == ["Nov 20 – 24", "Feb 1 – 3", "Jun 1 – 3", "Mar 1 – 3, 2026"]


def test_a_break_under_way_says_so(alice: Person):
    off = make_break(user=alice.user, days=1)

    assert alice.see(BREAKS).by_id(f"break-{off.pk}").text.startswith("Nov 22 1 day now")


def test_past_ones_and_single_days_are_welcome(alice: Person):
    plan(alice, {"starts_on": "2026-01-02", "ends_on": "2026-01-02", "label": ""})

    assert days(alice) == [("2026-01-02", "2026-01-02", "")]


def test_leap_day_can_be_off(alice: Person):
    plan(alice, {"starts_on": "2028-02-29", "ends_on": "2028-02-29", "label": ""})

    assert days(alice) == [("2028-02-29", "2028-02-29", "")]


@pytest.mark.parametrize(
    ("field", "value", "beside", "reason"),
    [
        ("starts_on", "", "starts_on", "Choose the first day off."),
        ("ends_on", "", "ends_on", "Choose the last day off."),
        ("starts_on", "tomorrow", "starts_on", "Write the date as year-month-day"),
        ("ends_on", "2027-02-29", "ends_on", "Write the date as year-month-day"),
        (
            "ends_on",
            "2026-12-23",
            "ends_on",
            "A break ends after it starts. Take Thursday, December 24 or later.",
        ),
        ("ends_on", "2027-12-25", "ends_on", "A break lasts a year at most."),
        ("starts_on", "1999-12-31", "starts_on", "Take a date from the year 2000 on."),
        ("ends_on", "2031-11-27", "ends_on", "This is more than five years away."),
        ("label", "x" * 81, "label", "This has 81 characters. Shorten it to 80 or fewer."),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(
    alice: Person, field: str, value: str, beside: str, reason: str
):
    typed = WINTER | {field: value}

    for send in (alice.send, alice.quietly):
        answer = send(BREAKS, typed, page=BREAKS)
        page = parse(answer.content.decode())
        assert answer.status_code == 422
        assert reason in page.by_id(f"break_{beside}_error").text
        assert reason in page.by_id("errors").text
        control = page.by_id(f"break_{beside}")
        assert (control.get("aria-invalid"), control.get("aria-describedby")) == (
            "true",
            f"break_{beside}_error",
        )
        assert {name: page.by_id(f"break_{name}").get("value") for name in typed} == typed
    assert not Break.objects.exists()


def test_a_year_is_not_too_long(alice: Person):
    plan(alice, {"starts_on": "2027-01-01", "ends_on": "2028-01-01", "label": ""})

    assert Break.objects.get().days == 366


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "beside"),
    [
        ("2026-12-20", "2026-12-24", "ends_on"),
        ("2027-01-01", "2027-01-05", "starts_on"),
        ("2026-12-25", "2026-12-26", "starts_on"),
        ("2026-12-20", "2027-01-20", "ends_on"),
    ],
)
def test_days_that_are_off_already_are_refused_with_the_break_that_has_them(
    alice: Person, starts_on: str, ends_on: str, beside: str
):
    plan(alice)
    answer = alice.send(BREAKS, {"starts_on": starts_on, "ends_on": ends_on, "label": ""}, page=BREAKS)

    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert (
        "You have a break from 2026-12-24 to 2027-01-01 (Winter)." in page.by_id(f"break_{beside}_error").text
    )
    assert days(alice) == [("2026-12-24", "2027-01-01", "Winter")]


def test_the_days_right_before_and_after_are_free(alice: Person):
    plan(alice)
    plan(alice, {"starts_on": "2026-12-23", "ends_on": "2026-12-23", "label": ""})
    plan(alice, {"starts_on": "2027-01-02", "ends_on": "2027-01-02", "label": ""})

    assert len(days(alice)) == 3


def test_a_repeat_is_harmless(alice: Person):
    plan(alice)
    plan(alice)

    assert len(days(alice)) == 1


def test_a_visitor_is_asked_to_log_in(visitor: Person):
    assert visitor.get(BREAKS)["Location"] == f"/accounts/login/?next={BREAKS}"


def test_only_the_day_off_is_stored_whoever_is_named(alice: Person, bob: Person):
    alice.send(BREAKS, WINTER | {"user": str(bob.user.pk), "id": str(uuid.uuid4())}, page=BREAKS)

    assert days(alice)
    assert not days(bob)


@pytest.mark.parametrize("label", ["<script>alert(1)</script>", "{{ 7*7 }}", "Ünï — ☃", "a\tb"])
def test_a_label_is_shown_as_typed(alice: Person, label: str):
    answer: Any = alice.send(BREAKS, WINTER | {"label": label}, page=BREAKS)

    if answer.status_code == 303:
        (off,) = Break.objects.all()
        assert alice.see(BREAKS).by_id(f"break-{off.pk}").all("span")[0].raw == label


def test_today_is_the_learners_own(db: None):
    """At noon in London the day is over in Kiritimati, where it is two in the morning."""
    carol = Person(make_user(time_zone="Pacific/Kiritimati"))
    off = make_break(user=carol.user, starts_on=datetime.date(2026, 11, 22), days=1)

    assert "Behind you" in carol.see(BREAKS).by_id("breaks").text
    carol.user.time_zone = "Pacific/Pago_Pago"
    carol.user.save()
    assert "now" in carol.see(BREAKS).by_id(f"break-{off.pk}").text


def test_the_settings_lead_there(alice: Person):
    assert BREAKS in [link.get("href") for link in alice.see("/settings/").all("a")]


def test_the_page_is_kept_by_no_cache(alice: Person):
    assert "no-store" in alice.get(BREAKS)["Cache-Control"]


def test_many_cost_no_more_statements_than_one(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
):
    for count in (1, 30):
        for n in range(count):
            make_break(
                user=alice.user, starts_on=datetime.date(2020 + (count > 1), 1, 1) + datetime.timedelta(9 * n)
            )
        with django_assert_num_queries(3):
            alice.see(BREAKS)
