"""Applications: listed, added, edited, moved."""

import datetime
import uuid
from typing import Annotated

from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from ninja import Query
from pydantic import ConfigDict, Field, StringConstraints

from accounts.api.answers import answer, unchanged
from accounts.api.paging import Cursor, Limit, Next, opened, seal
from accounts.api.problems import Problem
from accounts.api.repeats import once
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Shown, line, prose
from accounts.http import ApiRequest
from career.api.application_shapes import (
    ApplicationShown,
    NewApplication,
    WantedApplication,
    application_shown,
)
from career.applications.forms import (
    COLUMNS,
    ApplicationForm,
    MoveForm,
    NewApplicationForm,
    NoteForm,
    PlanForm,
)
from career.applications.moves import begun, plan_after
from career.applications.stages import Stages
from career.models import Application

routes = Routes("Applications")
KEY = r"^[a-z0-9_-]+$"


class ApplicationPage(Shown):
    items: list[ApplicationShown]
    next: Next


class WantedStage(Given):
    """The stage where an application shall be."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"stage": "screen", "on": "2026-07-19"}]})

    stage: Annotated[str, StringConstraints(max_length=20, pattern=KEY)]
    on: Day | None = Field(None, description="The day of the move: today, unless you say so.")


class WantedNext(Given):
    """What comes next, and when; both empty for nothing."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"next_step": "Follow up", "next_on": "2026-07-29"}]}
    )

    next_step: line(200)  # type: ignore[valid-type]
    next_on: Day | None


class WantedApplicationNote(Given):
    """What the notes shall say."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "They use PyTorch."}]})

    text: prose(10_000)  # type: ignore[valid-type]


@routes.read("/applications", ApplicationPage, "career:read")
def list_applications(
    request: ApiRequest,
    limit: Limit,
    cursor: Cursor,
    stage: Annotated[
        Annotated[str, StringConstraints(max_length=20, pattern=KEY)] | None,
        Query(None, description="Only those in this stage."),
    ],
) -> HttpResponse:
    """List your applications, the latest first."""
    rows = Application.objects.filter(user=request.user).order_by("-made_at", "pk")
    if stage:
        rows = rows.filter(stage=stage)
    if place := opened("applications", cursor, 2):
        made_at, pk = datetime.datetime.fromisoformat(place[0]), place[1]
        rows = rows.filter(Q(made_at__lt=made_at) | Q(made_at=made_at, pk__gt=pk))
    page = list(rows[: limit + 1])
    more = None
    if len(page) > limit:
        last = page[limit - 1]
        more = seal("applications", (last.made_at.isoformat(), str(last.pk)))
    stages = Stages.of(request.user)
    items = [application_shown(row, stages) for row in page[:limit]]
    return answer(request, ApplicationPage(items=items, next=more))


@routes.create("/applications", ApplicationShown, "career:write")
def create_application(request: ApiRequest, body: NewApplication) -> HttpResponse:
    """Add an application."""

    def create() -> HttpResponse:
        user, today, stages = request.user, request.user.today(), Stages.of(request.user)
        sent = body.fields | {"stage": body.stage or stages.first.key}
        form = NewApplicationForm(sent, user=user, stages=stages, today=today)
        followed(form)
        if user.applications.count() >= Application.MOST:
            raise Problem("conflict", f"You have {Application.MOST:,} applications. Delete some first.")
        row = begun(form, user, stages, today, pk=uuid.uuid4())
        Application.everything.add(row)
        headers = {"Location": f"/api/v1/applications/{row.pk}"}
        return answer(request, application_shown(row, stages), 201, headers)

    return once(request, create)


@routes.read("/applications/{uuid:pk}", ApplicationShown, "career:read")
def read_application(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Read an application."""
    return answer(request, _shown(request, pk))


@routes.put("/applications/{uuid:pk}", ApplicationShown, "career:write")
def put_application(request: ApiRequest, pk: uuid.UUID, body: WantedApplication) -> HttpResponse:
    """Change what is written about an application: all of it is as you send it."""
    with unchanged(request, lambda: _shown(request, pk)):
        row = _own(request, pk)
        form = ApplicationForm(body.fields, user=request.user)
        followed(form)
        for name, value in form.columns.items():
            setattr(row, name, value)
        row.changed_at = timezone.now()
        row.save(update_fields=[*COLUMNS, "changed_at"])
    return answer(request, _shown(request, pk))


@routes.put("/applications/{uuid:pk}/stage", ApplicationShown, "career:write")
def put_application_stage(request: ApiRequest, pk: uuid.UUID, body: WantedStage) -> HttpResponse:
    """Move an application to a stage; in it already, it stays as it is."""
    with unchanged(request, lambda: _shown(request, pk)):
        row, stages, today = _own(request, pk), Stages.of(request.user), request.user.today()
        sent = {"stage": body.stage, "on": body.on.isoformat() if body.on else "", "was": ""}
        data = followed(MoveForm(sent, stages=stages, today=today))
        to, day = stages.named(data["stage"]), data["on"] or today
        if row.stage != to.key:
            plan = plan_after(to, day)
            if not Application.everything.move(row, was=row.stage, to=to.key, on=day, plan=plan):
                fault = {
                    "detail": f"Its last move was on {row.stage_on}: not before that.",
                    "pointer": "#/on",
                }
                raise Problem("conflict", fault["detail"], errors=[fault])
    return answer(request, _shown(request, pk))


@routes.put("/applications/{uuid:pk}/next", ApplicationShown, "career:write")
def put_application_next(request: ApiRequest, pk: uuid.UUID, body: WantedNext) -> HttpResponse:
    """Say what comes next for an application, and when."""
    with unchanged(request, lambda: _shown(request, pk)):
        row = _own(request, pk)
        sent = {"next_step": body.next_step, "next_on": body.next_on.isoformat() if body.next_on else ""}
        data = followed(PlanForm(sent))
        became = row.planned | {"next_step": data["next_step"], "next_on": data["next_on"]}
        Application.everything.plan(row, became)
    return answer(request, _shown(request, pk))


@routes.put("/applications/{uuid:pk}/note", ApplicationShown, "career:write")
def put_application_note(request: ApiRequest, pk: uuid.UUID, body: WantedApplicationNote) -> HttpResponse:
    """Write the notes of an application."""
    with unchanged(request, lambda: _shown(request, pk)):
        row = _own(request, pk)
        note = followed(NoteForm({"note": body.text}), {"note": "text"})["note"]
        Application.objects.filter(pk=row.pk).update(note=note, changed_at=timezone.now())
    return answer(request, _shown(request, pk))


def _own(request: ApiRequest, pk: uuid.UUID) -> Application:
    row: Application | None = Application.objects.filter(user=request.user, pk=pk).first()
    if row is None:
        raise Problem("not-found", "There is no such application.")
    return row


def _shown(request: ApiRequest, pk: uuid.UUID) -> ApplicationShown:
    return application_shown(_own(request, pk), Stages.of(request.user))
