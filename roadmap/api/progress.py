"""Where a learner stands as a whole: figures, what is next, and every state."""

from typing import Annotated

from django.http import HttpResponse
from ninja import Query
from pydantic import ConfigDict, Field

from accounts.api.answers import answer
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.routes import Routes
from accounts.api.shapes import Shown
from accounts.http import ApiRequest
from roadmap.api.catalogue import OfPhase
from roadmap.api.examples import example
from roadmap.api.skills import SkillState, State, shown_state
from roadmap.next_step import next_step
from roadmap.outline import outline_for
from roadmap.tally import Tally

routes = Routes("Progress")


class Figures(Shown):
    """Skills and hours. Skipped skills have left the total; hours are middles of estimates."""

    done: int
    shown: int = Field(description="How many of the done ones a link or a shipped build proves.")
    learning: int
    skipped: int
    total: int
    hours_done: float
    hours_total: float


class PhaseFigures(Shown):
    phase: str
    title: str
    figures: Figures


class StepShown(Shown):
    """A skill to do next."""

    skill: str
    title: str
    under_way: bool
    completes: str = Field(description="The title of what it closes, or nothing.")


class ProgressShown(Shown):
    """Where a learner stands."""

    model_config = ConfigDict(json_schema_extra=example("progress"))

    figures: Figures
    phases: list[PhaseFigures]
    next: list[StepShown] = Field(description="Up to three, the first being the next.")


class StatePage(Shown):
    items: list[SkillState]
    next: Next


@routes.read("/progress", ProgressShown, "progress:read")
def read_progress(request: ApiRequest) -> HttpResponse:
    """Read your figures and what is next."""
    outline = outline_for(request.user.pk)
    shown = ProgressShown(
        figures=_figures(outline.tally),
        phases=[
            PhaseFigures(phase=view.phase.slug, title=view.phase.title, figures=_figures(view.tally))
            for view in outline.phases
        ],
        next=[
            StepShown(
                skill=step.line.skill.slug,
                title=step.line.skill.title,
                under_way=step.left_off,
                completes=step.completes,
            )
            for step in next_step(outline).steps
        ],
    )
    return answer(request, shown)


@routes.read("/progress/skills", StatePage, "progress:read")
def list_skill_states(
    request: ApiRequest,
    limit: Limit,
    cursor: Cursor,
    phase: OfPhase,
    state: Annotated[State | None, Query(None, description="Only skills in this state.")],
) -> HttpResponse:
    """List your skills with their states, in the order of the trail.

    Skills that left the roadmap stand at the end when you had begun them.
    """
    outline = outline_for(request.user.pk)
    lines = [
        line
        for line in (*outline.lines.values(), *outline.off_roadmap)
        if phase in (None, line.skill.phase_slug) and state in (None, line.state)
    ]
    rows, more = part("states", lines, lambda line: line.skill.slug, cursor, limit)
    return answer(request, StatePage(items=[shown_state(row) for row in rows], next=more))


def _figures(tally: Tally) -> Figures:
    return Figures(
        done=tally.done,
        shown=tally.shown,
        learning=tally.learning,
        skipped=tally.skipped,
        total=tally.total,
        hours_done=tally.hours_done,
        hours_total=tally.hours_total,
    )
