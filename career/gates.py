"""What each kind of company asks for, as gates that can be counted. Pure, no Django.

The guide names its requirements in words; these numbers are our reading of them. What cannot be counted,
such as business acumen, growth mindset or knowing a domain, has no gate.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmap.words import counted, listed

DEMO, DESIGN, METRIC, MOCKS, PHASE_1, PHASE_2, PHASE_3, PROBLEMS, RESUME, SHIPPED, STORIES, WEEKS = KEYS = (
    "demo",
    "design",
    "metric",
    "mocks",
    "phase_1",
    "phase_2",
    "phase_3",
    "problems",
    "resume",
    "shipped",
    "stories",
    "weeks",
)
TITLES = {
    DEMO: "Builds with a demo",
    DESIGN: "ML design rounds practiced",
    METRIC: "Builds with a metric",
    MOCKS: "Mock interviews",
    PHASE_1: "Phase 1 skills shown",
    PHASE_2: "Phase 2 skills shown",
    PHASE_3: "Phase 3 skills shown",
    PROBLEMS: "Problems solved",
    RESUME: "Résumé checks",
    SHIPPED: "Builds shipped",
    STORIES: "Stories",
    WEEKS: "Weeks of preparation",
}
# What is missing, as (one of it, several of it).
_NOUNS = {
    DEMO: ("build with a demo", "builds with a demo"),
    DESIGN: ("ML design round", "ML design rounds"),
    METRIC: ("build with a metric", "builds with a metric"),
    MOCKS: ("mock interview", "mock interviews"),
    PHASE_1: ("shown skill of phase 1", "shown skills of phase 1"),
    PHASE_2: ("shown skill of phase 2", "shown skills of phase 2"),
    PHASE_3: ("shown skill of phase 3", "shown skills of phase 3"),
    PROBLEMS: ("problem", "problems"),
    RESUME: ("résumé check", "résumé checks"),
    SHIPPED: ("shipped build", "shipped builds"),
    STORIES: ("story", "stories"),
    WEEKS: ("week", "weeks"),
}


@dataclass(frozen=True)
class Asked:
    """A tier with the guide's own words for it; `months` is its shortest preparation, `asks` the gates."""

    number: int
    who: str
    wording: str
    preparation: str
    months: int
    asks: tuple[tuple[str, int], ...]


def _weeks(months: int) -> int:
    return months * 52 // 12


# Nearest first.
TIERS = (
    Asked(
        4,
        "Banks, insurance, retail",
        "Business acumen + technical skills",
        "2–3 months",
        2,
        (
            (SHIPPED, 2),
            (METRIC, 2),
            (PHASE_1, 12),
            (PHASE_2, 8),
            (PROBLEMS, 75),
            (STORIES, 2),
            (RESUME, 5),
            (WEEKS, _weeks(2)),
        ),
    ),
    Asked(
        3,
        "Startups with an ML team",
        "Solid fundamentals + domain expertise",
        "3–4 months",
        3,
        (
            (SHIPPED, 4),
            (PHASE_1, 16),
            (PHASE_2, 10),
            (PROBLEMS, 100),
            (DESIGN, 2),
            (MOCKS, 2),
            (STORIES, 4),
            (WEEKS, _weeks(3)),
        ),
    ),
    Asked(
        2,
        "Uber, Airbnb, Stripe, Databricks",
        "Strong projects + growth mindset",
        "4–6 months",
        4,
        (
            (SHIPPED, 4),
            (DEMO, 2),
            (PHASE_2, 14),
            (PHASE_3, 6),
            (PROBLEMS, 150),
            (MOCKS, 3),
            (STORIES, 4),
            (WEEKS, _weeks(4)),
        ),
    ),
    Asked(
        1,
        "Google, Meta, Amazon, Apple, Netflix",
        "Exceptional portfolio + strong interview skills",
        "6+ months",
        6,
        (
            (SHIPPED, 4),
            (METRIC, 3),
            (PHASE_2, 17),
            (PHASE_3, 12),
            (PROBLEMS, 200),
            (DESIGN, 4),
            (MOCKS, 5),
            (STORIES, 6),
            (WEEKS, _weeks(6)),
        ),
    ),
)


@dataclass(frozen=True)
class Gate:
    """One thing asked for, beside how much of it there is."""

    key: str
    yours: int
    asked: int

    @property
    def title(self) -> str:
        return TITLES[self.key]

    @property
    def left(self) -> int:
        return max(self.asked - self.yours, 0)

    @property
    def met(self) -> bool:
        return not self.left

    @property
    def words(self) -> str:
        """Return what is missing: “one mock interview”."""
        return counted(self.left, *_NOUNS[self.key])


@dataclass(frozen=True)
class Reading:
    """A tier with its gates for one learner."""

    tier: Asked
    gates: tuple[Gate, ...]

    @property
    def met(self) -> int:
        return sum(gate.met for gate in self.gates)

    @property
    def complete(self) -> bool:
        return self.met == len(self.gates)

    @property
    def missing(self) -> tuple[Gate, ...]:
        """Return the gates not met, the nearest first; weeks, which only pass, last."""
        open_gates = (gate for gate in self.gates if gate.left)
        return tuple(sorted(open_gates, key=lambda gate: (gate.key == WEEKS, gate.left / gate.asked)))

    @property
    def asks(self) -> str:
        """Return all that is asked for in words: “two shipped builds and 75 problems”."""
        return listed([Gate(gate.key, 0, gate.asked).words for gate in self.gates])

    @property
    def to_add(self) -> str:
        """Return what to add in words: “one mock interview and two stories”."""
        return listed([gate.words for gate in self.missing])


def readings(figures: Mapping[str, int]) -> tuple[Reading, ...]:
    """Hold a learner's figures (by key; what is absent is none) against every tier, the nearest first."""
    return tuple(
        Reading(tier, tuple(Gate(key, figures.get(key, 0), asked) for key, asked in tier.asks))
        for tier in TIERS
    )


def weeks_prepared(
    began: datetime.date, today: datetime.date, breaks: Iterable[tuple[datetime.date, datetime.date]]
) -> int:
    """Return the full weeks from `began` until `today`, without days in `breaks` (both ends included)."""
    yesterday = today - datetime.timedelta(1)
    off = sum(max((min(end, yesterday) - max(start, began)).days + 1, 0) for start, end in breaks)
    return max((today - began).days - off, 0) // 7
