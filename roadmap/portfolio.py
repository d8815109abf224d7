"""The portfolio projects as one learner sees them: requirements, skills and the day to ship by."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from roadmap.builds.page import view_of
from roadmap.days import short_day
from roadmap.markdown import to_html
from roadmap.models import Build
from roadmap.models.build_contents import Proof
from roadmap.models.learner_builds import BuildMark, LearnerBuilds
from roadmap.outline import Line, MilestoneView, Outline
from roadmap.snapshot import ProjectItem, RequirementItem

NOTHING, NO_PROOF = BuildMark(), Proof()
_html = lru_cache(maxsize=64)(to_html)


class RequirementLine(NamedTuple):
    """A requirement with its state: the skill's where it is a skill, else open or done.

    `when`: the day it was met, in words; `now`: it is the first one left of a project under way;
    `proof`: what the learner says proves it.
    """

    requirement: RequirementItem
    state: str
    when: str
    now: bool
    proof: Proof = NO_PROOF

    @property
    def settled(self) -> bool:
        return self.state in ("done", "skipped")


class Tone(NamedTuple):
    """How many of a phase's skills are done, and how many of those are shown."""

    number: int
    title: str
    done: int
    shown: int
    total: int

    @property
    def claimed(self) -> int:
        return self.done - self.shown

    @property
    def done_width(self) -> str:
        """Return percent of the bar."""
        return f"{100 * self.done / self.total:.2f}"

    @property
    def shown_width(self) -> str:
        return f"{100 * self.shown / self.total:.2f}"


@dataclass(frozen=True)
class ProjectView:
    """A project; `ship_when` is `ship_by` in words. Skipped requirements have left the total.

    `skills`: what the project shows. `build`: the learner's, once it is begun. `late`: the day to ship
    by has passed.
    """

    project: ProjectItem
    lines: tuple[RequirementLine, ...]
    skills: tuple[Line, ...]
    ship_by: datetime.date | None
    ship_when: str
    late: bool
    build: Build | None = None

    @property
    def met(self) -> int:
        return sum(line.state == "done" for line in self.lines)

    @property
    def total(self) -> int:
        return sum(line.state != "skipped" for line in self.lines)

    @property
    def state(self) -> str:
        if self.build and self.build.status == Build.Status.SHIPPED:
            return "done"
        if self.build and self.build.status == Build.Status.DROPPED:
            return "skipped"
        if all(line.settled for line in self.lines):
            return "done" if self.met else "skipped"
        begun = self.ship_by or self.build or any(line.state != "open" for line in self.lines)
        return "learning" if begun else "open"

    @property
    def next(self) -> RequirementLine | None:
        """Return the requirement marked now."""
        return next((line for line in self.lines if line.now), None)

    @property
    def hours_low(self) -> int:
        return sum(skill.hours_low for skill in self.project.module.skills)

    @property
    def hours_high(self) -> int:
        return sum(skill.hours_high for skill in self.project.module.skills)

    @property
    def hours(self) -> float:
        """Return the middle of the estimate, in hours."""
        return (self.hours_low + self.hours_high) / 2


def portfolio(
    outline: Outline, builds: Mapping[int, BuildMark], today: datetime.date
) -> tuple[ProjectView, ...]:
    """Return every project; `builds` is what the learner did, by id of the project."""
    return tuple(_view(outline, p, builds.get(p.id, NOTHING), today) for p in outline.catalogue.projects)


def projects_screen(outline: Outline, builds: LearnerBuilds, today: datetime.date) -> dict[str, Any]:
    """All projects and builds, which one is under way, and the milestones of their phase."""
    views = portfolio(outline, builds.projects, today)
    under_way = [view for view in views if view.state == "learning"]
    return {
        "projects": views,
        "hours_shown": outline.hours_shown,
        "now": under_way[0].project if under_way else None,
        "under_way": len(under_way),
        "complete": sum(view.state == "done" for view in views),
        "own": tuple((one, view_of(outline.catalogue, one.build, today)) for one in builds.own),
        "shipped": sum(view.build.status == "shipped" for view in views if view.build)
        + sum(one.build.status == "shipped" for one in builds.own),
        "milestones": _milestones(outline),
        "tones": tuple(
            Tone(
                view.phase.number, view.phase.short_title, view.tally.done, view.tally.shown, view.tally.total
            )
            for view in outline.phases
            if view.tally.done
        ),
    }


def project_screen(
    outline: Outline,
    builds: Mapping[int, BuildMark],
    project: ProjectItem,
    proofs: Mapping[int, Proof],
    today: datetime.date,
) -> dict[str, Any]:
    """One project with what proves its requirements (by id), and how far along the others are."""
    views = portfolio(outline, builds, today)
    view = next(view for view in views if view.project.id == project.id)
    lines = (line._replace(proof=proofs.get(line.requirement.id, NO_PROOF)) for line in view.lines)
    return {
        "projects": views,
        "hours_shown": outline.hours_shown,
        "view": replace(view, lines=tuple(lines)),
        "phase": next(p for p in outline.catalogue.phases if p.id == project.module.phase_id),
        "brief": _html(project.brief),
    }


def _view(outline: Outline, project: ProjectItem, mark: BuildMark, today: datetime.date) -> ProjectView:
    found = [(requirement, *_state(outline, requirement, mark)) for requirement in project.requirements]
    begun = mark.ship_by or mark.begun or any(state != "open" for _, state, _ in found)
    left = [requirement.id for requirement, state, _ in found if state not in ("done", "skipped")]
    now = left[0] if begun and left else None
    return ProjectView(
        project=project,
        lines=tuple(
            RequirementLine(requirement, state, short_day(day, today) if day else "", requirement.id == now)
            for requirement, state, day in found
        ),
        skills=tuple(outline.line(skill) for skill in project.module.skills),
        ship_by=mark.ship_by,
        ship_when=short_day(mark.ship_by, today) if mark.ship_by else "",
        late=bool(mark.build and mark.ship_by and mark.ship_by < today and mark.build.is_open),
        build=mark.begun,
    )


def _state(
    outline: Outline, requirement: RequirementItem, mark: BuildMark
) -> tuple[str, datetime.date | None]:
    if requirement.skill:
        line = outline.line(requirement.skill)
        return line.state, line.done_on
    day = mark.ticks.get(requirement.id)
    return ("done" if day else "open"), day


def _milestones(outline: Outline) -> tuple[MilestoneView, ...]:
    """Return the milestones of the phases that hold projects."""
    phases = {project.module.phase_slug for project in outline.catalogue.projects}
    return tuple(
        milestone for view in outline.phases if view.phase.slug in phases for milestone in view.milestones
    )
