"""Many tabs at once: an answer counts once and is taken back once, with real connections."""

from functools import partial

import pytest

from tests.factories import make_user
from tests.person import Person
from tests.roadmap.review_desk import AGAIN, EASY, GOOD, SKILL, answer, form
from tests.roadmap.test_concurrency import at_once, browsers

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 8


def learner() -> Person:
    person = Person(make_user())
    person.tick(SKILL, "done")
    return person


def test_many_tabs_answer_a_new_card_once():
    alice = learner()
    fields = form(alice.see("/review/"))
    sent = [fields | {"rating": (AGAIN, GOOD, EASY)[n % 3]} for n in range(MANY)]
    replies = at_once(
        partial(tab.quietly, "/review/answer/", each, page="/review/")
        for tab, each in zip(browsers(alice.user, MANY), sent, strict=True)
    )

    assert {reply.status_code for reply in replies} == {200}
    given = alice.user.review_answers.get()
    assert alice.user.review_cards.get().answers == 1
    assert alice.user.study_sessions.get().minutes == 1
    assert given.before is None


def test_many_tabs_take_an_answer_back_once():
    alice = learner()
    answer(alice, GOOD)
    stood = list(alice.user.review_cards.values())
    reply = answer(alice, GOOD, quiet=False)
    assert reply.status_code == 303
    token = alice.see("/review/").by_id("live").named("token").get("value")
    replies = at_once(
        partial(tab.quietly, "/undo/", {"token": token}, page="/review/")
        for tab in browsers(alice.user, MANY)
    )

    assert {reply.status_code for reply in replies} == {200}
    assert list(alice.user.review_cards.values()) == stood
    assert alice.user.review_answers.count() == 1


def test_a_question_sent_by_many_tabs_is_there_once():
    alice = learner()
    fields = {"prompt": "Why?", "answer": "So.", "slip": "", "entry": "0191d5a0-0000-4000-8000-000000000001"}
    replies = at_once(
        partial(tab.send, f"/skills/{SKILL}/questions/", fields) for tab in browsers(alice.user, MANY)
    )

    assert {reply.status_code for reply in replies} == {303}
    assert alice.user.own_questions.count() == 1
