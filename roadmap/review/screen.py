"""What the review page shows: the next card with its four answers, or that nothing is left."""

import datetime
from dataclasses import dataclass, replace

from roadmap.days import short_day
from roadmap.models import OwnQuestion
from roadmap.models.deck import CardRow, as_uuid
from roadmap.review.answering import answer_id
from roadmap.review.cards import Card, Cards
from roadmap.review.queue import Queue, queue_of
from roadmap.review.schedule import RATINGS, Memory, answered
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
    queue, asked = queue_for(cards, scratch=scratch), cards.from_scratch if scratch else cards.all
    card = queue.next
    return Screen(
        queue,
        _asked(card, user_id, cards.today) if card else None,
        _next_on(cards, cards.today),
        cards.aim,
        share_of(cards) < cards.deck.cap,
        scratch,
        not any(not card.suspended for card in asked),
    )


def queue_for(cards: Cards, *, scratch: bool = False) -> Queue:
    """Return today's queue; the deck “from scratch” is asked whole, whatever the day's share."""
    if scratch:
        asked = cards.from_scratch
        return queue_of(asked, cards.today, len(asked), cards.aim)
    return queue_of(cards.all, cards.today, share_of(cards), cards.aim)


def share_of(cards: Cards) -> int:
    """Return how many cards today asks for."""
    return share(cards.deck.cap, cards.today, cards.deck.days, cards.deck.breaks)


def with_row(cards: Cards, changed: Card, row: CardRow, seconds: int) -> Cards:
    """Return the cards as a fresh read would find them after an answer of so many `seconds`."""
    memory = None
    if row.stability is not None and row.difficulty is not None and row.reviewed_on:
        memory = Memory(row.stability, row.difficulty, row.reviewed_on)
    fresh = changed._replace(row=row, memory=memory)
    every = tuple(fresh if card is changed else card for card in cards.all)
    return replace(cards, all=every, deck=replace(cards.deck, seconds=cards.deck.seconds + seconds))


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


def _asked(card: Card, user_id: int, today: datetime.date) -> Asked:
    if card.question:
        text, resource = text_of(card.question), card.question.resource
    else:
        own = OwnQuestion.objects.get(user_id=user_id, pk=as_uuid(card.own_id))
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


def _next_on(cards: Cards, today: datetime.date) -> str:
    ahead = [card.row.due_on for card in cards.all if card.row and card.row.due_on and not card.suspended]
    later = min((day for day in ahead if day > today), default=None)
    return interval(later, today) if later else ""
