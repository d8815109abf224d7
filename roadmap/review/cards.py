"""A learner's cards: every question that may be asked of them, with what they remember of it."""

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from roadmap.catalogue import Catalogue, at_version
from roadmap.models.deck import CardRow, Deck, deck_of
from roadmap.review.schedule import Memory
from roadmap.snapshot import QuestionItem, SkillItem


class Card(NamedTuple):
    """A question that is asked: one of the bank, or (`question` None) an own one, `own_id`.

    `row` None: it was never answered nor put aside.
    """

    skill: SkillItem
    question: QuestionItem | None
    own_id: str
    row: CardRow | None
    memory: Memory | None

    @property
    def key(self) -> str:
        """Return the name by which forms and addresses know it."""
        return f"q-{self.question.slug}" if self.question else f"o-{uuid.UUID(self.own_id).hex}"

    @property
    def answers(self) -> int:
        return self.row.answers if self.row else 0

    @property
    def suspended(self) -> bool:
        return bool(self.row and self.row.suspended)


@dataclass(frozen=True)
class Cards:
    """All of a learner's cards, in the order of the trail, suspended ones too.

    A question of the bank has one while its skill is done or under way, an own one always. What was
    retired, or whose skill was reopened, is not asked; its row stays as it is.
    """

    catalogue: Catalogue
    deck: Deck
    today: datetime.date
    all: tuple[Card, ...]

    @property
    def aim(self) -> datetime.date | None:
        """Return the day of the interview while it lies ahead."""
        date = self.deck.interview_on
        return date if date and date > self.today else None

    @property
    def from_scratch(self) -> tuple[Card, ...]:
        """Return those of the deck “explain it from scratch”."""
        return tuple(card for card in self.all if card.question and card.question.from_scratch)

    def find(self, key: str) -> Card | None:
        """Return the card with this key, if it is asked."""
        return next((card for card in self.all if card.key == key), None)


def cards_of(user_id: int, today: datetime.date) -> Cards:
    """Read a learner's cards in one statement."""
    deck = deck_of(user_id, today)
    catalogue = at_version(deck.version)
    return Cards(catalogue, deck, today, tuple(_cards(catalogue, deck)))


def _cards(catalogue: Catalogue, deck: Deck) -> Iterator[Card]:
    rows: dict[int, CardRow] = {}
    own_rows: dict[str, CardRow] = {}
    for row in deck.cards:
        if row.own_id:
            own_rows[row.own_id] = row
        else:
            rows[row.question_id] = row
    own: dict[int, list[str]] = {}
    for own_id, skill_id in deck.own.items():
        own.setdefault(skill_id, []).append(own_id)
    live = deck.done | deck.learning
    skills = catalogue.skills
    for skill_id in sorted(live | own.keys(), key=lambda pk: skills[pk].place):
        skill = skills[skill_id]
        if skill_id in live:
            for question in catalogue.questions_of.get(skill_id, ()):
                yield _card(skill, question, "", rows.get(question.id))
        for own_id in own.get(skill_id, ()):
            yield _card(skill, None, own_id, own_rows.get(own_id))


def _card(skill: SkillItem, question: QuestionItem | None, own_id: str, row: CardRow | None) -> Card:
    memory = None
    if row and row.stability is not None and row.difficulty is not None and row.reviewed_on:
        memory = Memory(row.stability, row.difficulty, row.reviewed_on)
    return Card(skill, question, own_id, row, memory)
