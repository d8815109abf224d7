"""All that was ever logged, by week and month, and when each skill was begun."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import Skill
from roadmap.models.history import history_of
from roadmap.weeks import week_of
from tests.factories import make_log, make_session, make_user

WEDNESDAY = datetime.date(2026, 7, 15)
DAY = datetime.timedelta(1)

pytestmark = pytest.mark.django_db


def test_nothing_logged_is_nothing():
    history = history_of(make_user().pk, 1)

    assert (dict(history.by_week), dict(history.by_month), dict(history.begun)) == ({}, {}, {})


@pytest.mark.parametrize("starts_on", range(1, 8))
def test_every_day_falls_into_the_week_that_holds_it(starts_on: int):
    alice = make_user()
    days = [datetime.date(1999, 12, 31), datetime.date(2028, 2, 29), datetime.date(2026, 3, 29)]
    days += [WEDNESDAY + number * DAY for number in range(7)]
    for day in days:
        make_session(user=alice, day=day, minutes=10)
    expected: dict[datetime.date, int] = {}
    for day in days:
        week = week_of(day, starts_on)
        expected[week] = expected.get(week, 0) + 10

    assert dict(history_of(alice.pk, starts_on).by_week) == expected


def test_months_come_oldest_first():
    alice = make_user()
    for day, minutes in [(WEDNESDAY, 30), (WEDNESDAY - 40 * DAY, 20), (WEDNESDAY - DAY, 5)]:
        make_session(user=alice, day=day, minutes=minutes)

    assert list(history_of(alice.pk, 1).by_month.items()) == [
        (datetime.date(2026, 6, 1), 20),
        (datetime.date(2026, 7, 1), 35),
    ]


def test_a_skill_begins_with_its_first_entry():
    alice, skill = make_user(), Skill.objects.get(slug="py-syntax")
    make_session(user=alice, day=WEDNESDAY, skill=skill)
    make_session(user=alice, day=WEDNESDAY - 3 * DAY, skill=skill)
    make_session(user=alice, day=WEDNESDAY - 9 * DAY)

    assert history_of(alice.pk, 1).begun == {skill.pk: WEDNESDAY - 3 * DAY}


def test_a_stranger_adds_nothing():
    alice = make_user()
    before = history_of(alice.pk, 1).fingerprint
    make_log(user=make_user())

    assert history_of(alice.pk, 1).fingerprint == before


def test_one_statement_and_a_fingerprint_that_moves(django_assert_num_queries: DjangoAssertNumQueries):
    alice = make_user()
    make_log(user=alice, weeks=60)
    with django_assert_num_queries(1):
        before = history_of(alice.pk, 1)
    make_session(user=alice, day=WEDNESDAY - 900 * DAY, minutes=1)

    assert len(before.by_week) == 60
    assert history_of(alice.pk, 1).fingerprint != before.fingerprint
