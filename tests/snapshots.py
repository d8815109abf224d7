"""A catalogue in small, and what a learner did with it: without a database."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from roadmap.catalogue import Catalogue
from roadmap.models.marks import Marks, SkillMark
from roadmap.outline import Outline
from roadmap.snapshot import ModuleItem, PhaseItem, SkillItem, SpecializationItem

START = datetime.datetime(2026, 3, 1, 9, 0, tzinfo=datetime.UTC)
DAY = START.date()


@dataclass(frozen=True)
class SkillPlan:
    slug: str
    hours: tuple[int, int]
    after: tuple[str, ...]
    part_of: str
    target: int
    for_everyone: bool


@dataclass(frozen=True)
class ModulePlan:
    slug: str
    skills: tuple[SkillPlan, ...]
    specialization: str
    one_is_enough: bool


def make_skill(
    slug: str,
    *,
    hours: tuple[int, int] = (2, 4),
    after: Sequence[str] = (),
    part_of: str = "",
    target: int = 0,
    for_everyone: bool = False,
) -> SkillPlan:
    """`for_everyone`: also in a specialization that is not chosen."""
    return SkillPlan(slug, hours, tuple(after), part_of, target, for_everyone)


def make_module(
    slug: str, *skills: SkillPlan, specialization: str = "", one_is_enough: bool = False
) -> ModulePlan:
    return ModulePlan(slug, skills, specialization, one_is_enough)


def make_catalogue(*phases: Sequence[ModulePlan]) -> Catalogue:
    """Return a snapshot of phases "phase-1", "phase-2", …; ids count from 1 in the order of the trail."""
    modules = [(number, module) for number, modules in enumerate(phases, 1) for module in modules]
    plans = [(number, module, skill) for number, module in modules for skill in module.skills]
    ids = {skill.slug: pk for pk, (_, _, skill) in enumerate(plans, 1)}
    module_ids = {module.slug: pk for pk, (_, module) in enumerate(modules, 1)}
    fields = list(dict.fromkeys(module.specialization for _, module in modules if module.specialization))
    skills = {
        ids[skill.slug]: SkillItem(
            id=ids[skill.slug],
            slug=skill.slug,
            title=skill.slug.title(),
            kind="practice",
            kind_label="Practice",
            done_when=f"You can {skill.slug}.",
            summary="",
            hours_low=skill.hours[0],
            hours_high=skill.hours[1],
            target=skill.target,
            unit="problems" if skill.target else "",
            module_id=module_ids[module.slug],
            module_slug=module.slug,
            module_title=module.slug.title(),
            phase_slug=f"phase-{number}",
            phase_title=f"Phase {number}",
            place=ids[skill.slug] - 1,
            comes_after=tuple(sorted(ids[other] for other in skill.after)),
            opens=tuple(ids[other.slug] for _, _, other in plans if skill.slug in other.after),
            part_of=ids.get(skill.part_of, 0),
            parts=tuple(ids[other.slug] for _, _, other in plans if other.part_of == skill.slug),
            is_step=bool(skill.part_of),
            specialization_id=fields.index(module.specialization) + 1 if module.specialization else 0,
            for_everyone=not module.specialization or skill.for_everyone,
            from_guide=True,
            resources=(),
            retired=False,
        )
        for number, module, skill in plans
    }
    return Catalogue(
        version=1,
        phases=tuple(
            _phase(number, [m for n, m in modules if n == number], module_ids, fields, skills)
            for number in range(1, len(phases) + 1)
        ),
        skills=MappingProxyType(skills),
        skill_by_slug=MappingProxyType({skill.slug: skill for skill in skills.values()}),
        specializations=tuple(SpecializationItem(pk, slug, slug, "") for pk, slug in enumerate(fields, 1)),
        resources=(),
        resource_by_slug=MappingProxyType({}),
        topics=(),
        projects=(),
        milestones=(),
        milestone_by_slug=MappingProxyType({}),
        weeks=(),
        claims=(),
        ideas=(),
        resource_by_id=MappingProxyType({}),
        questions=MappingProxyType({}),
        question_by_slug=MappingProxyType({}),
        questions_of=MappingProxyType({}),
        asked=(),
    )


def _phase(
    number: int,
    modules: Sequence[ModulePlan],
    ids: Mapping[str, int],
    fields: Sequence[str],
    skills: Mapping[int, SkillItem],
) -> PhaseItem:
    items = tuple(
        ModuleItem(
            id=ids[module.slug],
            slug=module.slug,
            title=module.slug.title(),
            summary="",
            pace="",
            phase_id=number,
            phase_slug=f"phase-{number}",
            specialization_id=fields.index(module.specialization) + 1 if module.specialization else 0,
            one_is_enough=module.one_is_enough,
            skills=tuple(skill for skill in skills.values() if skill.module_slug == module.slug),
        )
        for module in modules
    )
    title = f"Phase {number}"
    return PhaseItem(number, f"phase-{number}", number, title, title, number, number + 3, "", "", items, ())


def make_outline(
    catalogue: Catalogue,
    states: Sequence[tuple[str, str]] = (),
    *,
    counts: Mapping[str, int] | None = None,
    chosen: Sequence[str] = (),
) -> Outline:
    """Return the trail of a learner who set `states` (slug, state) in this order, a minute apart."""
    counts = counts or {}
    marks = {
        catalogue.skill_by_slug[slug].id: SkillMark(
            state,
            DAY if state == "done" else None,
            counts.get(slug, 0),
            str(START + datetime.timedelta(minutes=minute)),
        )
        for minute, (slug, state) in enumerate(states)
    }
    ids = frozenset(s.id for s in catalogue.specializations if s.slug in chosen)
    return Outline(catalogue, Marks(1, marks, {}, ids, None, None, "fingerprint"))
