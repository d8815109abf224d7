"""What is still known, by module, today and on the day of the interview; and what fades."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

from roadmap.review.cards import Card
from roadmap.review.schedule import FADED, recall
from roadmap.snapshot import SkillItem


@dataclass(frozen=True)
class Topic:
    """A module: of its `total` questions `asked` were answered before; `now` and `then` are percentages."""

    title: str
    phase_slug: str
    module_slug: str
    asked: int
    total: int
    now: int | None
    then: int | None


@dataclass(frozen=True)
class Faded:
    """A skill whose questions are remembered below 70 % on average; `recall` is a percentage."""

    skill: SkillItem
    recall: int


def topics_of(cards: Iterable[Card], today: datetime.date, aim: datetime.date | None) -> tuple[Topic, ...]:
    """Return the modules that have questions, in the order of the trail; suspended ones count nowhere."""
    found = []
    for _, group in groupby(
        (card for card in cards if not card.suspended), lambda card: card.skill.module_id
    ):
        each = list(group)
        skill = each[0].skill
        asked = sum(1 for card in each if card.memory)
        found.append(
            Topic(
                skill.module_title,
                skill.phase_slug,
                skill.module_slug,
                asked,
                len(each),
                mean_recall(each, today),
                mean_recall(each, aim) if aim else None,
            )
        )
    return tuple(found)


def faded(cards: Iterable[Card], today: datetime.date) -> tuple[Faded, ...]:
    """Return the skills to refresh, those remembered least first."""
    found = []
    for _, group in groupby((card for card in cards if not card.suspended), lambda card: card.skill.id):
        each = list(group)
        if is_faded(mean := mean_recall(each, today)):
            found.append(Faded(each[0].skill, mean or 0))
    return tuple(sorted(found, key=lambda one: one.recall))


def mean_recall(cards: Iterable[Card], day: datetime.date) -> int | None:
    """Return the predicted recall on `day` over cards answered before, in percent; None without any."""
    chances = [recall(card.memory, day) for card in cards if card.memory]
    return round(100 * fmean(chances)) if chances else None


def is_faded(percent: int | None) -> bool:
    return percent is not None and percent < 100 * FADED
