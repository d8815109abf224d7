"""Counting: how far along a learner is. Pure, no Django."""

from collections.abc import Iterable
from typing import NamedTuple


class Item(NamedTuple):
    """One skill to count: state, hours, and for a counted skill how full it is (0 to 1)."""

    state: str
    hours: float
    filled: float = 0.0
    shown: bool = False


class Tally(NamedTuple):
    """Skills and hours. Skipped ones have left `total` and `hours_total`. Hours are middles of estimates.

    `shown` counts the done skills that a link or a shipped build proves, `hours_shown` their hours; neither
    exceeds what is done.
    """

    done: int = 0
    shown: int = 0
    learning: int = 0
    skipped: int = 0
    total: int = 0
    hours_done: float = 0.0
    hours_total: float = 0.0
    hours_shown: float = 0.0

    @property
    def left(self) -> int:
        return self.total - self.done

    @property
    def hours_left(self) -> float:
        return self.hours_total - self.hours_done

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do: 0 of 0."""
        return self.total == 0

    @property
    def complete(self) -> bool:
        return self.total > 0 and self.done == self.total

    @property
    def started(self) -> bool:
        return self.done > 0 or self.learning > 0

    @property
    def share(self) -> float:
        """Return the walked part of the hours, 0 to 1; 0 of 0 is 0."""
        return self.hours_done / self.hours_total if self.hours_total else 0.0

    @property
    def claimed(self) -> int:
        """Return how many done skills nothing shows yet."""
        return self.done - self.shown

    @property
    def share_shown(self) -> float:
        """Return the part of the hours that is walked and shown, 0 to 1."""
        return self.hours_shown / self.hours_total if self.hours_total else 0.0

    @property
    def percent(self) -> int:
        """Return `share` in whole percent, rounded down; 100 means all is done, not only counted full."""
        return min(int(self.share * 100 + 1e-9), 100 if self.complete else 99)


def count(items: Iterable[tuple[str, float, float, bool]]) -> Tally:
    """Tally items (plain tuples do); states are open, learning, done and skipped."""
    done = shown = learning = skipped = total = 0
    hours_done = hours_total = hours_shown = 0.0
    for state, hours, filled, proved in items:
        if state == "skipped":
            skipped += 1
            continue
        total += 1
        hours_total += hours
        if state == "done":
            done += 1
            hours_done += hours
            if proved:
                shown += 1
                hours_shown += hours
        else:
            learning += state == "learning"
            if filled:
                hours_done += hours * min(max(filled, 0.0), 1.0)
    return Tally(done, shown, learning, skipped, total, hours_done, hours_total, hours_shown)


def total(tallies: Iterable[Tally]) -> Tally:
    """Add up tallies, field by field."""
    return Tally(*map(sum, zip(*tallies, strict=True)))
