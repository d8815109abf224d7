"""The bar of a week: what is planned, one part after the other, and what is done. Pure, no Django."""

from collections.abc import Sequence
from dataclasses import dataclass

# Characters of small type in one percent of the bar, on a desk and on a phone.
WIDE, NARROW = 0.95, 0.5
SHORTEST = 9


@dataclass(frozen=True)
class Segment:
    """A part of the bar, in percent of it. `label` fits a desk, `short` a phone; each may be empty."""

    x: float
    width: float
    label: str
    short: str
    shaded: bool


@dataclass(frozen=True)
class Bar:
    """`filled`: what is done, in percent. `limit`: where the week's hours end, if before the bar does."""

    segments: tuple[Segment, ...]
    filled: float
    limit: float | None


def bar(parts: Sequence[tuple[str, float, str]], hours: float, done: float) -> Bar:
    """Lay out `parts` (title, hours, hours in words) of a week with so many `hours`, some of them `done`."""
    planned = sum(amount for _, amount, _ in parts)
    whole = max(planned, hours, done) or 1.0
    segments, x = [], 0.0
    for number, (title, amount, words) in enumerate(parts):
        width = amount / whole * 100
        segments.append(
            Segment(
                round(x, 3),
                round(width, 3),
                _fitting(title, words, int(width * WIDE)),
                _fitting(title, words, int(width * NARROW)),
                number % 2 == 1,
            )
        )
        x += width
    limit = round(hours / whole * 100, 3) if 0 < hours < whole else None
    return Bar(tuple(segments), round(min(done / whole, 1.0) * 100, 3), limit)


def _fitting(title: str, words: str, room: int) -> str:
    """Return title and hours in `room` characters, the title shortened; else the hours; else nothing."""
    full = f"{title} {words}"
    if len(full) <= room:
        return full
    left = room - len(words) - 2
    if left >= SHORTEST:
        return f"{title[:left].rstrip(' ,:-')}… {words}"
    return words if len(words) + 1 <= room else ""
