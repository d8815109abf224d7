"""How far applications got: counts, rates and days from stage to stage. Pure, no Django.

An application has reached every stage up to the furthest one it was ever in, also those it skipped and
those it was moved back from. A declined offer was an offer. A rejection or a silence answers something
that was sent, so it counts as applied and no further. What was only saved, or withdrawn before it was
sent, is not in the funnel at all.

Days lie between the first days in two neighboring stages. An application that skipped one of them, or
entered them the other way round, tells nothing about the days between and is left out of their median.
"""

import datetime
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

WAY = ("applied", "screen", "technical", "final", "offer", "accepted")
FEW = 20  # fewer say nothing about a rate
REFERRAL = "referral"
_SAYS = {stage: place for place, stage in enumerate(WAY)} | {
    "declined": WAY.index("offer"),
    "rejected": 0,
    "ghosted": 0,
}


@dataclass(frozen=True, slots=True)
class Trace:
    """An application and its moves as (standard stage, day), in the order in which they were made."""

    source: str
    tier: int | None
    resume: Hashable
    moves: tuple[tuple[str, datetime.date], ...]

    @property
    def reached(self) -> int:
        """Return the place of the furthest stage in WAY, or -1 for what was never sent."""
        return max((_SAYS.get(stage, -1) for stage, _ in self.moves), default=-1)

    def days(self, first: str, then: str) -> int | None:
        """Return the days from the first day in one stage to that in another; None when unknown."""
        entered: dict[str, datetime.date] = {}
        for stage, day in self.moves:
            entered.setdefault(stage, day)
        if first not in entered or then not in entered:
            return None
        between = (entered[then] - entered[first]).days
        return between if between >= 0 else None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    of: int

    @property
    def percent(self) -> int | None:
        """Return the rate; None where there are too few to tell."""
        return int(100 * self.part / self.of + 0.5) if self.of >= FEW else None


@dataclass(frozen=True, slots=True)
class Step:
    """A stage: of those in the stage before and of all sent; `days` is the median of `timed` applications."""

    stage: str
    reached: int
    from_before: Share
    from_sent: Share
    days: float | None
    timed: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """`steps` in the order of WAY; the first is what was sent."""

    sent: int
    steps: tuple[Step, ...]

    @property
    def invited(self) -> Step:
        return self.steps[WAY.index("screen")]

    @property
    def told(self) -> tuple[Step, ...]:
        """Return the steps that tell a group from another in a few words: invited, offer, accepted."""
        return (self.invited, *self.steps[WAY.index("offer") :])


def funnel(traces: Iterable[Trace]) -> Funnel:
    """Count what was sent, stage by stage."""
    sent = [trace for trace in traces if trace.reached >= 0]
    steps: list[Step] = []
    before = len(sent)
    for place, stage in enumerate(WAY):
        reached = sum(trace.reached >= place for trace in sent)
        days = _days(sent, WAY[place - 1], stage) if place else []
        middle = float(median(days)) if days else None
        steps.append(
            Step(stage, reached, Share(reached, before), Share(reached, len(sent)), middle, len(days))
        )
        before = reached
    return Funnel(len(sent), tuple(steps))


def grouped(traces: Iterable[Trace], key: Callable[[Trace], Hashable]) -> tuple[tuple[Hashable, Funnel], ...]:
    """Return a funnel for each value of `key` with something sent, the most sent first."""
    groups: dict[Hashable, list[Trace]] = {}
    for trace in traces:
        groups.setdefault(key(trace), []).append(trace)
    found = [(value, funnel(group)) for value, group in groups.items()]
    return tuple(sorted((pair for pair in found if pair[1].sent), key=lambda pair: -pair[1].sent))


def referred(traces: Iterable[Trace]) -> tuple[tuple[str, Share], ...]:
    """Return for each stage of the way how many of those who reached it came through a referral."""
    sent = [trace for trace in traces if trace.reached >= 0]
    shares = []
    for place, stage in enumerate(WAY):
        there = [trace for trace in sent if trace.reached >= place]
        shares.append((stage, Share(sum(trace.source == REFERRAL for trace in there), len(there))))
    return tuple(shares)


def _days(traces: Sequence[Trace], first: str, then: str) -> list[int]:
    return [days for trace in traces if (days := trace.days(first, then)) is not None]
