"""What a forecast is made from: the road ahead, the road behind, and the weeks between. Pure, no Django.

Hours are floats of zero or more, days are dates in the learner's own time zone. Every class raises
`ValueError` for what cannot be: negative or absurd hours, a range or a break that ends before it begins.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[datetime.date, datetime.date]
"""First and last day, both included."""

MINUTE = 1 / 60  # hours; less than that is nothing
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Remaining:
    """A required skill that is open or being learned: its range, and the hours logged on it so far."""

    low: float
    high: float
    logged: float = 0.0

    def __post_init__(self) -> None:
        _check_hours(self.low, self.high, self.logged)
        if self.low > self.high:
            raise ValueError(f"A range cannot go from {self.low} down to {self.high} hours.")


@dataclass(frozen=True, slots=True)
class Finished:
    """A done skill: the middle of its range, and the hours logged on it (0: nobody logged)."""

    estimate: float
    hours: float

    def __post_init__(self) -> None:
        _check_hours(self.estimate, self.hours)


@dataclass(frozen=True, slots=True)
class Week:
    """A full week that is over."""

    hours: float
    planned_break: bool = False

    def __post_init__(self) -> None:
        _check_hours(self.hours)


@dataclass(frozen=True, slots=True)
class Road:
    """One learner on one day.

    `weeks` are the full weeks since the start, oldest first and without gaps; the last 40 that were no
    planned break count. `stated` is what the learner means to study a week; `supposed` asks what would
    be at another pace. `breaks` may overlap, be over or lie far ahead.

    The same `seed` plays the same futures. Made of the learner alone, it lets dates move only with what
    the learner does or enters; a what-if must keep the seed of the forecast that it is compared with.
    """

    remaining: Sequence[Remaining]
    finished: Sequence[Finished]
    weeks: Sequence[Week]
    stated: float
    today: datetime.date
    seed: str
    breaks: Sequence[Span] = ()
    target: datetime.date | None = None
    supposed: float | None = None

    def __post_init__(self) -> None:
        _check_hours(self.stated, self.supposed or 0.0)
        for first, last in self.breaks:
            if first > last:
                raise ValueError(f"A break cannot begin on {first} and end on {last}.")


def _check_hours(*amounts: float) -> None:
    for amount in amounts:
        if not 0 <= amount <= MOST:
            raise ValueError(f"Hours are between zero and a million, not {amount}.")
