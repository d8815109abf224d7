"""Requirements of the portfolio projects, ticked."""

import datetime
from typing import Literal

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, unchanged
from accounts.api.problems import Problem
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Given, Shown, Slug
from accounts.http import ApiRequest
from roadmap.api.catalogue import found
from roadmap.api.examples import example
from roadmap.models import RequirementTick
from roadmap.models.learner_builds import builds_of
from roadmap.outline import outline_for
from roadmap.portfolio import ProjectView, RequirementLine, portfolio
from roadmap.project_forms import RequirementForm

routes = Routes("Projects")


class RequirementState(Shown):
    """Whether a requirement is met; one that is a skill has the skill's state."""

    requirement: str
    title: str
    state: Literal["open", "learning", "done", "skipped"]
    skill: str | None = Field(description="The skill to tick instead.")


class ProjectState(Shown):
    """Where a learner stands with a project."""

    model_config = ConfigDict(json_schema_extra=example("project state"))

    project: str
    title: str
    state: Literal["open", "learning", "done", "skipped"]
    met: int
    total: int
    ship_by: datetime.date | None
    requirements: list[RequirementState]


class WantedRequirement(Given):
    """Whether a requirement shall be met."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"state": "done"}]})

    state: Literal["open", "done"]


@routes.read("/projects/{slug}/state", ProjectState, "progress:read")
def read_project_state(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read where you stand with a project."""
    return answer(request, _state(_view(request, slug)))


@routes.put("/projects/{slug}/requirements/{requirement}/state", ProjectState, "progress:write")
def put_requirement_state(
    request: ApiRequest, slug: Slug, requirement: Slug, body: WantedRequirement
) -> HttpResponse:
    """Tick a requirement of a project, or open it again.

    A requirement that is a skill is ticked as that skill.
    """
    with unchanged(request, lambda: _state(_view(request, slug))):
        project = _view(request, slug).project
        wanted = found(next((r for r in project.requirements if r.slug == requirement), None))
        if wanted.skill:
            raise Problem("conflict", f"This is the skill {wanted.skill.slug}: put that into a state.")
        if followed(RequirementForm({"state": body.state}))["state"] == "done":
            RequirementTick.objects.tick(request.user, project.id, wanted.id, request.user.today())
        else:
            RequirementTick.objects.untick(request.user, wanted.id)
    return answer(request, _state(_view(request, slug)))


def _view(request: ApiRequest, slug: str) -> ProjectView:
    outline = outline_for(request.user.pk)
    project = found(outline.catalogue.project(slug))
    views = portfolio(outline, builds_of(request.user).projects, request.user.today())
    return next(view for view in views if view.project is project)


def _state(view: ProjectView) -> ProjectState:
    return ProjectState(
        project=view.project.slug,
        title=view.project.title,
        state=view.state,  # type: ignore[arg-type]  # one of the four
        met=view.met,
        total=view.total,
        ship_by=view.ship_by,
        requirements=[_line(line) for line in view.lines],
    )


def _line(line: RequirementLine) -> RequirementState:
    return RequirementState(
        requirement=line.requirement.slug,
        title=line.requirement.title,
        state=line.state,  # type: ignore[arg-type]  # one of the four
        skill=line.requirement.skill.slug if line.requirement.skill else None,
    )
