"""The deck “explain it from scratch”: derivations and code that an interviewer asks for at a whiteboard."""

from dataclasses import dataclass

from roadmap.review.cards import Cards
from roadmap.review.schedule import recall
from roadmap.review.texts import QuestionText, text_of
from roadmap.snapshot import SkillItem


@dataclass(frozen=True)
class ScratchRow:
    """A question of the deck; `opened`: its skill is done or under way, so that it is asked."""

    skill: SkillItem
    text: QuestionText
    opened: bool
    recall: int | None


@dataclass(frozen=True)
class ScratchDeck:
    rows: tuple[ScratchRow, ...]

    @property
    def opened(self) -> int:
        return sum(row.opened for row in self.rows)


def scratch_of(cards: Cards) -> ScratchDeck:
    """Return the whole deck, in the order of the trail."""
    mine = {card.question.id: card for card in cards.from_scratch if card.question}
    catalogue = cards.catalogue
    bank = [q for q in catalogue.questions.values() if q.from_scratch and not q.retired]
    bank.sort(key=lambda question: catalogue.skills[question.skill_id].place)
    rows = []
    for question in bank:
        card = mine.get(question.id)
        chance = round(100 * recall(card.memory, cards.today)) if card and card.memory else None
        rows.append(
            ScratchRow(catalogue.skills[question.skill_id], text_of(question), card is not None, chance)
        )
    return ScratchDeck(tuple(rows))
