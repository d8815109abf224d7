"""Answers to review cards as a browser sends them, each of which counts."""

import time
from collections.abc import Sequence

from accounts.models import User
from roadmap.models.deck import CardRow
from roadmap.review.answering import answer_id
from roadmap.review.cards import Card, cards_of
from tests.bench.visitor import Request, Visitor

_BLANK = CardRow(0, None, "", None, 0, None, None, 0, 0, None, "")
TURNS = 4  # as often is each card answered; a second of the server's time takes no more


def answers(visitors: Sequence[Visitor]) -> list[Request]:
    """Return answers to all cards of these learners, neighbors being of different ones.

    The id of an answer says which of its card it is, so that the ids are known beforehand.
    """
    each = [_answers(visitor) for visitor in visitors]
    most = max(map(len, each))
    return [requests[n] for n in range(most) for requests in each if n < len(requests)]


def _answers(visitor: Visitor) -> list[Request]:
    user = User.objects.get(email=visitor.email)
    url = f"http://127.0.0.1:{visitor.port}/review/"
    return [
        visitor.post(
            "/review/answer/",
            {
                "card": card.key,
                "answer": answer_id(user.pk, _after(card, turn)).hex,
                "rating": "1",  # so that it stays due
                "shown": str(int(time.time()) - 40),
            },
            HX_Request="true",
            HX_Current_URL=url,
        )
        for turn in range(TURNS)
        for card in cards_of(user.pk, user.today(), whole=True).all
    ]


def _after(card: Card, turns: int) -> Card:
    """Return `card` as it is after so many more answers, as far as their number goes."""
    if turns == 0:
        return card
    row = card.row or _BLANK
    return card._replace(row=row._replace(answers=row.answers + turns))
