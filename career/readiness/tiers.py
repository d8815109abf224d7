"""The tiers as the page shows them: gates in words, with the way to each that is missing."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.models import User
from career import gates
from career.gates import Gate, Reading
from career.models import Tier
from career.readiness.figures import NamedBuild, Rows, figures_of, rows_of
from roadmap.outline import Outline

Way = tuple[str, str]  # what the link says, and its address


@dataclass(frozen=True)
class GateView:
    """`way`: words and address of what to do about it; without an address nothing is to be done."""

    gate: Gate
    way: Way | None


@dataclass(frozen=True)
class Block:
    """A stretch of the bar, `x` and `width` in percent."""

    x: str
    width: str
    filled: bool


@dataclass(frozen=True)
class TierView:
    """`is_next`: the nearest one with something to add."""

    reading: Reading
    title: str
    gates: tuple[GateView, ...]
    is_next: bool

    @property
    def state(self) -> str:
        if self.reading.complete:
            return "done"
        return "learning" if self.is_next else "open"

    @property
    def blocks(self) -> list[Block]:
        """Return a block for each gate, those met first."""
        number = len(self.gates)
        step = 100 / number
        return [
            Block(f"{step * n + 0.4:.1f}", f"{step - 0.8:.1f}", n < self.reading.met) for n in range(number)
        ]


def tiers(user: User, outline: Outline, today: datetime.date, now: datetime.datetime) -> tuple[TierView, ...]:
    """Return the tiers, the nearest first, in two statements."""
    rows = rows_of(user, now)
    read = gates.readings(figures_of(user, outline, rows, today))
    ways = _ways(outline, rows)
    following = next((one for one in read if not one.complete), None)
    return tuple(
        TierView(
            one,
            Tier(one.tier.number).label,
            tuple(GateView(gate, None if gate.met else ways[gate.key]) for gate in one.gates),
            one is following,
        )
        for one in read
    )


def _ways(outline: Outline, rows: Rows) -> dict[str, Way]:
    """Return where each kind of gate can be met."""
    projects = reverse("roadmap:projects")
    phases: dict[str, Any] = {f"phase_{one.number}": one.slug for one in outline.catalogue.phases}
    to_ship = next(iter(rows.building), None)
    to_measure = next((build for build in rows.shipped if not build.measured), None)
    to_show = next((build for build in rows.shipped if not build.demo), None)
    mock = ("Log a mock", reverse("career:mocks"))
    return {
        gates.SHIPPED: (f"Ship {to_ship.title}" if to_ship else "Start one", _build(to_ship)),
        gates.METRIC: ("Add the metric", _build(to_measure)),
        gates.DEMO: ("Add the demo", _build(to_show)),
        gates.PROBLEMS: ("Practice", reverse("roadmap:practice")),
        gates.DESIGN: mock,
        gates.MOCKS: mock,
        gates.STORIES: ("Draft one", reverse("career:story_new")),
        gates.RESUME: ("Open your résumé", reverse("career:resumes")),
        gates.WEEKS: ("Nothing to do", ""),
    } | {
        key: ("Add proof", reverse("roadmap:phase", args=[phases[key]]) if key in phases else projects)
        for key in (gates.PHASE_1, gates.PHASE_2, gates.PHASE_3)
    }


def _build(build: NamedBuild | None) -> str:
    """Return the address of a build, or of all when there is none to work on."""
    return reverse("roadmap:build", args=[build.key]) if build else reverse("roadmap:projects")
