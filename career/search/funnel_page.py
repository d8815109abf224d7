"""What the page of the funnel shows."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from career.funnel import FEW, WAY, Funnel, Share, funnel, grouped, referred
from career.models import Application, Resume, Standard, Tier
from career.search.traces import traces_of

NAMES = {stage: Standard(stage).label for stage in WAY}


@dataclass(frozen=True)
class Group:
    """Applications that have something in common: its name, and how far they got."""

    name: str
    funnel: Funnel


@dataclass(frozen=True)
class Grouping:
    """`by` names what they have in common; `key` is its id on the page."""

    key: str
    by: str
    groups: tuple[Group, ...]


def funnel_screen(user: User) -> dict[str, Any]:
    """Return the funnel of a learner whole, by source, tier and résumé, in four statements."""
    traces = traces_of(user)
    whole = funnel(traces)
    sources = dict(Application.Source.choices) | {"": "Source not noted"}
    tiers: dict[Hashable, str] = {tier.value: f"Tier {tier.value}: {tier.label}" for tier in Tier}
    resumes: dict[Hashable, str] = {row.pk: str(row) for row in Resume.objects.filter(user=user)}
    by_resume = grouped(traces, lambda t: t.resume if t.resume in resumes else None)
    return {
        "section": "career",
        "few": FEW,
        "saved": len(traces) - whole.sent,
        "whole": whole,
        "steps": [(NAMES[step.stage], step) for step in whole.steps],
        "stages": [NAMES[stage] for stage in WAY],
        "groupings": (
            _grouping("source", "By source", grouped(traces, lambda t: t.source), sources),
            _grouping("tier", "By tier", grouped(traces, lambda t: t.tier), tiers | {None: "No tier"}),
            _grouping("resume", "By résumé version", by_resume, resumes | {None: "No version noted"}),
        ),
        "referred": _referred(referred(traces)),
    }


def _grouping(key: str, by: str, found: tuple[tuple[Hashable, Funnel], ...], names: Any) -> Grouping:
    return Grouping(key, by, tuple(Group(str(names.get(value, value)), sums) for value, sums in found))


def _referred(shares: tuple[tuple[str, Share], ...]) -> list[tuple[str, Share]]:
    """Return those that say something about referrals: sent, answered, offers and jobs."""
    words = {
        "applied": "of those sent",
        "screen": "of those that were answered",
        "offer": "of those that ended in an offer",
        "accepted": "of the jobs taken",
    }
    return [(words[stage], share) for stage, share in shares if stage in words]
