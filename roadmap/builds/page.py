"""A build as its page shows it."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any, NamedTuple

from roadmap.builds.metric import is_better, metric_words
from roadmap.builds.readme import skeleton
from roadmap.builds.shipping import asks_of, points_of
from roadmap.catalogue import Catalogue
from roadmap.days import near_day, short_day
from roadmap.models import Build
from roadmap.models.build_contents import BuildContents, OwnLine
from roadmap.outline import MilestoneView, Outline
from roadmap.snapshot import ProjectItem

SHOWN_LINES = 12


class OwnRow(NamedTuple):
    """A requirement of the learner's own. `now`: the first one left of a build under way."""

    line: OwnLine
    state: str
    when: str
    now: bool


class LogRow(NamedTuple):
    id: uuid.UUID
    day: datetime.date
    when: str
    text: str


@dataclass(frozen=True)
class BuildView:
    """A build with its title and its dates in words. `late`: the day to ship it by has passed."""

    build: Build
    title: str
    metric: str
    metric_is_better: bool
    ship_when: str
    shipped_when: str
    late: bool


def project_of(catalogue: Catalogue, build: Build) -> ProjectItem | None:
    """Return the project that `build` is of; None for one's own, and for a project that was retired."""
    return next((project for project in catalogue.projects if project.id == build.project_id), None)


def title_of(catalogue: Catalogue, build: Build) -> str:
    project = project_of(catalogue, build)
    return project.title if project else str(build)


def view_of(catalogue: Catalogue, build: Build, today: datetime.date) -> BuildView:
    return BuildView(
        build=build,
        title=title_of(catalogue, build),
        metric=metric_words(build.metric_name, build.metric_baseline, build.metric_mine),
        metric_is_better=is_better(build.metric_baseline, build.metric_mine, build.metric_better),
        ship_when=near_day(build.ship_by, today) if build.ship_by else "",
        shipped_when=short_day(build.shipped_on, today) if build.shipped_on else "",
        late=bool(build.is_open and build.ship_by and build.ship_by < today),
    )


def build_screen(
    outline: Outline, build: Build, contents: BuildContents, today: datetime.date
) -> dict[str, Any]:
    """All that the page of a build shows but for the requirements of a project."""
    asks = asks_of(build)
    view = view_of(outline.catalogue, build, today)
    lines = tuple(LogRow(one.id, one.day, short_day(one.day, today), one.text) for one in contents.lines)
    rows = _rows(build, contents, today)
    return {
        "build": build,
        "made": view,
        "statuses": Build.Status.choices,
        "asks": asks,
        "missing": sum(not ask.met for ask in asks),
        "points": points_of(build),
        "readme": skeleton(build, view.title),
        "own": rows,
        "own_met": sum(row.state == "done" for row in rows),
        "log": lines[:SHOWN_LINES],
        "earlier": lines[SHOWN_LINES:],
        "line_count": len(lines),
        "line_id": uuid.uuid4(),
        "today": today,
        **_milestones(outline, build),
    }


def _rows(build: Build, contents: BuildContents, today: datetime.date) -> tuple[OwnRow, ...]:
    begun = build.status == Build.Status.BUILDING
    left = next((line.id for line in contents.requirements if not line.done_on), None)
    return tuple(
        OwnRow(
            line,
            "done" if line.done_on else "open",
            short_day(line.done_on, today) if line.done_on else "",
            begun and line.id == left,
        )
        for line in contents.requirements
    )


def _milestones(outline: Outline, build: Build) -> dict[str, tuple[MilestoneView, ...]]:
    """Return the milestones that name this build, and those that could."""
    views = [*(m for phase in outline.phases for m in phase.milestones), *outline.sprint_milestones]
    named = tuple(view for view in views if view.shown_by and view.shown_by.key == build.key)
    return {"named": named, "nameable": tuple(view for view in views if view not in named)}
