"""The study log."""

import copy
import datetime
import uuid
from typing import Annotated, Any, Literal

from django.db.models import Q
from django.http import HttpResponse
from ninja import Query
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, nothing, unchanged
from accounts.api.paging import Cursor, Limit, Next, opened, seal
from accounts.api.problems import Problem
from accounts.api.repeats import once
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Shown, line, whole
from accounts.http import ApiRequest
from roadmap.api.catalogue import catalogue_now
from roadmap.api.examples import example
from roadmap.catalogue import Catalogue
from roadmap.log_forms import SessionForm, day_is_full
from roadmap.models import DayIsFull, StudySession
from roadmap.models.sessions import DAY
from roadmap.subjects import subject_of

routes = Routes("Log")
KINDS = Literal["theory", "practice", "build"]


class EntryShown(Shown):
    """An entry of the log."""

    model_config = ConfigDict(json_schema_extra=example("entry"))

    id: uuid.UUID
    day: datetime.date
    minutes: int
    kind: KINDS
    subject: str = Field(description="“skill:…”, “project:…”, or nothing.")
    title: str
    note: str


class WantedEntry(Given):
    """An entry as it shall be."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"minutes": 45, "subject": "skill:py-syntax", "day": "2026-07-19"}]}
    )

    minutes: whole(1, DAY)  # type: ignore[valid-type]
    subject: line(120) = Field(  # type: ignore[valid-type]
        "", description="“skill:…” or “project:…”; empty for other study."
    )
    kind: KINDS | None = Field(None, description="Without it, the kind of the skill.")
    day: Day | None = Field(None, description="From 2000-01-01 to today, which it is by itself.")
    note: line(500) = ""  # type: ignore[valid-type]


class EntryPage(Shown):
    items: list[EntryShown]
    next: Next


@routes.read("/log", EntryPage, "log:read")
def list_entries(
    request: ApiRequest,
    limit: Limit,
    cursor: Cursor,
    since: Annotated[Day | None, Query(None, description="Only entries from this day on.")],
    until: Annotated[Day | None, Query(None, description="Only entries up to this day.")],
) -> HttpResponse:
    """List the entries of your log, the latest day first."""
    rows = StudySession.objects.filter(user=request.user).order_by("-day", "pk")
    if since:
        rows = rows.filter(day__gte=since)
    if until:
        rows = rows.filter(day__lte=until)
    if place := opened("log", cursor, 2):
        day, pk = place
        rows = rows.filter(Q(day__lt=day) | Q(day=day, pk__gt=pk))
    page = list(rows[: limit + 1])
    more = None
    if len(page) > limit:
        last = page[limit - 1]
        more = seal("log", (last.day.isoformat(), str(last.pk)))
    catalogue = catalogue_now()
    return answer(request, EntryPage(items=[_shown(catalogue, row) for row in page[:limit]], next=more))


@routes.create("/log", EntryShown, "log:write")
def create_entry(request: ApiRequest, body: WantedEntry) -> HttpResponse:
    """Log time."""

    def create() -> HttpResponse:
        catalogue = catalogue_now()
        row = _filled(StudySession(user=request.user), request, catalogue, body)
        try:
            StudySession.objects.add(row)
        except DayIsFull as error:
            raise _full(error) from error
        return answer(request, _shown(catalogue, row), 201, {"Location": f"/api/v1/log/{row.pk}"})

    return once(request, create)


@routes.read("/log/{uuid:pk}", EntryShown, "log:read")
def read_entry(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Read an entry of your log."""
    return answer(request, _shown(catalogue_now(), _own(request, pk)))


@routes.put("/log/{uuid:pk}", EntryShown, "log:write")
def put_entry(request: ApiRequest, pk: uuid.UUID, body: WantedEntry) -> HttpResponse:
    """Change an entry: all of it is as you send it."""
    catalogue = catalogue_now()
    with unchanged(request, lambda: _shown(catalogue, _own(request, pk))):
        row = _filled(copy.copy(_own(request, pk)), request, catalogue, body)
        try:
            StudySession.objects.put(row)
        except DayIsFull as error:
            raise _full(error) from error
    return answer(request, _shown(catalogue, row))


@routes.remove("/log/{uuid:pk}", "log:write")
def delete_entry(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Delete an entry."""
    with unchanged(request, lambda: _shown(catalogue_now(), _own(request, pk))):
        _own(request, pk).delete()
    return nothing()


def _own(request: ApiRequest, pk: uuid.UUID) -> StudySession:
    row = StudySession.objects.filter(user=request.user, pk=pk).first()
    if row is None:
        raise Problem("not-found", "There is no such entry.")
    return row


def _filled(row: StudySession, request: ApiRequest, catalogue: Catalogue, body: WantedEntry) -> StudySession:
    sent: dict[str, Any] = {
        "minutes": body.minutes,
        "subject": body.subject,
        "kind": body.kind or "",
        "day": body.day.isoformat() if body.day else "",
        "note": body.note,
    }
    same = not row._state.adding and subject_of(catalogue, row).value == body.subject
    data = followed(SessionForm(sent, catalogue=catalogue, today=request.user.today()))
    row.day, row.minutes, row.kind, row.note = data["day"], data["minutes"], data["kind"], data["note"]
    if not same:  # what it is for may have left the catalogue, and is kept
        row.skill_id, row.project_id = data["subject"].skill_id, data["subject"].project_id
    return row


def _full(error: DayIsFull) -> Problem:
    fault = {"detail": day_is_full(error.left), "pointer": "#/minutes"}
    return Problem("conflict", day_is_full(error.left), errors=[fault])


def _shown(catalogue: Catalogue, row: StudySession) -> EntryShown:
    about = subject_of(catalogue, row)
    return EntryShown(
        id=row.pk,
        day=row.day,
        minutes=row.minutes,
        kind=row.kind,  # type: ignore[arg-type]  # one of the three
        subject=about.value,
        title=about.title,
        note=row.note,
    )
