"""Dates and hours in words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.days import brief, duration, hours, named_day, named_week, short_day, spoken

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


@pytest.mark.parametrize(
    ("minutes", "words", "short", "aloud"),
    [
        (0, "0 min", "0 min", "0 minutes"),
        (1, "1 min", "1 min", "1 minute"),
        (45, "45 min", "45 min", "45 minutes"),
        (60, "1 h", "1 h", "1 hour"),
        (61, "1 h 1 min", "1 h 1", "1 hour 1 minute"),
        (210, "3 h 30 min", "3 h 30", "3 hours 30 minutes"),
        (552, "9 h 12 min", "9 h 12", "9 hours 12 minutes"),
        (60_000, "1,000 h", "1,000 h", "1000 hours"),
    ],
)
def test_minutes_in_a_sentence_in_a_table_and_aloud(minutes: int, words: str, short: str, aloud: str):
    assert (duration(minutes), brief(minutes), spoken(minutes)) == (words, short, aloud)


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (datetime.date(2026, 7, 20), "July 20–26"),
        (datetime.date(2026, 6, 29), "June 29 – July 5"),
        (datetime.date(2024, 2, 26), "February 26 – March 3, 2024"),
        (datetime.date(2025, 7, 14), "July 14–20, 2025"),
        (datetime.date(2025, 12, 29), "December 29, 2025 – January 4, 2026"),
    ],
)
def test_a_week_is_named_by_its_days(first: datetime.date, words: str):
    assert named_week(first, TODAY) == words


def test_a_day_of_another_year_has_its_year():
    assert named_day(datetime.date(2026, 6, 1), TODAY) == "June 1"
    assert named_day(datetime.date(2025, 6, 1), TODAY) == "June 1, 2025"
