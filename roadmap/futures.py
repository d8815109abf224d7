"""Many possible futures of one learner, played from the weeks that were. Pure, no Django.

A future is a row of four-week stretches in *usual weeks*: a stretch of 4 is as much as four weeks at the
pace. It depends neither on the pace nor on the skills left nor on breaks, so that all questions of a day
are asked of the same futures: more hours, or less to do, can only bring every one of them nearer.
"""

import math
import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import mul
from statistics import NormalDist, fmean

FUTURES = 400
STRETCH = 4  # weeks that stay together, since a burst or a lull lasts longer than a week
STRETCHES = 66  # a little more than five years
DAYS = 7 * STRETCH
LOTS = 256  # a byte draws one

SETTLED = 0.2  # how far (log scale) even a known pace may be off from the first day
UNSETTLED = 0.5  # the same before there is a log
DRIFT = 0.033  # how far it goes astray in one more week; it grows with the square root of time
SETBACKS = 0.08  # what life takes that nobody has planned yet
GROWS_FOR = 24  # weeks


@dataclass(frozen=True, slots=True)
class Luck:
    """What one future has drawn: standard normal numbers."""

    level: float
    factor: float
    ranges: float


@dataclass(frozen=True, slots=True)
class Futures:
    """`done[k]` is what is done in future k after each stretch, in usual weeks."""

    done: tuple[tuple[float, ...], ...]

    def arrivals(self, work: Sequence[float]) -> list[float]:
        """Return after how many study days `work` (usual weeks, one per future) is done, soonest first.

        What takes longer than the last stretch is infinitely far.
        """
        return sorted(map(_days, self.done, work))

    def shares(self, days: float, work: Sequence[float]) -> list[float]:
        """Return which part of the work is done after so many study days, least first; may exceed 1."""
        stretch, rest = divmod(min(days, DAYS * STRETCHES), DAYS)
        at, part = int(stretch), rest / DAYS
        if at == 0:
            return sorted(done[0] * part / all_ for done, all_ in zip(self.done, work, strict=True))
        if not part:
            return sorted(done[at - 1] / all_ for done, all_ in zip(self.done, work, strict=True))
        return sorted(
            (done[at - 1] + (done[at] - done[at - 1]) * part) / all_
            for done, all_ in zip(self.done, work, strict=True)
        )


@lru_cache(maxsize=2)  # a what-if follows the forecast; one takes almost a megabyte
def play(weeks: tuple[float, ...], seed: str, *, settled: bool, growth: float) -> Futures:
    """Play on from `weeks`, the hours of one week or more, not all of them 0."""
    rng = random.Random(seed)  # nosec B311: the same futures for the same seed are what it is for
    levels = _levels(SETTLED if settled else UNSETTLED)
    if growth != 1:
        ramp = [1 + (growth - 1) * min(_middle(k) / GROWS_FOR, 1) for k in range(STRETCHES)]
        levels = tuple(tuple(map(mul, level, ramp)) for level in levels)
    usual = fmean(weeks)
    urns = _Urns([week / usual for week in weeks])
    starts = range(math.ceil(len(weeks) / STRETCH))
    done = []
    for level in levels:
        # Twice: which weeks are usual is as uncertain as which of them come next.
        urn = urns[tuple(rng.randrange(len(weeks)) for _ in starts)]
        done.append(tuple(accumulate(map(mul, map(urn.__getitem__, rng.randbytes(STRETCHES)), level))))
    return Futures(tuple(done))


class _Urns(dict[tuple[int, ...], tuple[float, ...]]):
    """By the places where a resample's stretches begin: what each lot, drawn by a byte, gets done."""

    def __init__(self, weeks: Sequence[float]) -> None:
        super().__init__()
        self.weeks = weeks

    def __missing__(self, starts: tuple[int, ...]) -> tuple[float, ...]:
        pool = [week for start in starts for week in _stretch(self.weeks, start)][: len(self.weeks)]
        lots = [sum(_stretch(pool, start)) for start in range(len(pool))]
        urn = self[starts] = tuple(lots * math.ceil(LOTS / len(lots)))[:LOTS]
        return urn


@lru_cache(maxsize=1)
def lucks() -> tuple[Luck, ...]:
    """Spread the futures evenly over all luck, so that few of them say what many would."""
    ratio = 1.2207440846057596  # the root of x⁴ = x + 1, for three dimensions
    normal = NormalDist()
    return tuple(
        Luck(*(normal.inv_cdf((0.5 + number / ratio**axis) % 1) for axis in (1, 2, 3)))
        for number in range(1, FUTURES + 1)
    )


@lru_cache(maxsize=2)
def _levels(spread: float) -> tuple[tuple[float, ...], ...]:
    """Return, future by future, the pace in each stretch against the usual one."""
    widths = [math.hypot(spread, DRIFT * math.sqrt(_middle(k))) for k in range(STRETCHES)]
    return tuple(tuple(math.exp(luck.level * width - SETBACKS) for width in widths) for luck in lucks())


def _middle(stretch: int) -> float:
    """Return how many weeks ahead the middle of a stretch lies."""
    return STRETCH * (stretch + 0.5)


def _stretch(weeks: Sequence[float], at: int) -> list[float]:
    """Return the weeks of one stretch; after the last one comes the first."""
    return [weeks[(at + k) % len(weeks)] for k in range(STRETCH)]


def _days(done: Sequence[float], work: float) -> float:
    at = bisect_left(done, work)
    if at == len(done):
        return math.inf
    before = done[at - 1] if at else 0.0
    return DAYS * (at + (work - before) / (done[at] - before))
