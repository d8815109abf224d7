"""What Alice reviews is practice in her study log, one entry a day that grows."""

import datetime

import pytest
import time_machine

from roadmap.models import StudySession
from tests.factories import make_session
from tests.person import Person
from tests.roadmap.clock import NOON
from tests.roadmap.review_desk import GOOD, SKILL, TODAY, bank, form

pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def learnt(alice: Person) -> Person:
    """Alice, with one skill done."""
    alice.tick(SKILL, "done")
    return alice


def test_reviewing_is_practice_in_the_log_once_a_day(learnt: Person):
    for _ in bank():
        fields = form(learnt.see("/review/")) | {"rating": GOOD}
        with time_machine.travel(NOON + datetime.timedelta(seconds=50), tick=False):
            learnt.quietly("/review/answer/", fields, page="/review/")
    session = learnt.user.study_sessions.get()
    assert (session.day, session.kind, session.note, session.skill) == (TODAY, "practice", "Review", None)
    assert session.minutes == -(-50 * len(bank()) // 60)
    assert "Review" in learnt.see("/log/").by_id("weeks").text


def test_a_card_left_open_over_lunch_counts_two_minutes(learnt: Person):
    fields = form(learnt.see("/review/")) | {"rating": GOOD}
    with time_machine.travel(NOON + datetime.timedelta(hours=2), tick=False):
        learnt.quietly("/review/answer/", fields, page="/review/")

    assert learnt.user.study_sessions.get().minutes == 2
    assert learnt.user.review_answers.get().seconds == 120


def test_a_full_day_takes_no_more_minutes_but_the_answer_counts(learnt: Person):
    make_session(user=learnt.user, day=TODAY, minutes=24 * 60)
    fields = form(learnt.see("/review/")) | {"rating": GOOD}
    with time_machine.travel(NOON + datetime.timedelta(minutes=1), tick=False):
        learnt.quietly("/review/answer/", fields, page="/review/")

    assert learnt.user.review_answers.count() == 1
    assert learnt.user.study_sessions.count() == 1


def test_an_edited_entry_of_the_log_grows_from_where_it_was_put(learnt: Person):
    answer_after_a_minute(learnt)
    StudySession.objects.update(minutes=30, note="With Carol")
    answer_after_a_minute(learnt)

    session = learnt.user.study_sessions.get()
    assert (session.minutes, session.note) == (31, "With Carol")


def answer_after_a_minute(person: Person) -> None:
    fields = form(person.see("/review/")) | {"rating": GOOD}
    with time_machine.travel(NOON + datetime.timedelta(seconds=60), tick=False):
        person.quietly("/review/answer/", fields, page="/review/")
