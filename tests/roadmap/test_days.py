"""Dates and hours in words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.days import hours, short_day

TODAY = datetime.date(2026, 7, 22)  # a Wednesday


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (datetime.date(2026, 7, 22), "today"),
        (datetime.date(2026, 7, 21), "yesterday"),
        (datetime.date(2026, 7, 20), "Monday"),
        (datetime.date(2026, 7, 16), "Thursday"),
        (datetime.date(2026, 7, 15), "Jul 15"),
        (datetime.date(2026, 1, 1), "Jan 1"),
        (datetime.date(2025, 12, 31), "Dec 31, 2025"),
        (datetime.date(2000, 2, 29), "Feb 29, 2000"),
        (datetime.date(2026, 7, 23), "Jul 23"),
        (datetime.date(2027, 7, 22), "Jul 22, 2027"),
    ],
)
def test_a_day_in_words(date: datetime.date, words: str):
    assert short_day(date, TODAY) == words


def test_yesterday_may_be_last_year():
    assert short_day(datetime.date(2025, 12, 31), datetime.date(2026, 1, 1)) == "yesterday"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0"),
        (5, "5"),
        (2.5, "2.5"),
        (2.24, "2"),
        (2.26, "2.5"),
        (99.5, "99.5"),
        (100.5, "100"),
        (1204, "1,204"),
        (1204.5, "1,204"),
    ],
)
def test_hours_as_people_write_them(amount: float, words: str):
    assert hours(amount) == words


@given(st.dates(min_value=datetime.date(2000, 1, 1), max_value=datetime.date(2100, 1, 1)))
def test_a_weekday_is_named_only_within_the_last_week(date: datetime.date):
    weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

    assert (short_day(date, TODAY) in weekdays) == (1 < (TODAY - date).days < 7)
