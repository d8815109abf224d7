"""What a review asks of the database: as much for one who came far as for a beginner."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roadmap.models import OwnQuestion, Question, ReviewCard, Skill
from tests.factories import make_answer, make_own_question
from tests.person import Person
from tests.roadmap.review_desk import GOOD, answer, form
from tests.roadmap.test_statements import read, walk_far

PAGE, ANSWER = 7, 9
PAGES = [
    "/review/",
    "/review/?deck=scratch",
    "/review/topics/",
    "/review/scratch/",
    "/review/questions/",
    "/review/export/",
    "/settings/review/",
    "/skills/py-syntax/",
    "/skills/py-syntax/questions/",
    "/today/",
]


def know_all(person: Person, *, cards: bool = True) -> None:
    """Give a learner all skills, a card of every question, and a hundred questions of their own."""
    walk_far(person)
    person.user.skill_progress.filter(state__in=["open", "skipped"]).update(state="learning")
    skills = list(Skill.objects.all()[:10])
    OwnQuestion.objects.bulk_create(
        OwnQuestion(user=person.user, skill=skill, prompt=f"{n}?", answer="!")
        for skill in skills
        for n in range(10)
    )
    day = person.user.today()
    things: list[dict[str, Any]] = [{"question": q} for q in Question.objects.filter(retired=False)]
    things += [{"own": own} for own in person.user.own_questions.all()]
    ReviewCard.objects.bulk_create(
        ReviewCard(
            user=person.user,
            due_on=day,
            stability=3,
            difficulty=5,
            answers=2,
            reviewed_on="2026-01-05",
            **thing,
        )
        for thing in things
    )
    for card in person.user.review_cards.all()[:5]:
        make_answer(card=card, day=day)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_little_and_no_more_of_one_who_came_far(alice: Person, bob: Person, path: str):
    alice.tick("py-syntax", "done")
    make_own_question(user=alice.user)
    know_all(bob)
    little, much = read(alice, path), read(bob, path)

    assert len(little) <= PAGE, "\n".join(little)
    assert len(much) <= max(len(little), 4), "\n".join(much)


def test_a_visitor_costs_two(visitor: Person):
    assert len(read(visitor, "/skills/py-syntax/")) <= 2


@pytest.mark.parametrize("seconds", [5, 100])
@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize("next_is_own", [False, True])
def test_an_answer_and_the_next_card_take_nine_at_most(
    alice: Person, far: bool, next_is_own: bool, seconds: int
):
    """Session, learner, deck, transaction (two), card, answer, log, and the words of an own question."""
    alice.tick("py-syntax", "done")
    if far:
        know_all(alice)
    if next_is_own:
        alice.user.skill_progress.update(state="open", done_on=None)
        alice.user.own_questions.all().delete()
        for _ in range(3):
            make_own_question(user=alice.user)
    answer(alice, GOOD)
    fields = form(alice.see("/review/")) | {"rating": GOOD}
    fields["shown"] = str(int(fields["shown"]) - seconds)
    with CaptureQueriesContext(connection) as captured:
        reply = alice.quietly("/review/answer/", fields, page="/review/")

    assert reply.status_code == 200
    assert alice.user.review_answers.count() >= 2
    statements = [query["sql"] for query in captured.captured_queries]
    assert len(statements) <= ANSWER, "\n".join(statements)
