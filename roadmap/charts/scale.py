"""A scale bar: one segment an hour, every other one shaded. Pure, no Django."""

from dataclasses import dataclass
from functools import lru_cache

MOST_SEGMENTS = 24


@dataclass(frozen=True, slots=True)
class Scale:
    """Shaded segments as (x, width) in percent, and what stands in the middle; `hours` is the whole bar."""

    hours: int
    shades: tuple[tuple[float, float], ...]
    middle: str

    def filled(self, amount: float) -> float:
        """Return how much of the bar `amount` hours fill, in percent."""
        return round(min(max(amount / self.hours, 0), 1) * 100, 2)


@lru_cache(maxsize=200)
def scale(hours: int) -> Scale:
    """Divide a bar of one hour or more; a long one has several hours in a segment."""
    step = 1
    while hours / step > MOST_SEGMENTS:
        step = {1: 2, 2: 5, 5: 10}.get(step, step * 2)
    width = 100 / hours
    shades = tuple(
        (round(start * width, 3), round(min(step, hours - start) * width, 3))
        for start in range(0, hours, 2 * step)
    )
    return Scale(hours, shades, f"{hours / 2:g}")
