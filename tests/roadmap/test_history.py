"""All that was ever logged, by week and month."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from roadmap.models import Skill
from roadmap.models.history import History, history_of
from roadmap.models.study import study_of
from roadmap.weeks import week_of
from tests.factories import make_log, make_session, make_user

WEDNESDAY = datetime.date(2026, 7, 15)
DAY = datetime.timedelta(1)

pytestmark = pytest.mark.django_db


def mark(user: User) -> str:
    return study_of(user.pk, WEDNESDAY).fingerprint


def test_nothing_logged_is_nothing():
    history = history_of(make_user().pk, 1, WEDNESDAY)

    assert history == History({}, {}, {}, {})


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

    assert dict(history_of(alice.pk, starts_on, WEDNESDAY).by_week) == expected


def test_months_come_oldest_first():
    alice = make_user()
    for day, minutes in [(WEDNESDAY, 30), (WEDNESDAY - 40 * DAY, 20), (WEDNESDAY - DAY, 5)]:
        make_session(user=alice, day=day, minutes=minutes)

    assert list(history_of(alice.pk, 1, WEDNESDAY).by_month.items()) == [
        (datetime.date(2026, 6, 1), 20),
        (datetime.date(2026, 7, 1), 35),
    ]


def test_days_reach_back_a_year():
    alice = make_user()
    for number in (0, 377, 378, 379, 900):
        make_session(user=alice, day=WEDNESDAY - number * DAY)

    assert list(history_of(alice.pk, 1, WEDNESDAY).by_day) == [
        WEDNESDAY - 378 * DAY,
        WEDNESDAY - 377 * DAY,
        WEDNESDAY,
    ]


def test_a_skill_is_begun_with_its_first_entry():
    alice, skill = make_user(), Skill.objects.get(slug="py-syntax")
    for number in (3, 28):
        make_session(user=alice, day=WEDNESDAY - number * DAY, skill=skill)
    make_session(user=alice, day=WEDNESDAY - 400 * DAY)

    assert history_of(alice.pk, 1, WEDNESDAY).begun == {
        skill.pk: WEDNESDAY - 28 * DAY,
        0: WEDNESDAY - 400 * DAY,
    }


def test_a_stranger_adds_nothing():
    alice = make_user()
    before = history_of(alice.pk, 1, WEDNESDAY), mark(alice)
    make_log(user=make_user())

    assert (history_of(alice.pk, 1, WEDNESDAY), mark(alice)) == before


def test_one_statement_however_much_was_logged(django_assert_num_queries: DjangoAssertNumQueries):
    alice = make_user()
    make_log(user=alice, weeks=60)
    with django_assert_num_queries(1):
        assert len(history_of(alice.pk, 1, WEDNESDAY).by_week) == 60


def test_every_change_of_an_old_entry_moves_the_fingerprint():
    alice = make_user()
    make_session(user=alice, day=WEDNESDAY - 1000 * DAY)
    marks = [mark(alice)]
    entry = make_session(user=alice, day=WEDNESDAY - 900 * DAY, minutes=30)
    marks.append(mark(alice))
    for field, value in [("minutes", 31), ("day", WEDNESDAY - 901 * DAY)]:
        setattr(entry, field, value)
        entry.save()
        marks.append(mark(alice))
    make_session(user=alice, day=datetime.date(9999, 12, 31), minutes=1440)
    marks.append(mark(alice))

    assert len(set(marks)) == len(marks)
