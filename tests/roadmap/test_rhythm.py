"""Weeks in a row, and building against theory."""

import datetime

from roadmap.balance import Balance
from roadmap.rhythm import Rhythm, rhythm

MONDAY = datetime.date(2026, 7, 13)
WEEK = datetime.timedelta(7)
FRIDAY = MONDAY + datetime.timedelta(4)


def weeks(*ago: int) -> set[datetime.date]:
    return {MONDAY - number * WEEK for number in ago}


def test_no_session_is_no_week():
    assert rhythm(set(), FRIDAY, 1, []) == Rhythm()


def test_the_week_under_way_ends_nothing_before_it_is_over():
    found = rhythm(weeks(1, 2, 3), FRIDAY, 1, [])

    assert (found.in_a_row, found.studied, found.all) == (3, 3, 3)


def test_the_week_under_way_counts_once_it_has_a_session():
    assert rhythm(weeks(0, 1, 2), FRIDAY, 1, []).in_a_row == 3


def test_an_empty_week_ends_the_row():
    found = rhythm(weeks(0, 2, 3, 4), FRIDAY, 1, [])

    assert (found.in_a_row, found.longest, found.studied, found.all) == (1, 3, 4, 5)


def test_a_planned_week_off_does_not():
    off = (MONDAY - WEEK, MONDAY - datetime.timedelta(1))
    found = rhythm(weeks(0, 2, 3), FRIDAY, 1, [off])

    assert (found.in_a_row, found.all, found.off) == (3, 3, 1)


def test_a_session_in_a_week_off_counts():
    off = (MONDAY - WEEK, MONDAY - datetime.timedelta(1))

    assert rhythm(weeks(0, 1, 2), FRIDAY, 1, [off]).in_a_row == 3


def test_entries_after_today_are_left_alone_when_the_clock_went_back():
    assert rhythm({MONDAY + 5 * WEEK}, FRIDAY, 1, []) == Rhythm()


def test_practice_counts_as_building():
    balance = Balance.of({"theory": 120, "practice": 60, "build": 60})

    assert (balance.build, balance.learn) == (50, 50)
    # (2 + x) / (4 + x) = 0.7
    assert balance.to_aim == 3


def test_at_the_aim_nothing_is_missing():
    assert Balance.of({"theory": 180, "build": 420}).to_aim == 0
    assert Balance.of({"build": 60}).build == 100


def test_no_hours_have_no_balance():
    assert (Balance.of({}).empty, Balance.of({}).build, Balance.of({}).to_aim) == (True, 0, 0)
