"""The catalogue: phases, modules, skills, resources, milestones and projects."""

import datetime
from typing import Annotated, Literal, TypeVar

from django.http import HttpResponse
from ninja import Query
from pydantic import ConfigDict, Field

from accounts.api.answers import answer
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.problems import Problem
from accounts.api.routes import Routes
from accounts.api.shapes import Shown, Slug
from accounts.http import ApiRequest
from roadmap.api.examples import example
from roadmap.catalogue import Catalogue, at_version
from roadmap.models.marks import marks_of
from roadmap.snapshot import MilestoneItem, PhaseItem, ProjectItem, ResourceItem, SkillItem

routes = Routes("Catalogue")
Item = TypeVar("Item")
OfPhase = Annotated[Slug | None, Query(None, description="Only what belongs to this phase.")]


class ModuleShown(Shown):
    """A module with its skills, in order."""

    module: str
    title: str
    specialization: bool = Field(description="Whether it is an elective.")
    skills: list[str] = Field(description="The names of its skills in addresses.")


class PhaseShown(Shown):
    """A phase of the roadmap."""

    model_config = ConfigDict(json_schema_extra=example("phase"))

    phase: str
    number: int
    title: str
    summary: str
    month_start: int
    month_end: int
    modules: list[ModuleShown]
    milestones: list[str]


class PhasePage(Shown):
    items: list[PhaseShown]
    next: Next


class SkillShown(Shown):
    """A skill of the catalogue."""

    model_config = ConfigDict(json_schema_extra=example("skill"))

    skill: str
    title: str
    kind: Literal["theory", "practice", "build"]
    summary: str
    done_when: str
    hours_low: int
    hours_high: int
    target: int = Field(description="How many there are to do; 0: it is not counted.")
    module: str
    phase: str
    comes_after: list[str]
    resources: list[str]
    retired: bool


class SkillPage(Shown):
    items: list[SkillShown]
    next: Next


class ResourceShown(Shown):
    """A resource, with what access to it costs and when that was checked."""

    model_config = ConfigDict(json_schema_extra=example("resource"))

    resource: str
    title: str
    author: str
    url: str
    kind: str
    access: str
    level: str
    why: str
    hours: int | None
    pages: int | None
    checked_on: datetime.date
    retired: bool


class ResourcePage(Shown):
    items: list[ResourceShown]
    next: Next


class MilestoneShown(Shown):
    """A milestone of a phase, or of a day of the sprint."""

    model_config = ConfigDict(json_schema_extra=example("milestone"))

    milestone: str
    title: str
    done_when: str
    phase: str | None
    sprint_day: int | None


class MilestonePage(Shown):
    items: list[MilestoneShown]
    next: Next


class RequirementShown(Shown):
    """What a project asks for; one that is a skill is ticked as that skill."""

    requirement: str
    title: str
    skill: str | None


class ProjectShown(Shown):
    """A project of the portfolio."""

    model_config = ConfigDict(json_schema_extra=example("project"))

    project: str
    number: int
    title: str
    brief: str
    requirements: list[RequirementShown]


class ProjectPage(Shown):
    items: list[ProjectShown]
    next: Next


def catalogue_now() -> Catalogue:
    """Return the catalogue as it is, in one statement."""
    return at_version(marks_of(None).version)


@routes.read("/phases", PhasePage)
def list_phases(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List the phases with their modules."""
    rows, more = part("phases", catalogue_now().phases, lambda phase: phase.slug, cursor, limit)
    return answer(request, PhasePage(items=[_phase(row) for row in rows], next=more))


@routes.read("/phases/{slug}", PhaseShown)
def read_phase(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read a phase with its modules."""
    return answer(request, _phase(found(catalogue_now().phase(slug))))


@routes.read("/skills", SkillPage)
def list_skills(request: ApiRequest, limit: Limit, cursor: Cursor, phase: OfPhase) -> HttpResponse:
    """List the skills in the order of the trail."""
    catalogue = catalogue_now()
    skills = [s for s in catalogue.skills.values() if not s.retired and phase in (None, s.phase_slug)]
    skills.sort(key=lambda skill: skill.place)
    rows, more = part("skills", skills, lambda skill: skill.slug, cursor, limit)
    return answer(request, SkillPage(items=[_skill(catalogue, row) for row in rows], next=more))


@routes.read("/skills/{slug}", SkillShown)
def read_skill(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read a skill."""
    catalogue = catalogue_now()
    return answer(request, _skill(catalogue, found(catalogue.skill_by_slug.get(slug))))


@routes.read("/resources", ResourcePage)
def list_resources(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List the resources."""
    rows, more = part("resources", catalogue_now().resources, lambda row: row.slug, cursor, limit)
    return answer(request, ResourcePage(items=[_resource(row) for row in rows], next=more))


@routes.read("/resources/{slug}", ResourceShown)
def read_resource(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read a resource."""
    return answer(request, _resource(found(catalogue_now().resource_by_slug.get(slug))))


@routes.read("/milestones", MilestonePage)
def list_milestones(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List the milestones."""
    rows, more = part("milestones", catalogue_now().milestones, lambda row: row.slug, cursor, limit)
    return answer(request, MilestonePage(items=[_milestone(row) for row in rows], next=more))


@routes.read("/projects", ProjectPage)
def list_projects(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List the projects of the portfolio with their requirements."""
    rows, more = part("projects", catalogue_now().projects, lambda row: row.slug, cursor, limit)
    return answer(request, ProjectPage(items=[_project(row) for row in rows], next=more))


@routes.read("/projects/{slug}", ProjectShown)
def read_project(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read a project of the portfolio."""
    return answer(request, _project(found(catalogue_now().project(slug))))


def found(item: Item | None) -> Item:
    """Return `item`, which must be there. Raises Problem."""
    if item is None:
        raise Problem("not-found")
    return item


def _phase(phase: PhaseItem) -> PhaseShown:
    return PhaseShown(
        phase=phase.slug,
        number=phase.number,
        title=phase.title,
        summary=phase.summary,
        month_start=phase.month_start,
        month_end=phase.month_end,
        modules=[
            ModuleShown(
                module=module.slug,
                title=module.title,
                specialization=bool(module.specialization_id),
                skills=[skill.slug for skill in module.skills],
            )
            for module in phase.modules
        ],
        milestones=[milestone.slug for milestone in phase.milestones],
    )


def _skill(catalogue: Catalogue, skill: SkillItem) -> SkillShown:
    return SkillShown(
        skill=skill.slug,
        title=skill.title,
        kind=skill.kind,  # type: ignore[arg-type]  # one of the three
        summary=skill.summary,
        done_when=skill.done_when,
        hours_low=skill.hours_low,
        hours_high=skill.hours_high,
        target=skill.target,
        module=skill.module_slug,
        phase=skill.phase_slug,
        comes_after=[catalogue.skills[pk].slug for pk in skill.comes_after],
        resources=[resource.slug for resource in skill.resources],
        retired=skill.retired,
    )


def _resource(row: ResourceItem) -> ResourceShown:
    return ResourceShown(
        resource=row.slug,
        title=row.title,
        author=row.author,
        url=row.url,
        kind=row.kind,
        access=row.access,
        level=row.level,
        why=row.why,
        hours=row.hours,
        pages=row.pages,
        checked_on=row.checked_on,
        retired=row.retired,
    )


def _milestone(row: MilestoneItem) -> MilestoneShown:
    return MilestoneShown(
        milestone=row.slug,
        title=row.title,
        done_when=row.done_when,
        phase=row.phase_slug or None,
        sprint_day=row.sprint_day or None,
    )


def _project(row: ProjectItem) -> ProjectShown:
    return ProjectShown(
        project=row.slug,
        number=row.number,
        title=row.title,
        brief=row.brief,
        requirements=[
            RequirementShown(requirement=r.slug, title=r.title, skill=r.skill.slug if r.skill else None)
            for r in row.requirements
        ],
    )
