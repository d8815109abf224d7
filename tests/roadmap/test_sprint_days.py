"""The calendar of one run: ninety dates, twelve weeks, and breaks that push what follows."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.days import near_day, span
from roadmap.sprint_days import LENGTH, MILESTONES, WEEKS, sprint_days, week_of_day
from roadmap.weeks import DAY, Days

DAY_1 = datetime.date(2026, 10, 26)


def date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def off(since: str, until: str) -> Days:
    return date(since), date(until)


def test_without_breaks_ninety_days_follow_each_other():
    days = sprint_days(DAY_1, [])

    assert days.dates == tuple(DAY_1 + n * DAY for n in range(90))
    assert [str(days.date_of(day)) for day in MILESTONES] == ["2026-11-24", "2026-12-24", "2027-01-23"]


def test_week_n_holds_days_7n_minus_6_to_7n_and_the_end_the_last_six():
    days = sprint_days(DAY_1, [])

    assert days.week(1) == off("2026-10-26", "2026-11-01")
    assert days.week(4) == off("2026-11-16", "2026-11-22")
    assert days.week(12) == off("2027-01-11", "2027-01-17")
    assert days.end == off("2027-01-18", "2027-01-23")


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2026-10-25", 0),
        ("2026-10-26", 1),
        ("2026-11-19", 25),
        ("2027-01-23", 90),
        ("2027-01-24", 90),
        ("2020-01-01", 0),
        ("2030-01-01", 90),
    ],
)
def test_day_n_on_a_date(on: str, day: int):
    assert sprint_days(DAY_1, []).day_on(date(on)) == day


@pytest.mark.parametrize(
    ("day", "week"), [(0, 0), (1, 1), (7, 1), (8, 2), (25, 4), (84, 12), (85, 0), (90, 0)]
)
def test_the_week_of_a_day(day: int, week: int):
    assert week_of_day(day) == week


def test_a_break_pushes_what_comes_after_it_and_nothing_before():
    plain, pushed = sprint_days(DAY_1, []), sprint_days(DAY_1, [off("2026-12-24", "2027-01-01")])

    assert pushed.date_of(59) == plain.date_of(59) == date("2026-12-23")
    assert pushed.date_of(60) == date("2027-01-02")
    assert pushed.last == plain.last + 9 * DAY
    assert pushed.week(9) == off("2026-12-21", "2027-01-05"), "the week stretches over the break"


def test_within_a_break_the_day_stands_still_and_it_is_known_when_it_goes_on():
    days = sprint_days(DAY_1, [off("2026-11-10", "2026-11-12")])

    assert [days.day_on(date(f"2026-11-{n:02}")) for n in range(9, 14)] == [15, 15, 15, 15, 16]
    assert days.back_on(date("2026-11-09")) is None
    assert days.back_on(date("2026-11-10")) == days.back_on(date("2026-11-12")) == date("2026-11-13")
    assert days.back_on(date("2026-11-13")) is None


def test_before_and_after_the_sprint_there_is_nothing_to_go_on_with():
    days = sprint_days(DAY_1, [off("2026-10-01", "2026-10-10"), off("2027-03-01", "2027-03-10")])

    assert days.back_on(date("2026-10-05")) is None
    assert days.back_on(date("2027-03-05")) is None
    assert days.first == DAY_1


def test_a_sprint_that_begins_in_a_break_begins_after_it():
    days = sprint_days(DAY_1, [off("2026-10-20", "2026-10-31")])

    assert days.first == date("2026-11-01")
    assert days.day_on(date("2026-10-31")) == 0


def test_breaks_in_any_order_one_right_after_the_other():
    breaks = [off("2026-11-03", "2026-11-04"), off("2026-10-28", "2026-11-02")]

    assert sprint_days(DAY_1, breaks).date_of(3) == date("2026-11-05")


def test_leap_day_counts():
    days = sprint_days(date("2028-02-01"), [])

    assert days.date_of(29) == date("2028-02-29")
    assert days.date_of(30) == date("2028-03-01")


def test_days_of_23_and_25_hours_count_as_one():
    """Europe changes its clocks on 2026-03-29 and 2026-10-25."""
    assert sprint_days(date("2026-03-28"), []).date_of(3) == date("2026-03-30")
    assert sprint_days(date("2026-10-24"), []).date_of(3) == date("2026-10-26")


near = st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31))
breaks = st.lists(st.tuples(near, st.integers(0, 60)), max_size=6).map(
    lambda found: [(day, day + n * DAY) for day, n in found]
)


@given(near, breaks)
def test_whatever_the_breaks_there_are_ninety_days_and_none_is_off(
    started_on: datetime.date, off: list[Days]
):
    days = sprint_days(started_on, off)

    assert len(days.dates) == LENGTH
    assert list(days.dates) == sorted(set(days.dates))
    assert days.first >= started_on
    assert not any(since <= day <= until for day in days.dates for since, until in off)
    left_out = {days.first + n * DAY for n in range((days.last - days.first).days + 1)} - set(days.dates)
    assert all(any(since <= day <= until for since, until in off) for day in left_out)
    for day in range(1, LENGTH + 1):
        assert days.day_on(days.date_of(day)) == day
    for number in range(1, WEEKS + 1):
        assert days.week(number)[0] <= days.week(number)[1]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-11-16", "2026-11-22", "Nov 16 – 22"),
        ("2026-12-21", "2027-01-03", "Dec 21 – Jan 3"),
        ("2026-11-16", "2026-11-16", "Nov 16"),
        ("2024-11-16", "2024-11-22", "Nov 16 – 22, 2024"),
        ("2024-10-30", "2024-11-05", "Oct 30 – Nov 5, 2024"),
        ("2024-12-30", "2025-01-05", "Dec 30, 2024 – Jan 5, 2025"),
    ],
)
def test_dates_in_words(first: str, last: str, words: str):
    assert span(date(first), date(last), date("2026-11-22")) == words


def test_the_year_stands_where_it_is_needed():
    assert near_day(date("2027-01-23"), date("2026-11-22")) == "Jan 23"
    assert near_day(date("2027-11-22"), date("2026-11-22")) == "Nov 22, 2027"
