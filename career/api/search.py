"""The stages of a job search and its interviews, to be read."""

import datetime
import uuid

from django.http import HttpResponse
from pydantic import ConfigDict

from accounts.api.answers import answer
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.routes import Routes
from accounts.api.shapes import Shown
from accounts.http import ApiRequest
from career.api.examples import example
from career.applications.stages import Stages
from career.models import Interview

routes = Routes("Applications")


class StageShown(Shown):
    """A stage of a learner's, and the standard one that it counts as."""

    model_config = ConfigDict(json_schema_extra=example("stage"))

    key: str
    name: str
    means: str
    hidden: bool


class StagePage(Shown):
    items: list[StageShown]
    next: Next


class InterviewShown(Shown):
    """A round of an application, or a mock interview."""

    model_config = ConfigDict(json_schema_extra=example("interview"))

    id: uuid.UUID
    application: uuid.UUID | None
    company: str
    kind: str
    title: str
    starts_at: datetime.datetime | None
    zone: str
    minutes: int
    place: str
    people: str
    outcome: str
    is_mock: bool


class InterviewPage(Shown):
    items: list[InterviewShown]
    next: Next


@routes.read("/stages", StagePage, "career:read")
def list_stages(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List the stages of your job search, in their order."""
    rows, more = part("stages", Stages.of(request.user).items, lambda item: item.key, cursor, limit)
    items = [StageShown(key=row.key, name=row.name, means=row.means, hidden=row.hidden) for row in rows]
    return answer(request, StagePage(items=items, next=more))


@routes.read("/interviews", InterviewPage, "career:read")
def list_interviews(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List your interviews in the order in which they were noted, mock ones last."""
    rounds = Interview.objects.rounds(request.user).order_by("made_at", "pk")
    mocks = Interview.objects.mocks(request.user).order_by("made_at", "pk")
    rows, more = part("interviews", [*rounds, *mocks], lambda row: str(row.pk), cursor, limit)
    return answer(request, InterviewPage(items=[_interview(row) for row in rows], next=more))


def _interview(row: Interview) -> InterviewShown:
    return InterviewShown(
        id=row.pk,
        application=row.application_id,
        company=row.application.company if row.application else "",
        kind=row.kind,
        title=row.title,
        starts_at=row.starts_at,
        zone=row.zone,
        minutes=row.minutes,
        place=row.place,
        people=row.people,
        outcome=row.outcome,
        is_mock=row.is_mock,
    )
