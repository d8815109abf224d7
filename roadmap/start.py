"""What a learner's first answers make of the roadmap: what is left, the first week, and the dates."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from roadmap.arrival import remaining, without
from roadmap.forecast import HORIZON, Forecast, forecast
from roadmap.models.marks import SkillMark
from roadmap.models.study import Study
from roadmap.outline import Line, Outline
from roadmap.questions import HOURS, KNOWN
from roadmap.road import Road
from roadmap.snapshot import SkillItem, SpecializationItem

WEEKS_A_MONTH = 365.25 / 12 / 7


def claims(outline: Outline, known: Collection[str], today: datetime.date) -> dict[int, SkillMark]:
    """Return the marks, by id, of the skills behind the things in `known` that are not settled yet."""
    found = {}
    for skill in _behind(outline, known):
        mark = outline.marks.skill(skill.id)
        if mark.state in ("open", "learning"):
            found[skill.id] = SkillMark("done", today, max(mark.count, skill.target), None)
    return found


def still_known(outline: Outline, known: Collection[str]) -> list[str]:
    """Return those of the things in `known` of which no skill has been opened again."""
    return [
        thing.slug
        for thing in KNOWN
        if thing.slug in known
        and all(
            outline.marks.skill(skill.id).state in ("done", "skipped")
            for skill in _behind(outline, [thing.slug])
        )
    ]


def supposed(outline: Outline, specializations: Iterable[int], marks: Mapping[int, SkillMark]) -> Outline:
    """Return the outline as it would be with these specializations (ids) and marks."""
    chosen = replace(outline.marks, specializations=frozenset(specializations))
    return Outline(outline.catalogue, chosen.with_skills(marks))


def forecast_at(
    outline: Outline,
    study: Study,
    weekly_hours: float,
    today: datetime.date,
    *,
    seed: str,
    target: datetime.date | None = None,
) -> Forecast:
    """Say when this roadmap ends at `weekly_hours`, whatever the log says of the weeks so far."""
    return forecast(
        Road(
            remaining=remaining(outline, study),
            finished=(),
            weeks=(),
            stated=weekly_hours,
            today=today,
            seed=seed,
            breaks=study.breaks,
            target=target,
        )
    )


@dataclass(frozen=True)
class Arrival:
    """A forecast in the words of a page; `enough`: hours a week from which it lies within five years.

    `target` is over when `target_over`; `chance` is a whole percentage.
    """

    forecast: Forecast
    target: datetime.date | None = None
    target_over: bool = False
    enough: float | None = None

    @property
    def chance(self) -> int | None:
        return None if self.forecast.chance is None else round(self.forecast.chance * 100)


def arrival(
    outline: Outline,
    study: Study,
    weekly_hours: float,
    today: datetime.date,
    *,
    seed: str,
    target: datetime.date | None = None,
) -> Arrival:
    """Return the forecast at this pace; where it has no date, with the pace that would give it one."""
    found = forecast_at(outline, study, weekly_hours, today, seed=seed, target=target)
    enough = None
    if found.beyond or found.no_pace:
        within = today + HORIZON
        enough = forecast_at(outline, study, weekly_hours, today, seed=seed, target=within).needed
    return Arrival(found, target, bool(target and target < today), enough)


def months_by_pace(found: Forecast, today: datetime.date) -> dict[int, int]:
    """Return for each of the offered hours a week about how many months the road takes.

    Straight proportion to the likely date of `found`: close enough for a choice.
    """
    if not found.likely or not found.pace:
        return {hours: round(found.hours_left / hours / WEEKS_A_MONTH) for hours in HOURS}
    months = (found.likely - today).days / 7 / WEEKS_A_MONTH
    return {hours: round(months * found.pace / hours) for hours in HOURS}


@dataclass(frozen=True)
class FirstWeek:
    """`lines` fit the week's hours, but that the first is there however long it takes."""

    lines: tuple[Line, ...]
    hours: float
    a_day: float
    days: int

    @property
    def longer(self) -> bool:
        """Whether the first skill alone takes more than the week."""
        return bool(self.lines) and self.lines[0].skill.hours > self.hours


def first_week(outline: Outline, weekly_hours: float, study_days: Collection[int]) -> FirstWeek:
    """Return the first open skills of the trail that fit, each after what it comes after."""
    lines, taken, spent = outline.lines, set[int](), 0.0
    for line in lines.values():
        if not weekly_hours or not line.counts or line.settled:
            continue
        if taken and spent + line.skill.hours > weekly_hours:
            continue
        waits = (lines[pk] for pk in line.skill.comes_after if pk in lines)
        if any(one.counts and not one.settled and one.skill.id not in taken for one in waits):
            continue
        taken.add(line.skill.id)
        spent += line.skill.hours
        if spent >= weekly_hours:
            break
    days = len(study_days)
    a_day = weekly_hours / days if days else 0.0
    return FirstWeek(tuple(lines[pk] for pk in lines if pk in taken), weekly_hours, a_day, days)


class Fork(NamedTuple):
    """What a chosen specialization adds to the total."""

    specialization: SpecializationItem
    skills: int
    hours: float


def forks(outline: Outline) -> list[Fork]:
    """Return what each chosen specialization adds to this roadmap, by leaving it out."""
    found, whole = [], outline.tally
    for item in outline.chosen:
        fewer = without(outline, item.id).tally
        found.append(Fork(item, whole.total - fewer.total, whole.hours_total - fewer.hours_total))
    return found


def known_lines(outline: Outline, ids: Collection[int]) -> list[Line]:
    """Return those of the skills in `ids` that are done, in the order of the trail."""
    return [line for pk, line in outline.lines.items() if pk in ids and line.state == "done"]


def _behind(outline: Outline, known: Collection[str]) -> list[SkillItem]:
    slugs = [slug for thing in KNOWN if thing.slug in known for slug in thing.skills]
    skills = (outline.catalogue.skill_by_slug.get(slug) for slug in slugs)
    return [skill for skill in skills if skill and not skill.retired]
