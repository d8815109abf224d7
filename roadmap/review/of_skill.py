"""The review questions on a skill's page, with what this learner remembers of each."""

import datetime
import uuid
from dataclasses import dataclass

from roadmap.catalogue import Catalogue
from roadmap.models.deck import as_uuid
from roadmap.models.skill_cards import SkillCard, SkillCards
from roadmap.review.schedule import Memory, recall
from roadmap.review.screen import interval
from roadmap.review.texts import QuestionText, rendered, text_of
from roadmap.review.topics import is_faded
from roadmap.snapshot import ResourceItem, SkillItem


@dataclass(frozen=True)
class Row:
    """A question; `recall` in percent, None when it was never answered; `due` in words."""

    key: str
    text: QuestionText
    resource: ResourceItem | None
    own_id: uuid.UUID | None
    recall: int | None
    due: str
    suspended: bool

    @property
    def faded(self) -> bool:
        return is_faded(self.recall)


@dataclass(frozen=True)
class SkillQuestions:
    rows: tuple[Row, ...]

    @property
    def recall(self) -> int | None:
        """Return the mean recall of those answered before and not put aside, in percent."""
        known = [row.recall for row in self.rows if row.recall is not None and not row.suspended]
        return round(sum(known) / len(known)) if known else None

    @property
    def faded(self) -> bool:
        return is_faded(self.recall)


def questions_of(
    catalogue: Catalogue, skill: SkillItem, mine: SkillCards | None, today: datetime.date
) -> SkillQuestions:
    """Return the bank's questions on `skill`, then the learner's own (None: a visitor has none)."""
    cards = {card.question_id: card for card in mine.rows if not card.own_id} if mine else {}
    rows = [
        _row(f"q-{question.slug}", text_of(question), question.resource, None, cards.get(question.id), today)
        for question in catalogue.questions_of.get(skill.id, ())
    ]
    for card in mine.rows if mine else ():
        if card.own_id:
            pk = as_uuid(card.own_id)
            rows.append(
                _row(f"o-{pk.hex}", rendered(card.prompt, card.answer, card.slip), None, pk, card, today)
            )
    return SkillQuestions(tuple(rows))


def _row(
    key: str,
    text: QuestionText,
    resource: ResourceItem | None,
    own_id: uuid.UUID | None,
    card: SkillCard | None,
    today: datetime.date,
) -> Row:
    chance, due = None, ""
    if card and card.stability is not None and card.difficulty is not None and card.reviewed_on:
        memory = Memory(card.stability, card.difficulty, card.reviewed_on)
        chance = round(100 * recall(memory, today))
        due = interval(card.due_on, today) if card.due_on and card.due_on > today else "today"
    return Row(key, text, resource, own_id, chance, due, bool(card and card.suspended))
