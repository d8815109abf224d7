"""Milestones reached."""

import datetime
from typing import Literal

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, unchanged
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Shown, Slug, prose
from accounts.http import ApiRequest
from roadmap.api.catalogue import found
from roadmap.api.examples import example
from roadmap.forms import MilestoneForm
from roadmap.models import MilestoneProgress
from roadmap.outline import MilestoneView, Outline, outline_for

routes = Routes("Progress")


class MilestoneState(Shown):
    """Whether a learner has reached a milestone."""

    model_config = ConfigDict(json_schema_extra=example("milestone state"))

    milestone: str
    title: str
    state: Literal["open", "done"]
    done_on: datetime.date | None
    note: str


class WantedMilestone(Given):
    """Whether a milestone is reached; without a note, the one that is there stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"state": "done", "done_on": "2026-07-19"}]})

    state: Literal["open", "done"]
    done_on: Day | None = Field(
        None, description="Only for “done”. Without it, the day that was noted before, or else today."
    )
    note: prose(2000) | None = None  # type: ignore[valid-type]


class MilestoneStatePage(Shown):
    items: list[MilestoneState]
    next: Next


@routes.read("/progress/milestones", MilestoneStatePage, "progress:read")
def list_milestone_states(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List the milestones with their states."""
    outline = outline_for(request.user.pk)
    rows, more = part("milestone states", outline.catalogue.milestones, lambda item: item.slug, cursor, limit)
    return answer(
        request, MilestoneStatePage(items=[_shown(outline.milestone(row)) for row in rows], next=more)
    )


@routes.read("/milestones/{slug}/state", MilestoneState, "progress:read")
def read_milestone_state(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Read whether you reached a milestone."""
    return answer(request, _shown(_view(outline_for(request.user.pk), slug)))


@routes.put("/milestones/{slug}/state", MilestoneState, "progress:write")
def put_milestone_state(request: ApiRequest, slug: Slug, body: WantedMilestone) -> HttpResponse:
    """Mark a milestone as reached, or open it again."""
    with unchanged(request, lambda: _shown(_view(outline_for(request.user.pk), slug))):
        was = _view(outline_for(request.user.pk), slug)
        sent = {
            "state": body.state,
            "done_on": body.done_on.isoformat() if body.done_on else "",
            "note": was.note if body.note is None else body.note,
        }
        data = followed(MilestoneForm(sent, today=request.user.today(), was=was.done_on))
        MilestoneProgress.objects.put(
            request.user, was.milestone.id, done_on=data["done_on"], note=data["note"]
        )
    return answer(request, _shown(_view(outline_for(request.user.pk), slug)))


def _view(outline: Outline, slug: str) -> MilestoneView:
    return outline.milestone(found(outline.catalogue.milestone_by_slug.get(slug)))


def _shown(view: MilestoneView) -> MilestoneState:
    return MilestoneState(
        milestone=view.milestone.slug,
        title=view.milestone.title,
        state="done" if view.done_on else "open",
        done_on=view.done_on,
        note=view.note,
    )
