"""Weeks that begin on the day a learner chose."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.weeks import days_off, study_days_left, week_of, weeks

WEDNESDAY = datetime.date(2026, 7, 15)


@pytest.mark.parametrize(
    ("starts_on", "first"),
    [(1, 13), (3, 15), (4, 9), (7, 12)],
    ids=["Monday", "Wednesday", "Thursday", "Sunday"],
)
def test_a_week_begins_on_the_chosen_day(starts_on: int, first: int):
    assert week_of(WEDNESDAY, starts_on) == datetime.date(2026, 7, first)


@given(st.dates(datetime.date(2000, 1, 8), datetime.date(9999, 12, 1)), st.integers(1, 7))
def test_every_day_is_in_one_week_of_seven_days(day: datetime.date, starts_on: int):
    first = week_of(day, starts_on)

    assert first.isoweekday() == starts_on
    assert 0 <= (day - first).days < 7


def test_a_leap_day_is_a_day_like_any_other():
    leap = datetime.date(2028, 2, 29)

    assert week_of(leap, 1) == datetime.date(2028, 2, 28)
    assert list(weeks(datetime.date(2028, 2, 28), datetime.date(2028, 3, 6)))[1] == datetime.date(2028, 3, 6)


def test_a_break_counts_only_the_days_within_the_week():
    week = datetime.date(2026, 7, 13)
    long_break = (datetime.date(2026, 7, 18), datetime.date(2026, 8, 2))

    assert days_off(week, [long_break]) == 2
    assert days_off(week + datetime.timedelta(7), [long_break]) == 7
    assert days_off(week - datetime.timedelta(7), [long_break]) == 0


def test_study_days_left_of_a_week_leave_out_breaks_and_free_days():
    week = datetime.date(2026, 7, 13)
    friday = (datetime.date(2026, 7, 17), datetime.date(2026, 7, 17))

    assert study_days_left(WEDNESDAY, week, range(1, 8), []) == 5
    assert study_days_left(WEDNESDAY, week, range(1, 6), [friday]) == 2
    assert study_days_left(WEDNESDAY, week, [], []) == 0
