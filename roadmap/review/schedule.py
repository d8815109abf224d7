"""When a card comes back, by FSRS-6 with its published weights. Pure, no Django.

Days are those of the learner's own calendar, and nothing is random: the same answers on the same days
give the same plan. A card comes back on the day when its recall is predicted to have fallen to 90 %.
"""

import datetime
from functools import lru_cache
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler, State

AGAIN, HARD, GOOD, EASY = RATINGS = (1, 2, 3, 4)
LONGEST = 365  # days
FADED = 0.7

# Steps of minutes are left out: what was forgotten comes back in the same session instead.
_scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=LONGEST)
_DECAY = -_scheduler.parameters[20]
_FACTOR = 0.9 ** (1 / _DECAY) - 1


class Memory(NamedTuple):
    """What is remembered of a question; `stability` in days, `difficulty` from 1 to 10."""

    stability: float
    difficulty: float
    reviewed_on: datetime.date


class Next(NamedTuple):
    """A memory after an answer, and the day on which its card is due: the same day after “again”."""

    memory: Memory
    due_on: datetime.date


@lru_cache(maxsize=20_000)
def answered(memory: Memory | None, rating: int, today: datetime.date) -> Next:
    """Return what an answer makes of `memory` (None: never answered before)."""
    card = Card(
        card_id=0,  # without an id the library waits for the clock to move on
        state=State.Review if memory else State.Learning,
        stability=memory.stability if memory else None,
        difficulty=memory.difficulty if memory else None,
        last_review=_midnight(memory.reviewed_on) if memory else None,
        due=_midnight(today),
    )
    after, _ = _scheduler.review_card(card, Rating(rating), _midnight(today))
    if after.stability is None or after.difficulty is None:
        raise ValueError("A card that was answered has a stability and a difficulty.")
    due_on = today if rating == AGAIN else after.due.date()
    return Next(Memory(after.stability, after.difficulty, today), due_on)


def recall(memory: Memory, day: datetime.date) -> float:
    """Return the chance, from 0 to 1, that the answer is still known on `day`."""
    elapsed = max((day - memory.reviewed_on).days, 0)
    chance: float = (1 + _FACTOR * elapsed / memory.stability) ** _DECAY
    return chance


def _midnight(day: datetime.date) -> datetime.datetime:
    """Return a moment for `day`, so that the library counts whole days between two of them."""
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
