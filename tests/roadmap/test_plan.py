"""Hours a week and the day Alice began."""

import datetime
from collections.abc import Iterator

import pytest
from pytest_django import DjangoAssertNumQueries
from time_machine import travel

from roadmap.models import Enrollment
from tests.factories import make_user
from tests.markup import parse
from tests.person import Person
from tests.plans import PLAN, as_sent, filled

PATH = "/settings/plan/"
GOOD = PLAN | {"target_date": "2028-10-01"}
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def a_sunday() -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


def test_a_plan_nobody_changed_begins_the_day_they_joined_with_ten_hours(db: None) -> None:
    joined = datetime.datetime(2026, 11, 20, 23, 30, tzinfo=datetime.UTC)
    carol = Person(make_user(date_joined=joined, time_zone="Asia/Tokyo"))

    page = carol.see(PATH)

    assert page.by_id("plan_weekly_hours").get("value") == "10"
    assert page.by_id("plan_started_on").get("value") == "2026-11-21", "in Tokyo it was the next day already"
    assert not Enrollment.objects.exists(), "looking writes nothing"


def test_a_plan_is_saved_and_shown(alice: Person) -> None:
    answer = alice.send(PATH, GOOD, page=PATH)

    assert (answer.status_code, answer["Location"]) == (303, PATH)
    enrollment = Enrollment.objects.get()
    assert (enrollment.user, enrollment.weekly_hours) == (alice.user, 12)
    assert enrollment.started_on == datetime.date(2026, 11, 1)
    page = alice.see(PATH)
    assert page.by_id("live").text == "Saved: 12 hours a week."
    assert page.by_id("plan_weekly_hours").get("value") == "12"
    assert page.by_id("plan_started_on").get("value") == "2026-11-01"


def test_saved_from_the_settings_it_leads_back_to_them(alice: Person) -> None:
    assert alice.send(PATH, GOOD, page="/settings/")["Location"] == "/settings/"


def test_the_settings_load_the_form_that_the_page_shows(alice: Person) -> None:
    loader = next(node for node in alice.see("/settings/") if node.get("hx-get") == PATH)

    assert loader.get("hx-select") == "#plan-form"
    assert alice.see(PATH).by_id("plan-form").get("action") == PATH


def test_sent_quietly_the_form_comes_back_with_a_word(alice: Person) -> None:
    answer = alice.quietly(PATH, GOOD, page="/settings/")

    update = parse(answer.content.decode())
    assert answer.status_code == 200
    assert update.by_id("plan-form").get("hx-swap-oob") == "true"
    assert update.by_id("plan_weekly_hours").get("value") == "12"
    assert update.by_id("live").text == "Saved: 12 hours a week."


def test_a_repeat_is_harmless_and_the_choice_of_specializations_stays(alice: Person) -> None:
    alice.send("/specializations/", {"specialization": ["nlp"]})
    for _ in range(2):
        assert alice.send(PATH, GOOD, page=PATH).status_code == 303

    enrollment = Enrollment.objects.get()
    assert [s.slug for s in enrollment.specializations.all()] == ["nlp"]
    form = alice.see(PATH).by_id("plan-form")
    assert "Specializations: Natural language processing." in form.text


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("weekly_hours", "", "Write how many hours a week you have."),
        ("weekly_hours", "-1", "Write 0 hours or more."),
        ("weekly_hours", "-3", "Write 0 hours or more."),
        ("weekly_hours", "101", "Write 100 hours or less"),
        ("weekly_hours", "9" * 30, "Write 100 hours or less"),
        ("weekly_hours", "9" * 9_000, "Write a whole number of hours."),
        ("weekly_hours", "7.5", "Write a whole number of hours."),
        ("weekly_hours", "NaN", "Write a whole number of hours."),
        ("weekly_hours", "1e309", "Write a whole number of hours."),
        ("started_on", "", "Choose the day you began."),
        ("started_on", "2026-11-23", "This date is in the future."),
        ("started_on", "9999-12-31", "This date is in the future."),
        ("started_on", "1999-12-31", "Take a date from the year 2000 on."),
        ("started_on", "2026-02-30", "Write the date as year-month-day"),
        ("started_on", "yesterday", "Write the date as year-month-day"),
        ("target_date", "2026-11-21", "This date is over."),
        ("target_date", "2101-01-01", "Take a date before the year 2101."),
        ("target_date", "2027-02-29", "Write the date as year-month-day"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(
    alice: Person, field: str, value: str, reason: str
) -> None:
    alice.send(PATH, GOOD)
    typed = GOOD | {"weekly_hours": "15"} | {field: value}

    for answer in (alice.send(PATH, typed, page=PATH), alice.quietly(PATH, typed, page="/settings/")):
        page = parse(answer.content.decode())
        assert answer.status_code == 422
        assert reason in page.by_id(f"plan_{field}_error").text
        assert reason in page.by_id("errors").text
        control = page.by_id(f"plan_{field}")
        assert (control.get("aria-invalid"), control.get("aria-describedby")) == (
            "true",
            f"plan_{field}_error",
        )
        assert filled(page.by_id("plan-form")) == as_sent(typed), "what was typed stays"
    assert Enrollment.objects.get().weekly_hours == 12


def test_a_refused_plan_says_so_in_the_title(alice: Person) -> None:
    answer = alice.send(PATH, GOOD | {"weekly_hours": "-1"})

    assert parse(answer.content.decode()).all("title")[0].text == "Error: Your plan · Milepost"


def test_today_is_the_learners_own(alice: Person) -> None:
    alice.user.time_zone = "Pacific/Kiritimati"
    alice.user.save()

    assert alice.send(PATH, GOOD | {"started_on": "2026-11-23"}).status_code == 303, (
        "there it is Monday already"
    )


def test_a_stranger_has_a_plan_of_their_own(alice: Person, bob: Person) -> None:
    alice.send(PATH, GOOD)
    bob.send(PATH, GOOD | {"weekly_hours": "40"})

    assert alice.see(PATH).by_id("plan_weekly_hours").get("value") == "12"
    assert bob.see(PATH).by_id("plan_weekly_hours").get("value") == "40"


def test_a_visitor_is_asked_to_log_in(visitor: Person) -> None:
    answer = visitor.get(PATH)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={PATH}")

    assert visitor.send(PATH, GOOD).status_code == 303
    assert not Enrollment.objects.exists()


def test_only_what_is_asked_here_is_stored(alice: Person, bob: Person) -> None:
    alice.send(PATH, GOOD | {"user": str(bob.user.pk), "id": "7", "specializations": "1"})

    enrollment = Enrollment.objects.get()
    assert enrollment.user == alice.user
    assert not enrollment.specializations.exists()


def test_the_plan_is_kept_by_no_cache(alice: Person) -> None:
    assert "no-store" in alice.get(PATH)["Cache-Control"]


def test_other_methods_are_refused(alice: Person) -> None:
    assert alice.client.put(PATH).status_code == 405
    assert alice.client.delete(PATH).status_code == 405


def test_reading_takes_three_statements(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    alice.send("/specializations/", {"specialization": ["nlp", "recsys"]})
    alice.see(PATH)
    with django_assert_num_queries(3):
        alice.see(PATH)


def test_days_first_weekday_target_and_the_switch_are_saved_and_shown(alice: Person) -> None:
    sent = PLAN | {"study_days": ["7", "2", "2"], "week_starts_on": "7", "target_date": "2028-02-29"}
    del sent["forecast_shown"]

    assert alice.send(PATH, sent, page=PATH).status_code == 303

    enrollment = Enrollment.objects.get()
    assert (enrollment.study_days, enrollment.week_starts_on) == ("27", 7)
    assert (enrollment.target_date, enrollment.forecast_shown) == (datetime.date(2028, 2, 29), False)
    shown = filled(alice.see(PATH).by_id("plan-form"))
    assert shown == as_sent(sent | {"study_days": ["2", "7"]})


def test_a_form_nobody_filled_in_begins_with_every_day_and_monday(alice: Person) -> None:
    shown = filled(alice.see(PATH).by_id("plan-form"))

    assert shown["study_days"] == list("1234567")
    assert (shown["week_starts_on"], shown["target_date"], shown["forecast_shown"]) == (["1"], [""], ["on"])


def test_zero_hours_are_shown_as_zero(alice: Person) -> None:
    alice.send(PATH, GOOD | {"weekly_hours": "0"})

    assert alice.see(PATH).by_id("plan_weekly_hours").get("value") == "0"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("study_days", [], "Tick at least one day."),
        ("study_days", ["8"], "There is no such day."),
        ("study_days", ["1", "x"], "There is no such day."),
        ("week_starts_on", "0", "There is no such day."),
        ("week_starts_on", "", "Choose the day your week starts on."),
    ],
)
def test_a_day_that_is_none_is_refused_beside_the_days(
    alice: Person, field: str, value: object, reason: str
) -> None:
    answer = alice.send(PATH, GOOD | {field: value}, page=PATH)

    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert reason in page.by_id(f"plan_{field}_error").text
    assert page.by_id(f"plan_{field}"), "the summary leads there"
    assert not Enrollment.objects.exists()


def test_a_target_that_is_over_by_now_may_stay(alice: Person) -> None:
    alice.send(PATH, GOOD)
    Enrollment.objects.update(target_date=datetime.date(2026, 11, 1))

    assert alice.send(PATH, GOOD | {"target_date": "2026-11-01"}).status_code == 303
    assert alice.send(PATH, GOOD | {"target_date": "2026-11-02"}).status_code == 422


def test_terms_that_are_not_named_stay(alice: Person) -> None:
    alice.send(PATH, GOOD)
    Enrollment.objects.plan(alice.user, weekly_hours=3)

    enrollment = Enrollment.objects.get()
    assert (enrollment.weekly_hours, enrollment.study_days) == (3, "136")
    assert enrollment.started_on == datetime.date(2026, 11, 1)


def test_a_week_that_begins_on_another_day_takes_its_picks_along(alice: Person):
    alice.send("/week/hours/", {"hours": "7"}, page="/week/")
    first = alice.user.study_weeks.get().starts_on

    alice.send("/settings/plan/", GOOD | {"week_starts_on": "7"})

    week = alice.user.study_weeks.get()
    assert week.starts_on.isoweekday() == 7
    assert abs((week.starts_on - first).days) < 7
    assert week.hours == 7
