"""A learner's cards: every question that may be asked of them, with what they remember of it."""

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from roadmap.catalogue import Catalogue, at_version
from roadmap.models.deck import CardRow, Deck, deck_of
from roadmap.models.marks import Marks
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

    def due(self, day: str) -> bool:
        """Return whether it was due by `day`, as text."""
        return self.row is not None and self.row.due_on <= day


@dataclass(frozen=True, eq=False)
class Cards:
    """A learner's cards. What was retired, or whose skill was reopened, is not asked; its row stays.

    A question of the bank has one while its skill is done or under way, an own one always.
    """

    catalogue: Catalogue
    deck: Deck
    today: datetime.date

    @property
    def aim(self) -> datetime.date | None:
        """Return the day of the interview while it lies ahead."""
        date = self.deck.interview_on
        return date if date and date > self.today else None

    @cached_property
    def all(self) -> tuple[Card, ...]:
        """Return every card, suspended ones too, in the order of the trail; for a deck that is whole."""
        own: dict[int, list[str]] = {}
        for own_id, skill_id in self.deck.own.items():
            own.setdefault(skill_id, []).append(own_id)
        skills, live = self.catalogue.skills, self.deck.live
        found = []
        for skill_id in sorted(live | own.keys(), key=lambda pk: skills[pk].place):
            if skill_id in live:
                questions = self.catalogue.questions_of.get(skill_id, ())
                found += [_card(skills[skill_id], q, "", self._rows.get(q.id)) for q in questions]
            found += [
                _card(skills[skill_id], None, pk, self._own_rows.get(pk)) for pk in own.get(skill_id, ())
            ]
        return tuple(found)

    @cached_property
    def near(self) -> tuple[Card, ...]:
        """Return the cards that are due or were answered today; those of an aim, which are all, not."""
        day, deck, found = self.today.isoformat(), self.deck, []
        for row in deck.cards:
            if row.due_on <= day or (row.reviewed_on or "") >= day:
                question = self.catalogue.questions.get(row.question_id)
                skill_id = deck.own.get(row.own_id, 0) if row.own_id else question.skill_id if question else 0
                if skill_id and (row.own_id or (question and not question.retired and skill_id in deck.live)):
                    found.append(_card(self.catalogue.skills[skill_id], question, row.own_id or "", row))
        return tuple(found)

    @property
    def fresh(self) -> Iterator[Card]:
        """Yield the cards that have no row yet: own ones, then those of the bank along the trail."""
        skills, live = self.catalogue.skills, self.deck.live
        for own_id, skill_id in self.deck.own.items():
            if own_id not in self._own_rows and own_id not in self.deck.resting_own:
                yield Card(skills[skill_id], None, own_id, None, None)
        seen = self._rows.keys() | self.deck.resting
        for question in self.catalogue.asked:
            if question.skill_id in live and question.id not in seen:
                yield Card(skills[question.skill_id], question, "", None, None)

    @property
    def from_scratch(self) -> tuple[Card, ...]:
        """Return those of the deck “explain it from scratch”."""
        return tuple(card for card in self.all if card.question and card.question.from_scratch)

    def find(self, key: str) -> Card | None:
        """Return the card with this key, if it is asked. Of one that rests nothing is known: see `rests`."""
        kind, _, name = key.partition("-")
        question = self.catalogue.question_by_slug.get(name) if kind == "q" else None
        if question and not question.retired and question.skill_id in self.deck.live:
            skill = self.catalogue.skills[question.skill_id]
            return _card(skill, question, "", self._rows.get(question.id))
        for own_id, skill_id in self.deck.own.items() if kind == "o" else ():
            if uuid.UUID(own_id).hex == name:
                return _card(self.catalogue.skills[skill_id], None, own_id, self._own_rows.get(own_id))
        return None

    def rests(self, card: Card) -> bool:
        """Return whether the card is not due, so that its row was not read."""
        deck = self.deck
        return (
            card.own_id in deck.resting_own
            if card.own_id
            else bool(card.question and card.question.id in deck.resting)
        )

    @cached_property
    def _rows(self) -> dict[int, CardRow]:
        return {row.question_id: row for row in self.deck.cards if not row.own_id}

    @cached_property
    def _own_rows(self) -> dict[str, CardRow]:
        return {row.own_id: row for row in self.deck.cards if row.own_id}


def cards_of(user_id: int, today: datetime.date, *, whole: bool = False, marks: Marks | None = None) -> Cards:
    """Read a learner's cards in one statement; `whole` with what is remembered of those not due.

    `marks`: those of the learner, where they were read already.
    """
    known = None
    if marks:
        live = (pk for pk, mark in marks.skills.items() if mark.state in ("done", "learning"))
        known = marks.version, frozenset(live)
    deck = deck_of(user_id, today, whole=whole, known=known)
    return Cards(at_version(deck.version), deck, today)


def _card(skill: SkillItem, question: QuestionItem | None, own_id: str, row: CardRow | None) -> Card:
    memory = None
    if row and row.stability is not None and row.difficulty is not None and row.reviewed_on:
        day = datetime.date.fromisoformat(row.reviewed_on)
        memory = Memory(row.stability, row.difficulty, day)
    return Card(skill, question, own_id, row, memory)
