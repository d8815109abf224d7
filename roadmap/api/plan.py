"""The plan: hours a week, study days, specializations."""

import datetime
from typing import Annotated, cast

from django.db import transaction
from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, unchanged
from accounts.api.problems import Problem
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Shown, Slug, Yes, whole
from accounts.http import ApiRequest
from roadmap.api.examples import EXAMPLES, example
from roadmap.models import Enrollment
from roadmap.models.plan import PlanTerms
from roadmap.outline import outline_for
from roadmap.plan_forms import PlanForm
from roadmap.terms import plan

routes = Routes("Plan")


class PlanShown(Shown):
    """A learner's terms. Weekdays are ISO numbers, Monday is 1."""

    model_config = ConfigDict(json_schema_extra=example("plan"))

    weekly_hours: int
    started_on: datetime.date
    study_days: list[int]
    week_starts_on: int
    target_date: datetime.date | None
    forecast_shown: bool
    specializations: list[str]


class WantedPlan(Given):
    """The terms as they shall be, all of them."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLES["plan"]]})

    weekly_hours: whole(0, 100)  # type: ignore[valid-type]
    started_on: Day = Field(description="From 2000-01-01 to today.")
    study_days: Annotated[list[whole(1, 7)], Field(min_length=1, max_length=7)]  # type: ignore[valid-type]
    week_starts_on: whole(1, 7)  # type: ignore[valid-type]
    target_date: Day | None = Field(description="From today on, or the one that is there.")
    forecast_shown: Yes
    specializations: Annotated[list[Slug], Field(max_length=20)]


@routes.read("/plan", PlanShown, "plan:read")
def read_plan(request: ApiRequest) -> HttpResponse:
    """Read your plan."""
    return answer(request, _plan(request))


@routes.put("/plan", PlanShown, "plan:write")
def put_plan(request: ApiRequest, body: WantedPlan) -> HttpResponse:
    """Change your plan: all of it is as you send it."""
    with unchanged(request, lambda: _plan(request)):
        outline = outline_for(request.user.pk)
        before = outline.marks.terms
        known = {item.slug: item.id for item in outline.catalogue.specializations}
        unknown = [name for name in body.specializations if name not in known]
        if unknown:
            fault = {"detail": "There is no such specialization.", "pointer": "#/specializations"}
            raise Problem("conflict", fault["detail"], errors=[fault])
        sent = {
            "weekly_hours": body.weekly_hours,
            "started_on": body.started_on.isoformat(),
            "study_days": [str(day) for day in body.study_days],
            "week_starts_on": str(body.week_starts_on),
            "target_date": body.target_date.isoformat() if body.target_date else "",
            "forecast_shown": body.forecast_shown,
        }
        form = PlanForm(sent, today=request.user.today(), target=before.target_date)
        with transaction.atomic():
            plan(request.user, before, cast(PlanTerms, followed(form)))
            chosen = {known[name] for name in body.specializations}
            if chosen != outline.marks.specializations:
                Enrollment.objects.choose(request.user, chosen)
    return answer(request, _plan(request))


def _plan(request: ApiRequest) -> PlanShown:
    outline = outline_for(request.user.pk)
    marks, terms, begun = outline.marks, outline.marks.terms, Enrollment.begun(request.user)
    return PlanShown(
        weekly_hours=begun.weekly_hours if marks.weekly_hours is None else marks.weekly_hours,
        started_on=marks.started_on or begun.started_on,
        study_days=list(terms.study_days),
        week_starts_on=terms.week_starts_on,
        target_date=terms.target_date,
        forecast_shown=terms.forecast_shown,
        specializations=[item.slug for item in outline.chosen],
    )
