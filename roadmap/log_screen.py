"""What the page of the study log shows beside its weeks: the form, sums, and what may be missing."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from roadmap.days import duration, hours, named_day
from roadmap.fragments import kept
from roadmap.models import Enrollment
from roadmap.models.sessions import Kind
from roadmap.models.study import Study
from roadmap.outline import Line, Outline
from roadmap.scale import Scale, scale
from roadmap.subjects import Subject, at_hand, of_skill
from roadmap.weeks import week_of

KINDS = tuple(Kind.choices)
QUICK = (15, 30, 45, 60, 90)
KIND_ICONS = {Kind.BUILD: "hammer", Kind.THEORY: "book-open", Kind.PRACTICE: "repeat"}
FRESH = datetime.timedelta(days=14)
LEAST = 15
# More than this is no day's work: it is entered day by day.
ONE_DAY = 12 * 60


@dataclass(frozen=True)
class Short:
    """A finished skill with less logged than its estimate; `missing` minutes, and all three in words.

    `day` is the one it was finished: what is missing happened by then.
    """

    subject: Subject
    missing: int
    words: str
    logged: str
    estimate: str
    day: datetime.date
    entry: uuid.UUID

    @property
    def at_once(self) -> bool:
        """Whether the rest fits one day."""
        return self.missing <= ONE_DAY


@dataclass(frozen=True)
class Totals:
    """This week against the plan, hours by kind over 28 days, and all since the first entry."""

    week: str
    planned: int
    label: str
    scale: Scale
    kinds: tuple[tuple[Kind, str], ...]
    first_day: str
    all: str
    entries: int


def log_fields(outline: Outline, today: datetime.date, *, chosen: Subject | None = None) -> dict[str, Any]:
    """What a form of the log offers to choose from."""
    known = outline.catalogue
    return {
        "at_hand": at_hand(outline, chosen),
        "all_subjects": kept("roadmap/_log_subjects.html", {}, phases=known.phases, projects=known.projects),
        "kinds": KINDS,
        "quick": QUICK,
        "day": today.isoformat(),
        "latest": today.isoformat(),
        "entry": uuid.uuid4(),
        "chosen": chosen,
    }


def short_of(line: Line, study: Study, today: datetime.date) -> Short | None:
    """Return what is missing of the estimate of a skill that is done, unless it is little."""
    estimate, logged = round(line.skill.hours * 60), study.by_skill.get(line.skill.id, 0)
    missing = estimate - logged
    if line.state != "done" or missing < LEAST:
        return None
    return Short(
        of_skill(line.skill),
        missing,
        words=duration(missing),
        logged=duration(logged),
        estimate=hours(estimate / 60),
        day=min(line.done_on or today, today),
        entry=uuid.uuid4(),
    )


def recently_done(line: Line, today: datetime.date) -> bool:
    """Return whether a skill was finished in the last fourteen days."""
    return bool(line.state == "done" and line.done_on and line.done_on > today - FRESH)


def finished_short(outline: Outline, study: Study, today: datetime.date) -> list[Short]:
    """Return the skills finished lately with some time logged, but less than their estimate."""
    lines = [line for line in outline.lines.values() if recently_done(line, today)]
    lines.sort(key=lambda line: line.done_on or today, reverse=True)
    found = (short_of(line, study, today) for line in lines if study.by_skill.get(line.skill.id))
    return [short for short in found if short]


def totals_of(user: User, outline: Outline, study: Study, today: datetime.date) -> Totals:
    terms = outline.marks.terms
    planned = outline.marks.weekly_hours
    if planned is None:
        planned = Enrollment.begun(user).weekly_hours
    planned = planned if outline.hours_shown else 0
    minutes = study.minutes_of(week_of(today, terms.week_starts_on))
    by_kind = sorted(Kind, key=lambda kind: study.by_kind.get(kind, 0), reverse=True)
    first = study.first_day
    return Totals(
        week=duration(minutes),
        planned=planned,
        label=f"{duration(minutes)} of {planned} planned hours done",
        scale=scale(minutes / 60, planned),
        kinds=tuple((kind, duration(study.by_kind.get(kind, 0))) for kind in by_kind),
        first_day=named_day(first, today) if first else "",
        all=hours(study.minutes / 60),
        entries=study.entries,
    )
