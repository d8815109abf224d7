"""Questions that are due, and answers to them."""

import datetime
import uuid
from typing import Literal

from django.http import HttpResponse
from django.utils import timezone
from pydantic import ConfigDict, Field

from accounts.api.answers import answer
from accounts.api.problems import Problem
from accounts.api.routes import Routes
from accounts.api.shapes import Given, Shown, whole
from accounts.http import ApiRequest
from roadmap.api.examples import example
from roadmap.models import OwnQuestion, ReviewAnswer
from roadmap.models.deck import as_uuid
from roadmap.review.answering import LONGEST, SHORTEST, answer_id, give
from roadmap.review.cards import Card, Cards, cards_of
from roadmap.review.schedule import RATINGS
from roadmap.review.screen import queue_for

routes = Routes("Review")
WORDS = dict(zip(("again", "hard", "good", "easy"), RATINGS, strict=True))
Rating = Literal["again", "hard", "good", "easy"]


class QuestionShown(Shown):
    """A question that is due. Texts are Markdown with TeX."""

    model_config = ConfigDict(json_schema_extra=example("question"))

    card: str
    skill: str
    prompt: str
    answer: str
    slip: str
    answer_id: uuid.UUID = Field(description="What to answer it under; each answer has its own.")


class ReviewShown(Shown):
    """Today's review: what comes next, and how much is left."""

    model_config = ConfigDict(json_schema_extra=example("review"))

    done: int
    left: int
    waiting: int = Field(description="How many are due and have to wait for another day.")
    next: QuestionShown | None


class AnswerShown(Shown):
    """An answer that was given, and when the question comes back."""

    model_config = ConfigDict(json_schema_extra=example("answer"))

    id: uuid.UUID
    rating: Rating
    day: datetime.date
    due_on: datetime.date | None


class WantedAnswer(Given):
    """How well a question was remembered."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"card": "q-bias-variance", "rating": "good"}]})

    card: str = Field(max_length=120, pattern=r"^[a-z0-9-]+$")
    rating: Rating
    seconds: whole(SHORTEST, LONGEST) = SHORTEST  # type: ignore[valid-type]


@routes.read("/review", ReviewShown, "review:read")
def read_review(request: ApiRequest) -> HttpResponse:
    """Read the next question that is due."""
    queue = queue_for(cards_of(request.user.pk, request.user.today()))
    shown = ReviewShown(
        done=queue.done,
        left=queue.left,
        waiting=queue.waiting,
        next=_question(request, queue.next) if queue.next else None,
    )
    return answer(request, shown)


@routes.put("/review/answers/{uuid:pk}", AnswerShown, "review:write")
def put_answer(request: ApiRequest, pk: uuid.UUID, body: WantedAnswer) -> HttpResponse:
    """Answer a question, under the id that came with it.

    Sent again it changes nothing; the time goes into your log as practice.
    """
    now = timezone.now()
    user, today = request.user, request.user.today(now)
    given = ReviewAnswer.objects.filter(user=user, pk=pk).select_related("card").first()
    if given is None:
        cards = cards_of(user.pk, today)
        card = _asked(cards, body.card)
        if answer_id(user.pk, card) != pk:
            raise Problem("conflict", "This question was answered meanwhile. Read the review again.")
        before, rating = cards.deck.seconds, WORDS[body.rating]
        give(user.pk, card, rating, seconds=body.seconds, before=before, now=now, today=today)
        given = ReviewAnswer.objects.filter(user=user, pk=pk).select_related("card").first()
        if given is None:
            raise Problem("conflict", "This question was answered meanwhile. Read the review again.")
    if given.rating != WORDS[body.rating]:
        raise Problem("conflict", "This question has been answered otherwise.")
    return answer(request, _given(given))


def _asked(cards: Cards, key: str) -> Card:
    card = cards.find(key)
    if card is None:
        raise Problem("not-found", "There is no such question of yours.")
    if cards.rests(card):
        raise Problem("conflict", "This question is not due.")
    return card


def _question(request: ApiRequest, card: Card) -> QuestionShown:
    if card.question:
        texts = card.question.prompt, card.question.answer, card.question.slip
    else:
        own = OwnQuestion.objects.get(user=request.user, pk=as_uuid(card.own_id))
        texts = own.prompt, own.answer, own.slip
    prompt, text, slip = texts
    return QuestionShown(
        card=card.key,
        skill=card.skill.slug,
        prompt=prompt,
        answer=text,
        slip=slip,
        answer_id=answer_id(request.user.pk, card),
    )


def _given(row: ReviewAnswer) -> AnswerShown:
    word = next(word for word, rating in WORDS.items() if rating == row.rating)
    return AnswerShown(
        id=row.pk,
        rating=word,  # type: ignore[arg-type]  # one of the four
        day=row.day,
        due_on=row.card.due_on,
    )
