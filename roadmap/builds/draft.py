"""A build as it is filled in: from nothing, from a skill, from an idea, or as it stands."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from roadmap.builds.requirement_rows import OFFERED, Row, blank
from roadmap.catalogue import Catalogue
from roadmap.models import Build
from roadmap.models.build_contents import BuildContents
from roadmap.outline import Line, Outline
from roadmap.snapshot import IdeaItem, SkillItem

ANALYSES = "python-projects"
FEW = 12


@dataclass(frozen=True)
class Draft:
    """What a form begins with."""

    initial: dict[str, Any]
    rows: list[Row] = field(default_factory=list)


def new_draft(skill: SkillItem | None, idea: IdeaItem | None, skills: dict[int, SkillItem]) -> Draft:
    """Return a new build of one's own; `idea` brings its data, and the skill that it is for."""
    skill = skill or (skills.get(idea.skill_id) if idea else None)
    initial: dict[str, Any] = {"key": uuid.uuid4(), "status": "building", "metric_better": "higher"}
    if skill:
        initial |= {"title": skill.title, "skill": [skill.slug]}
    if idea:
        initial |= {"title": idea.title, **from_idea(idea)}
    return Draft(initial, [blank() for _ in range(OFFERED)])


def from_idea(idea: IdeaItem) -> dict[str, str]:
    """Return what an idea says of its data."""
    return {"data_source": f"{idea.data_title}, {idea.data_url}", "data_license": idea.data_license}


def draft_of(outline: Outline, build: Build, contents: BuildContents) -> Draft:
    known = outline.catalogue.skills
    initial = {f.name: getattr(build, f.name) for f in Build._meta.fields if f.name not in ("key", "user")}
    for name in ("metric_baseline", "metric_mine"):
        value = initial[name]
        initial[name] = "" if value is None else f"{value:.10g}"
    initial["skill"] = [known[pk].slug for pk in contents.skills if pk in known]
    return Draft(initial, [Row(line.id, line.title) for line in contents.requirements])


def choices(outline: Outline, chosen: set[str], project_module: int = 0) -> tuple[list[Line], list[Line]]:
    """Return the skills offered with a tick box: those chosen or of the project, and the others begun.

    A few of the others stand among the first.
    """
    near, begun = [], []
    for line in outline.lines.values():
        if line.skill.slug in chosen or line.skill.module_id == project_module:
            near.append(line)
        elif line.state in ("learning", "done"):
            begun.append(line)
    return (near, begun) if len(begun) > FEW else (near + begun, [])


def analysis(catalogue: Catalogue, skill: SkillItem) -> dict[str, Any]:
    """Return what the page of a data analysis shows of builds; nothing for other skills."""
    if skill.module_slug != ANALYSES:
        return {}
    return {"analysis": True, "skill_ideas": catalogue.ideas_for(skill=skill.id)}
