"""All of a learner's marks in one statement, in the order in which they were made."""

import datetime
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import Skill, SkillProgress
from roadmap.models.marks import OPEN, marks_of
from tests.person import Person
from tests.plans import PLAN

SECOND = datetime.datetime(2026, 7, 22, 12, 0, 0, tzinfo=datetime.UTC)
MICROSECONDS = [
    0,
    1,
    10,
    100,
    999,
    1_000,
    10_000,
    99_999,
    100_000,
    120_000,
    123_000,
    123_456,
    500_000,
    999_999,
]


def test_one_statement_reads_everything(alice: Person):
    alice.tick("py-syntax", done_on="2026-01-05")
    alice.quietly("/milestones/first-honest-model/state/", {"state": "done", "note": "Ha"})
    alice.send("/specializations/", {"specialization": ["nlp", "recsys"]})
    alice.send("/settings/plan/", PLAN | {"weekly_hours": "7", "started_on": "2026-01-02"})

    with CaptureQueriesContext(connection) as statements:
        marks = marks_of(alice.user.pk)

    assert len(statements) == 1
    (skill,) = marks.skills.values()
    (milestone,) = marks.milestones.values()
    assert (skill.state, skill.done_on, skill.count) == ("done", datetime.date(2026, 1, 5), 0)
    assert (milestone.note, milestone.done_on) == ("Ha", alice.user.today())
    assert len(marks.specializations) == 2
    assert (marks.weekly_hours, marks.started_on) == (7, datetime.date(2026, 1, 2))
    assert marks.version >= 1


def test_nobody_else_is_in_it(alice: Person, bob: Person):
    bob.tick("py-syntax")
    bob.send("/specializations/", {"specialization": "nlp"})
    marks = marks_of(alice.user.pk)

    assert (dict(marks.skills), dict(marks.milestones), marks.specializations) == ({}, {}, frozenset())
    assert (marks.weekly_hours, marks.started_on) == (None, None)
    assert marks.skill(1) == OPEN


def test_text_moments_sort_as_the_moments_do(alice: Person):
    """Both databases shorten fractions of a second, each in its own way."""
    moments = [SECOND + datetime.timedelta(microseconds=n) for n in MICROSECONDS]
    moments += [SECOND + datetime.timedelta(seconds=s) for s in (-3600, -1, 1, 60, 86_400, 86_400 * 365)]
    skills = list(Skill.objects.values_list("pk", flat=True)[: len(moments)])
    random.Random(7).shuffle(moments)
    for pk, moment in zip(skills, moments, strict=True):
        SkillProgress.objects.put(
            user_id=alice.user.pk, skill_id=pk, state="open", done_on=None, count=0, at=moment
        )
    marks = marks_of(alice.user.pk).skills

    by_text = sorted(marks, key=lambda pk: str(marks[pk].changed_at))
    by_time = sorted(marks, key=lambda pk: marks[pk].moment)
    assert by_text == by_time
    assert [marks[pk].moment for pk in by_time] == sorted(moments)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/skills/py-syntax/state/", {"state": "learning"}),
        ("/skills/py-syntax/state/", {"state": "done", "done_on": "2025-01-05"}),
        ("/skills/leetcode-200/count/", {"count": "3"}),
        ("/milestones/first-honest-model/state/", {"state": "done", "note": "Two"}),
        ("/specializations/", {"specialization": "nlp"}),
        ("/specializations/", {}),
        ("/settings/plan/", PLAN | {"weekly_hours": "8", "started_on": "2026-01-02"}),
    ],
)
def test_the_fingerprint_moves_with_every_change_and_with_nothing_else(
    alice: Person, path: str, fields: dict[str, str]
):
    alice.tick("py-syntax", done_on="2026-01-05")
    alice.quietly("/milestones/first-honest-model/state/", {"state": "done", "note": "One"})
    alice.send("/specializations/", {"specialization": "recsys"})
    before = marks_of(alice.user.pk).fingerprint
    assert marks_of(alice.user.pk).fingerprint == before

    alice.send(path, fields)

    assert marks_of(alice.user.pk).fingerprint != before


def test_what_is_added_in_memory_counts_as_the_latest(alice: Person):
    alice.tick("py-functions")
    marks = marks_of(alice.user.pk)
    (pk,) = marks.skills
    other = pk + 1
    after = marks.with_skills({other: OPEN._replace(state="learning")})

    assert max(after.skills, key=lambda one: str(after.skills[one].changed_at)) == other
    assert other not in marks.skills
