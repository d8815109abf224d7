"""How long the roadmap takes at a steady pace. Pure, no Django."""

import math
from dataclasses import dataclass

WEEKS_A_MONTH = 365.25 / 12 / 7
PACES = (6, 9, 12, 15, 20, 30)


@dataclass(frozen=True, slots=True)
class Pace:
    """`weekly` hours a week make so many whole weeks, or months."""

    weekly: int
    weeks: int
    months: int


def paces(hours: float) -> tuple[Pace, ...]:
    """Divide `hours` plainly by several paces; what is begun counts as a whole week."""
    found = [(weekly, math.ceil(hours / weekly)) for weekly in PACES]
    return tuple(Pace(weekly, weeks, round(weeks / WEEKS_A_MONTH)) for weekly, weeks in found)
