"""What a session asks today, and in which order. Pure but for the cards it is given."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

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
    cards: Iterable[Card], today: datetime.date, share: int, aim: datetime.date | None = None
) -> Queue:
    """Return today's queue of at most `share` cards, those answered today already among them.

    Due ones come first, those most at risk at the head, then new ones in the order of the trail. With an
    interview ahead (`aim`), all cards compete, by what an answer today adds to their recall on that day.
    """
    asked = [card for card in cards if not card.suspended]
    today_already = [card for card in asked if card.memory and card.memory.reviewed_on >= today]
    again = [card for card in today_already if _due(card, today)]
    others = [card for card in asked if not (card.memory and card.memory.reviewed_on >= today)]
    due = [card for card in others if card.memory and _due(card, today)]
    if aim and today < aim:
        gains = [(gain(card.memory, today, aim), card) for card in others]
        gains.sort(key=lambda pair: -pair[0])
        order = [card for added, card in gains if added >= LEAST]
    else:
        due.sort(key=lambda card: recall(card.memory, today) if card.memory else 0.0)
        order = due + [card for card in others if card.memory is None]
    picked = order[: max(share - len(today_already), 0)]
    waiting = len(due) - sum(1 for card in picked if card.memory and _due(card, today))
    again.sort(key=lambda card: (card.row.reviewed_at or "") if card.row else "")
    return Queue(tuple(picked), tuple(again), len(today_already) - len(again), waiting)


def _due(card: Card, today: datetime.date) -> bool:
    return card.row is not None and card.row.due_on is not None and card.row.due_on <= today
