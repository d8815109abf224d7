"""The skills that a learner may say a story shows."""

from collections.abc import Collection
from dataclasses import dataclass

from roadmap.outline import Outline
from roadmap.snapshot import SkillItem


@dataclass(frozen=True)
class SkillGroup:
    """Skills of one module with whether each is ticked; `title` is empty for those that were ticked."""

    title: str
    skills: tuple[tuple[SkillItem, bool], ...]


def skill_groups(outline: Outline, chosen: Collection[str]) -> tuple[SkillGroup, ...]:
    """Return the ticked ones first, then by module all that the learner is learning or has done."""
    by_slug = outline.catalogue.skill_by_slug
    ticked = sorted((by_slug[slug] for slug in chosen if slug in by_slug), key=lambda skill: skill.place)
    groups = [SkillGroup("", tuple((skill, True) for skill in ticked))]
    for phase in outline.phases:
        for module in phase.modules:
            begun = [line.skill for line in module.lines if line.state in ("learning", "done")]
            rest = tuple((skill, False) for skill in begun if skill.slug not in chosen)
            if rest:
                groups.append(SkillGroup(module.module.title, rest))
    return tuple(groups)
