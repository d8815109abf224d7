"""What a learner logged, summed by the database."""

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import Skill
from roadmap.models.study import study_of
from tests.factories import make_break, make_session, make_user

TODAY = datetime.date(2026, 7, 15)

pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days)


def test_nothing_logged_is_nothing():
    study = study_of(make_user().pk, TODAY)

    assert (study.minutes, study.entries, study.first_day, study.breaks) == (0, 0, None, ())


def test_sums_by_skill_day_and_kind():
    alice = make_user()
    skill = Skill.objects.get(slug="py-syntax")
    make_session(user=alice, day=TODAY, minutes=30, skill=skill)
    make_session(user=alice, day=TODAY, minutes=45, kind="build")
    make_session(user=alice, day=ago(27), minutes=60, skill=skill, kind="practice")
    make_session(user=alice, day=ago(28), minutes=90, skill=skill)
    make_session(user=alice, day=ago(400), minutes=15)

    study = study_of(alice.pk, TODAY)

    assert study.by_skill == {skill.pk: 180, 0: 60}
    assert study.by_kind == {"theory": 30, "build": 45, "practice": 60}
    assert study.by_day == {TODAY: 75, ago(27): 60, ago(28): 90}
    assert (study.minutes, study.entries, study.first_day) == (240, 5, ago(400))
    assert study.minutes_of(ago(2)) == 75


def test_a_stranger_adds_nothing():
    alice, bob = make_user(), make_user()
    make_session(user=bob, day=TODAY)
    make_break(user=bob, starts_on=TODAY)

    assert study_of(alice.pk, TODAY).minutes == 0
    assert study_of(alice.pk, TODAY).breaks == ()


def test_breaks_come_in_the_order_of_their_days_and_change_the_fingerprint():
    alice = make_user()
    before = study_of(alice.pk, TODAY).fingerprint
    make_break(user=alice, starts_on=TODAY, days=3, label="Sea")
    make_break(user=alice, starts_on=ago(20), days=1)

    study = study_of(alice.pk, TODAY)

    assert study.breaks == ((ago(20), ago(20)), (TODAY, TODAY + datetime.timedelta(2)))
    assert study.labels == ("", "Sea")
    assert study.fingerprint != before


def test_one_statement_however_much_was_logged(django_assert_num_queries: DjangoAssertNumQueries):
    alice = make_user()
    for days in range(50):
        make_session(user=alice, day=ago(days))

    with django_assert_num_queries(1):
        assert study_of(alice.pk, TODAY).entries == 50
