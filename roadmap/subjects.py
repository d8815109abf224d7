"""What time is logged for: a skill, a project, or neither."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.urls import reverse

from roadmap.catalogue import Catalogue
from roadmap.next_step import next_step
from roadmap.outline import Outline
from roadmap.snapshot import ProjectItem, SkillItem


class Timed(Protocol):
    """A row that names a skill, a project, or neither."""

    @property
    def skill_id(self) -> int | None: ...

    @property
    def project_id(self) -> int | None: ...


@dataclass(frozen=True)
class Subject:
    """`value` names it in forms, `kind` is what time for it counts as unless the learner says otherwise."""

    value: str = ""
    title: str = "Other study"
    kind: str = "theory"
    url: str = ""
    skill_id: int | None = None
    project_id: int | None = None


OTHER = Subject()


# A page of the log names one in each of its rows, and reverse() is slow.
@lru_cache(maxsize=1_000)
def of_skill(skill: SkillItem) -> Subject:
    url = reverse("roadmap:skill", args=[skill.slug])
    return Subject(f"skill:{skill.slug}", skill.title, skill.kind, url, skill_id=skill.id)


@lru_cache(maxsize=100)
def of_project(project: ProjectItem) -> Subject:
    url = reverse("roadmap:project", args=[project.slug])
    title = f"Project {project.number}: {project.title}"
    return Subject(f"project:{project.slug}", title, "build", url, project_id=project.id)


def subject(catalogue: Catalogue, value: str) -> Subject | None:
    """Return what `value` names, or None when there is no such thing."""
    kind, _, slug = value.partition(":")
    if not value:
        return OTHER
    if kind == "skill" and (skill := catalogue.skill_by_slug.get(slug)):
        return of_skill(skill)
    if kind == "project" and (project := catalogue.project(slug)):
        return of_project(project)
    return None


def subject_of(catalogue: Catalogue, row: Timed) -> Subject:
    """Return what a row of a learner is for; a project that has left the catalogue counts as other study."""
    if row.skill_id and (skill := catalogue.skills.get(row.skill_id)):
        return of_skill(skill)
    project = next((p for p in catalogue.projects if p.id == row.project_id), None)
    return of_project(project) if project else OTHER


def at_hand(outline: Outline, chosen: Subject | None = None) -> tuple[Subject, ...]:
    """Return what is most likely meant: `chosen`, what is under way, and the next three skills."""
    under_way = [line.skill for line in outline.lines.values() if line.state == "learning"]
    coming = [step.line.skill for step in next_step(outline).steps]
    found = [chosen] if chosen else []
    found += [of_skill(skill) for skill in [*under_way[:8], *coming]]
    return tuple(dict.fromkeys(found))
