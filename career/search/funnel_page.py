"""What the page of the funnel shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from accounts.models import User
from career.funnel import FEW, WAY, Funnel, Share, Trace, funnel, grouped, referred
from career.models import Application, Resume, Standard, Tier
from career.search.traces import traces_of

NONE = "none"
SOURCES = dict(Application.Source.choices) | {NONE: "Source not noted"}
TIERS = {str(tier.value): f"Tier {tier.value}: {tier.label}" for tier in Tier} | {NONE: "No tier"}
NAMES = {stage: Standard(stage).label for stage in WAY}


@dataclass(frozen=True)
class Group:
    """Applications that have something in common: its key and name, and how far they got."""

    key: str
    name: str
    funnel: Funnel


@dataclass(frozen=True)
class Grouping:
    """`by` names what they have in common; `key` is its name in the address."""

    key: str
    by: str
    groups: tuple[Group, ...]


def funnel_screen(user: User, chosen: Mapping[str, str]) -> dict[str, Any]:
    """Return the funnel of a learner whole, by source, tier and résumé, in four statements.

    `chosen` may hold `source`, `tier` or `resume` with the key of a group: then the stages are those of
    that group. What names no group with something sent is passed over.
    """
    resumes = {str(row.pk): str(row) for row in Resume.objects.filter(user=user)}
    traces = [_with_resume(trace, resumes) for trace in traces_of(user)]
    groupings = (
        _grouping("source", "By source", traces, SOURCES),
        _grouping("tier", "By tier", traces, TIERS),
        _grouping("resume", "By résumé version", traces, resumes | {NONE: "No version noted"}),
    )
    whole = funnel(traces)
    group = next((g for some in groupings for g in some.groups if chosen.get(some.key) == g.key), None)
    shown = group.funnel if group else whole
    return {
        "section": "career",
        "few": FEW,
        "saved": len(traces) - whole.sent,
        "whole": whole,
        "group": group,
        "shown": shown,
        "steps": [(NAMES[step.stage], step) for step in shown.steps],
        "groupings": groupings,
        "referred": _referred(referred(traces)),
    }


def _with_resume(trace: Trace, known: Mapping[str, str]) -> Trace:
    """Return the trace without a résumé that is deleted."""
    return trace if str(trace.resume) in known else replace(trace, resume=None)


def _grouping(key: str, by: str, traces: list[Trace], names: Mapping[str, str]) -> Grouping:
    def value(trace: Trace) -> str:
        return str(getattr(trace, key) or NONE)

    groups = (
        Group(str(name), names.get(str(name), str(name)), sums) for name, sums in grouped(traces, value)
    )
    return Grouping(key, by, tuple(groups))


def _referred(shares: tuple[tuple[str, Share], ...]) -> list[tuple[str, Share]]:
    """Return those that say something about referrals: sent, invited, offers and jobs."""
    words = {
        "applied": "sent",
        "screen": "invited",
        "offer": "with an offer",
        "accepted": "accepted",
    }
    return [(words[stage], share) for stage, share in shares if stage in words]
