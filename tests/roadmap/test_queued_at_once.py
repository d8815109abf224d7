"""The same change at the same moment, from a page and from the worker: it counts once, on either database."""

import uuid
from functools import partial

import pytest

from roadmap.models import SkillProgress, StudySession
from tests.factories import make_user
from tests.person import Person
from tests.roadmap.test_concurrency import at_once
from tests.roadmap.waiting import ago, late, long_there, words

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_change_sent_ten_times_at_once_is_applied_once():
    alice = make_user()
    key = str(uuid.uuid4())
    tabs = [Person(alice) for _ in range(10)]

    answers = at_once(
        [partial(late, tab, "/log/", {"minutes": "30"}, key=key) for tab in tabs],
    )

    assert {words(answer) for answer in answers} == {words(answers[0])}
    assert StudySession.objects.filter(user=alice).count() == 1


def test_of_changes_that_cross_each_other_the_latest_stays():
    alice = make_user()
    long_there(Person(alice))
    tabs = [Person(alice) for _ in range(8)]
    states = ["learning", "open", "skipped", "done"] * 2

    at_once(
        [
            partial(late, tab, "/skills/py-syntax/state/", {"state": state}, at=ago(8 - number))
            for number, (tab, state) in enumerate(zip(tabs, states, strict=True))
        ]
    )

    assert SkillProgress.objects.get(user=alice).state == "done"
