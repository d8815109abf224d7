"""Skills with their states and counts."""

import datetime
from typing import Any, Literal

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, unchanged
from accounts.api.problems import Problem
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Shown, Slug, whole
from accounts.http import ApiRequest
from roadmap.forms import MOST, SkillStateForm
from roadmap.outline import Line, Outline, outline_for
from roadmap.snapshot import SkillItem
from roadmap.wanted import counted, put, stated

routes = Routes("Skills")
State = Literal["open", "learning", "done", "skipped"]
EXAMPLE: dict[str, Any] = {
    "skill": "py-syntax",
    "title": "Syntax and data structures",
    "state": "done",
    "done_on": "2026-07-19",
    "count": 0,
    "target": 0,
    "counts": True,
    "shown": False,
}


class SkillState(Shown):
    """Where a learner stands with a skill."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    skill: str = Field(description="The skill's name in addresses.")
    title: str
    state: State
    done_on: datetime.date | None
    count: int = Field(description="How many are done, where the skill is counted.")
    target: int = Field(description="How many there are; 0: the skill is not counted.")
    counts: bool = Field(description="Whether it is part of this learner's total.")
    shown: bool = Field(description="Whether a link or a shipped build proves it.")


class WantedState(Given):
    """The state a skill shall be in."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"state": "done", "done_on": "2026-07-19"}]})

    state: State
    done_on: Day | None = Field(
        None, description="Only for “done”. Without it, the day that was noted before, or else today."
    )


class WantedCount(Given):
    """How many of a counted skill are done."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"count": 12}]})

    count: whole(0, MOST)  # type: ignore[valid-type]


@routes.read("/skills/{slug}/state", SkillState, "progress:read")
def read_skill_state(request: ApiRequest, slug: Slug) -> HttpResponse:
    """Where you stand with a skill."""
    outline = outline_for(request.user.pk)
    return answer(request, shown_state(outline.line(skill_of(outline, slug))))


@routes.put("/skills/{slug}/state", SkillState, "progress:write")
def put_skill_state(request: ApiRequest, slug: Slug, body: WantedState) -> HttpResponse:
    """Put a skill into a state.

    Sent twice, it is the same. A counted skill that is done has its whole count.
    """
    with unchanged(request, lambda: _now(request, slug)):
        outline = outline_for(request.user.pk)
        line = outline.line(skill_of(outline, slug))
        sent = {"state": body.state} | ({"done_on": body.done_on.isoformat()} if body.done_on else {})
        today = request.user.today()
        data = SkillStateForm.plain(sent, today=today, was=line.done_on) or followed(
            SkillStateForm(sent, today=today, was=line.done_on)
        )
        after = put(request.user, outline, line.skill, stated(line, data["state"], data["done_on"]))
    return answer(request, shown_state(after.line(line.skill)))


@routes.put("/skills/{slug}/count", SkillState, "progress:write")
def put_skill_count(request: ApiRequest, slug: Slug, body: WantedCount) -> HttpResponse:
    """Set how many of a counted skill are done.

    At its target it is done, below it under way.
    """
    with unchanged(request, lambda: _now(request, slug)):
        outline = outline_for(request.user.pk)
        line = outline.line(skill_of(outline, slug))
        if not line.skill.target:
            raise Problem("conflict", "This skill is not counted. Put it into a state instead.")
        after = put(request.user, outline, line.skill, counted(line, body.count, request.user.today()))
    return answer(request, shown_state(after.line(line.skill)))


def skill_of(outline: Outline, slug: str) -> SkillItem:
    """Return a skill by its slug. Raises Problem."""
    item = outline.catalogue.skill_by_slug.get(slug)
    if item is None:
        raise Problem("not-found", "There is no such skill.")
    return item


def shown_state(line: Line) -> SkillState:
    return SkillState(
        skill=line.skill.slug,
        title=line.skill.title,
        state=line.state,  # type: ignore[arg-type]  # one of the four
        done_on=line.done_on,
        count=line.count,
        target=line.skill.target,
        counts=line.counts,
        shown=line.shown,
    )


def _now(request: ApiRequest, slug: str) -> SkillState:
    outline = outline_for(request.user.pk)
    return shown_state(outline.line(skill_of(outline, slug)))
