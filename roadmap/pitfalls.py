"""The pitfalls that the guide warns of, found in a learner's own figures. Pure, no Django.

Each has its rule in one sentence and a remedy. Rules about work that other parts know of come in as
checks: `register` takes them, and without one a pitfall is never found.
"""

import datetime
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from roadmap.days import hours, short_day
from roadmap.words import counted, listed

BUILD_SHARE = 0.4
ENOUGH = 10 * 60  # minutes in four weeks
OPEN_TOO_LONG = datetime.timedelta(6 * 7)


class Pitfall(NamedTuple):
    slug: str
    title: str
    rule: str
    remedy: str


class Finding(NamedTuple):
    """A pitfall, and what of the learner's own shows it."""

    pitfall: Pitfall
    shown_by: str


class OpenProject(NamedTuple):
    """A project under way: the day to ship it by, and its first day, where there are such."""

    title: str
    ship_by: datetime.date | None
    begun: datetime.date | None


class Facts(NamedTuple):
    """Minutes are of four weeks. `maths`: titles of required modules of mathematics with open skills.

    `bare`: titles of shipped builds without a repository that explains itself.
    """

    building: int = 0
    theory: int = 0
    projects: Sequence[OpenProject] = ()
    core_ticks: int = 0
    maths: Sequence[str] = ()
    bare: Sequence[str] = ()


TUTORIALS = Pitfall(
    "tutorial-hell",
    "Tutorial hell",
    "Less than 40% of ten hours or more in four weeks went into building.",
    "Build one thing from this lesson before you open the next. The guide’s balance is 70% building.",
)
PERFECTION = Pitfall(
    "perfectionism",
    "Perfectionism",
    "A project is open past the day to ship it by, or for more than six weeks.",
    "Ship what works and write down what comes next. The guide takes five good projects over a perfect one.",
)
FUNDAMENTALS = Pitfall(
    "skipped-fundamentals",
    "Skipped fundamentals",
    "Skills of Core ML are done while required mathematics is open.",
    "Take an open piece of it among your picks: what comes later on the trail leans on it.",
)
NETWORKING = Pitfall(
    "no-networking",
    "No networking",
    "Applications go out and nobody you know stands behind any of them.",
    "Write to one person this week. The guide says that half of all jobs come through referrals.",
)
GITHUB = Pitfall(
    "weak-github",
    "Weak GitHub",
    "A finished project has no repository that explains itself.",
    "Give it a README that says what it does, how to run it and what came out.",
)
PITFALLS = {p.slug: p for p in (TUTORIALS, PERFECTION, FUNDAMENTALS, NETWORKING, GITHUB)}

# What shows a pitfall for a learner (id) on their day, or nothing.
Check = Callable[[int, datetime.date], str]
_checks: dict[str, Check] = {}


def register(pitfall: Pitfall, check: Check) -> None:
    """Let `check` find `pitfall` from now on."""
    _checks[pitfall.slug] = check


def find(user_id: int, today: datetime.date, facts: Facts, dismissed: Collection[str]) -> list[Finding]:
    """Return what shows in `facts` or is found by a check, without those that the learner dismissed."""
    shown = {
        TUTORIALS: _tutorials(facts),
        PERFECTION: _perfection(facts, today),
        FUNDAMENTALS: _fundamentals(facts),
        GITHUB: _github(facts),
    }
    for slug, check in _checks.items():
        if slug not in dismissed:
            shown[PITFALLS[slug]] = check(user_id, today)
    return [Finding(p, words) for p, words in shown.items() if words and p.slug not in dismissed]


def _tutorials(facts: Facts) -> str:
    total = facts.building + facts.theory
    if total < ENOUGH or facts.building / total >= BUILD_SHARE:
        return ""
    return (
        f"You logged {hours(total / 60)} hours in four weeks, {hours(facts.building / 60)} of them building."
    )


def _perfection(facts: Facts, today: datetime.date) -> str:
    for project in facts.projects:
        if project.ship_by and project.ship_by < today:
            return f"{project.title} was to ship {_on(project.ship_by, today)}."
        if project.begun and today - project.begun > OPEN_TOO_LONG:
            return f"{project.title} has been open since {short_day(project.begun, today)}."
    return ""


def _fundamentals(facts: Facts) -> str:
    if not facts.core_ticks or not facts.maths:
        return ""
    verb = "is" if len(facts.maths) == 1 else "are"
    skills = counted(facts.core_ticks, "skill")
    return f"You ticked {skills} of Core ML while {listed(facts.maths)} {verb} open."


def _github(facts: Facts) -> str:
    if not facts.bare:
        return ""
    return f"{listed(facts.bare[:3])} shipped without a repository whose README has all five points."


def _on(day: datetime.date, today: datetime.date) -> str:
    words = short_day(day, today)
    return words if words == "yesterday" else f"on {words}"
