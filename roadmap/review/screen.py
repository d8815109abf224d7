"""What the review page shows: the next card with its four answers, or that nothing is left."""

import datetime
from dataclasses import dataclass, replace

from roadmap.days import short_day
from roadmap.models import OwnQuestion
from roadmap.models.deck import CardRow, as_uuid
from roadmap.review.answering import answer_id
from roadmap.review.cards import Card, Cards
from roadmap.review.queue import Queue, queue_of
from roadmap.review.schedule import RATINGS, answered
from roadmap.review.share import share
from roadmap.review.texts import QuestionText, rendered, text_of
from roadmap.snapshot import ResourceItem, SkillItem

LABELS = dict(zip(RATINGS, ("Again", "Hard", "Good", "Easy"), strict=True))
SCRATCH = "scratch"


@dataclass(frozen=True)
class Choice:
    """One of the four answers; `comes` says when the card comes back then."""

    rating: int
    label: str
    comes: str


@dataclass(frozen=True)
class Asked:
    """A card, ready to be shown. `answer_id` makes that its form counts once, however often it is sent."""

    key: str
    skill: SkillItem
    since: str
    text: QuestionText
    resource: ResourceItem | None
    own: bool
    choices: tuple[Choice, ...]
    answer_id: str


@dataclass(frozen=True)
class Screen:
    """`next_on`: the day of the next card, in words, where none is left today."""

    queue: Queue
    asked: Asked | None
    next_on: str
    aim: datetime.date | None
    eased: bool
    scratch: bool
    empty: bool

    @property
    def place(self) -> int:
        return min(self.queue.done + 1, self.queue.total)


def screen_of(cards: Cards, user_id: int, *, scratch: bool = False) -> Screen:
    """Return what to ask now. One statement when that is an own question, else none."""
    queue = queue_for(cards, scratch=scratch)
    card = queue.next
    return Screen(
        queue,
        _asked(card, user_id, cards.today) if card else None,
        "" if card else _next_on(cards),
        cards.aim,
        share_of(cards) < cards.deck.cap,
        scratch,
        not card and not (cards.deck.live or cards.deck.own),
    )


def deck_for(cards: Cards, user_id: int) -> list[Asked]:
    """Return all that today asks, in its order. One statement when there are own questions among it."""
    queue = queue_for(cards)
    asked = (*queue.cards, *queue.again)
    mine = [as_uuid(card.own_id) for card in asked if card.own_id]
    own = OwnQuestion.objects.filter(user_id=user_id).in_bulk(mine) if mine else {}
    return [
        _asked(card, user_id, cards.today, own.get(as_uuid(card.own_id)) if card.own_id else None)
        for card in asked
    ]


def queue_for(cards: Cards, *, scratch: bool = False) -> Queue:
    """Return today's queue; the deck “from scratch” is asked whole, whatever the day's share."""
    if scratch or cards.aim:
        asked = cards.from_scratch if scratch else cards.all
        known, fresh = [c for c in asked if c.row], [c for c in asked if not (c.row or cards.rests(c))]
        return queue_of(known, fresh, cards.today, len(asked) if scratch else share_of(cards), cards.aim)
    return queue_of(cards.near, cards.fresh, cards.today, share_of(cards))


def share_of(cards: Cards) -> int:
    """Return how many cards today asks for."""
    return share(cards.deck.cap, cards.today, cards.deck.days, cards.deck.breaks)


def with_row(cards: Cards, row: CardRow, seconds: int) -> Cards:
    """Return the cards as a fresh read would find them after an answer of so many `seconds`."""
    same = row.question_id, row.own_id
    others = (old for old in cards.deck.cards if (old.question_id, old.own_id) != same)
    deck = replace(cards.deck, cards=(row, *others), seconds=cards.deck.seconds + seconds)
    return Cards(cards.catalogue, deck, cards.today)


def interval(due_on: datetime.date, today: datetime.date) -> str:
    """Return “again today”, “tomorrow”, “in 5 days”, “in 3 months”."""
    days = (due_on - today).days
    if days <= 0:
        return "once more today"
    if days == 1:
        return "tomorrow"
    if days < 60:
        return f"{days} days"
    return f"{round(days / 30.4)} months" if days < 360 else "a year"


def _asked(card: Card, user_id: int, today: datetime.date, own: OwnQuestion | None = None) -> Asked:
    if card.question:
        text, resource = text_of(card.question), card.question.resource
    else:
        own = own or OwnQuestion.objects.get(user_id=user_id, pk=as_uuid(card.own_id))
        text, resource = rendered(own.prompt, own.answer, own.slip), None
    since = ""
    if card.memory:
        since = f"Asked {short_day(card.memory.reviewed_on, today)}"
    return Asked(
        card.key,
        card.skill,
        since or "New",
        text,
        resource,
        card.question is None,
        tuple(
            Choice(rating, LABELS[rating], interval(answered(card.memory, rating, today).due_on, today))
            for rating in RATINGS
        ),
        answer_id(user_id, card).hex,
    )


def _next_on(cards: Cards) -> str:
    today = cards.today.isoformat()
    later = [row.due_on for row in cards.deck.cards if row.due_on > today and not row.suspended]
    first = min([*later, *filter(None, [cards.deck.next_on])], default="")
    return interval(datetime.date.fromisoformat(first), cards.today) if first else ""
