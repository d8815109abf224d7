"""What a session asks today, and in which order. Pure but for the cards it is given."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from roadmap.review.aim import LEAST, gain
from roadmap.review.cards import Card
from roadmap.review.schedule import recall


@dataclass(frozen=True)
class Queue:
    """Cards to come (`cards`), those forgotten today that come back last (`again`), and what waits.

    `done` of `total` are through for today; `waiting` are due and have to wait for another day.
    """

    cards: tuple[Card, ...]
    again: tuple[Card, ...]
    done: int
    waiting: int

    @property
    def left(self) -> int:
        return len(self.cards) + len(self.again)

    @property
    def total(self) -> int:
        return self.done + self.left

    @property
    def next(self) -> Card | None:
        return next(iter(self.cards or self.again), None)


def queue_of(
    known: Iterable[Card],
    fresh: Iterable[Card],
    today: datetime.date,
    share: int,
    aim: datetime.date | None = None,
) -> Queue:
    """Return today's queue of at most `share` cards, those answered today already among them.

    Of the `known` ones, which have a row, the due ones come first, those most at risk at the head; then
    `fresh` ones in their order. With an interview ahead (`aim`), all compete by what an answer today adds
    to their recall on that day.
    """
    day = today.isoformat()
    answered: list[Card] = []
    others: list[Card] = []
    new: list[Card] = []
    for card in known:
        if not card.suspended:
            seen = card.memory is not None and card.memory.reviewed_on >= today
            (answered if seen else others if card.memory else new).append(card)
    again = sorted((card for card in answered if card.due(day)), key=_moment)
    due = [card for card in others if card.due(day)]
    room = max(share - len(answered), 0)
    if aim:
        gains = [(gain(card.memory, today, aim), card) for card in (*others, *new, *fresh)]
        gains.sort(key=lambda pair: (-pair[0], _place(pair[1])))
        picked = [card for added, card in gains[:room] if added >= LEAST]
        waiting = len(due) - sum(1 for card in picked if card.memory and card.due(day))
    else:
        due.sort(key=lambda card: (recall(card.memory, today) if card.memory else 0.0, _place(card)))
        picked = (due + new)[:room]
        picked += islice(fresh, room - len(picked))
        waiting = max(len(due) - room, 0)
    return Queue(tuple(picked), tuple(again), len(answered) - len(again), waiting)


def _moment(card: Card) -> str:
    return (card.row.reviewed_at or "") if card.row else ""


def _place(card: Card) -> tuple[int, int, str]:
    """Return what orders cards that are alike: the trail."""
    return card.skill.place, card.question.id if card.question else 0, card.own_id
