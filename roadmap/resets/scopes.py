"""What can be reset, and how much of a learner's progress stands there."""

from dataclasses import dataclass

from roadmap.models.resets import What
from roadmap.outline import Outline

ALL = "all"
SPRINT = "sprint"


@dataclass(frozen=True)
class Scope:
    """`key` names it in a form; `number`: the skills in it that are not open, and its milestones reached."""

    key: str
    title: str
    number: int
    what: What
    indented: bool = False


def scopes_of(outline: Outline) -> list[Scope]:
    """Return all that there is to reset, in the order of the trail, also what stands at none."""
    catalogue, projects = outline.catalogue, outline.catalogue.projects
    found = [_scope(outline, ALL, "All of your progress", What((), (), (), everything=True))]
    sprint = What(
        frozenset(skill.id for week in catalogue.weeks for skill in week.skills),
        frozenset(milestone.id for milestone in catalogue.milestones if milestone.sprint_day),
        (),
    )
    found.append(_scope(outline, SPRINT, "The 90-day sprint", sprint))
    for phase in catalogue.phases:
        modules = {module.id for module in phase.modules}
        whole = What(
            frozenset(s.id for s in catalogue.skills.values() if s.module_id in modules),
            frozenset(milestone.id for milestone in phase.milestones),
            frozenset(project.id for project in projects if project.module.id in modules),
        )
        found.append(_scope(outline, f"phase-{phase.slug}", phase.title, whole))
        for module in phase.modules:
            part = What(
                frozenset(s.id for s in catalogue.skills.values() if s.module_id == module.id),
                (),
                frozenset(project.id for project in projects if project.module.id == module.id),
            )
            found.append(_scope(outline, f"module-{module.slug}", module.title, part, indented=True))
    return found


def _scope(outline: Outline, key: str, title: str, what: What, *, indented: bool = False) -> Scope:
    marks = outline.marks
    skills = (
        mark.state != "open" for pk, mark in marks.skills.items() if what.everything or pk in what.skills
    )
    milestones = (
        mark.done_on is not None
        for pk, mark in marks.milestones.items()
        if what.everything or pk in what.milestones
    )
    return Scope(key, title, sum(skills) + sum(milestones), what, indented)
