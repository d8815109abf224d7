"""Which skills a build shows, and which it seems to use: to attach in one click each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roadmap.models import Build, Evidence
from roadmap.outline import Line, Outline
from roadmap.snapshot import SkillItem

OFFERED = 5
_PARTS = re.compile(r"[:;,()/&]| and | with | from | for ")
# Words that titles of skills share with any text about software.
_COMMON = frozenset(
    {"basics", "project", "projects", "practice", "problems", "course", "data", "model", "models"}
)


@dataclass(frozen=True)
class BuildSkills:
    """`shown`: what the build shows, in the order of the trail, with the id of each piece of evidence.

    `offered`: at most five that it seems to use and does not show yet.
    """

    shown: tuple[tuple[Line, Evidence], ...]
    offered: tuple[Line, ...]


def build_skills(build: Build, outline: Outline) -> BuildSkills:
    """Return the skills of `build`; its evidence is read in one statement."""
    rows = {row.skill_id: row for row in Evidence.objects.filter(user=build.user_id, build=build)}
    catalogue = outline.catalogue
    shown = ((outline.line(catalogue.skills[pk]), row) for pk, row in rows.items())
    order = {pk: place for place, pk in enumerate(outline.lines)}
    in_order = sorted(shown, key=lambda pair: order.get(pair[0].skill.id, len(order)))
    offered = (outline.line(skill) for skill in suggested(build, outline) if skill.id not in rows)
    return BuildSkills(tuple(in_order), tuple(line for line, _ in zip(offered, range(OFFERED), strict=False)))


def suggested(build: Build, outline: Outline) -> list[SkillItem]:
    """Return the skills that `build` seems to use, the most likely first.

    For a portfolio project those of its requirements, then those that they come after; for any build those
    whose names stand in what the learner wrote. Within each of these, done skills first.
    """
    found: dict[int, SkillItem] = {}
    for group in _groups(build, outline):
        known = {skill.id: skill for skill in group if not skill.retired}
        for skill in sorted(known.values(), key=lambda one: outline.line(one).state != "done"):
            found.setdefault(skill.id, skill)
    return list(found.values())


def _groups(build: Build, outline: Outline) -> Iterator[Iterable[SkillItem]]:
    skills = outline.catalogue.skills
    project = next((p for p in outline.catalogue.projects if p.id == build.project_id), None)
    if project:
        required = [skills[r.skill.id] for r in project.requirements if r.skill]
        yield required
        yield [skills[pk] for skill in required for pk in skill.comes_after]
    text = " ".join((build.title, build.summary, build.problem, build.approach, build.metric_name)).casefold()
    yield [line.skill for line in outline.lines.values() if _is_named(line.skill, text)]


def _is_named(skill: SkillItem, text: str) -> bool:
    """Say whether a part of the skill's title stands in `text` as a word of its own."""
    parts = (part.strip() for part in _PARTS.split(skill.title.casefold()))
    named = (part for part in parts if len(part) > 3 and part not in _COMMON)
    return any(re.search(rf"\b{re.escape(part)}\b", text) for part in named)
