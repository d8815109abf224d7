"""The scale bar of a week: one segment an hour. Pure, no Django."""

import math
from dataclasses import dataclass

FINE = 20


@dataclass(frozen=True)
class Scale:
    """Positions are percent of the bar. `segments` are the dark ones; `target` is the plan, once passed."""

    length: int
    segments: tuple[tuple[str, str], ...]
    filled: str
    target: str

    @property
    def middle(self) -> int:
        """Return the hour to write at the middle, or 0 when none falls there."""
        return self.length // 2 if self.length % 2 == 0 else 0


def scale(done: float, planned: int) -> Scale:
    """Return the bar of `done` hours against those `planned`; from 21 hours on a segment is two."""
    length = max(planned, math.ceil(done), 1)
    step = 1 if length <= FINE else 2
    dark = tuple(
        (_percent(hour, length), _percent(min(step, length - hour), length))
        for hour in range(0, length, 2 * step)
    )
    target = _percent(planned, length) if 0 < planned < length else ""
    return Scale(length, dark, _percent(min(done, length), length), target)


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.3f}%"
