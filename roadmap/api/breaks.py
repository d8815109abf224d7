"""Time off, planned."""

import datetime
import uuid

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer, nothing, unchanged
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.problems import Problem
from accounts.api.repeats import once
from accounts.api.routes import Routes
from accounts.api.rules import followed
from accounts.api.shapes import Day, Given, Shown, line
from accounts.http import ApiRequest
from roadmap.api.examples import EXAMPLES, example
from roadmap.break_forms import BreakForm
from roadmap.models import Break, BreakOverlaps

routes = Routes("Plan")
MOST = 500  # of one learner


class BreakShown(Shown):
    """Days off, both ends included."""

    model_config = ConfigDict(json_schema_extra=example("break"))

    id: uuid.UUID
    starts_on: datetime.date
    ends_on: datetime.date
    label: str


class WantedBreak(Given):
    """Days off, both ends included: a year at most, outside of other breaks."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{key: text for key, text in EXAMPLES["break"].items() if key != "id"}]
        }
    )

    starts_on: Day = Field(description="From 2000-01-01 to five years from now.")
    ends_on: Day
    label: line(80) = ""  # type: ignore[valid-type]


class BreakPage(Shown):
    items: list[BreakShown]
    next: Next


@routes.read("/breaks", BreakPage, "plan:read")
def list_breaks(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List your breaks, the earliest first."""
    breaks = list(Break.objects.filter(user=request.user).order_by("starts_on"))
    rows, more = part("breaks", breaks, lambda row: str(row.pk), cursor, limit)
    return answer(request, BreakPage(items=[_shown(row) for row in rows], next=more))


@routes.create("/breaks", BreakShown, "plan:write")
def create_break(request: ApiRequest, body: WantedBreak) -> HttpResponse:
    """Plan a break."""

    def create() -> HttpResponse:
        if Break.objects.filter(user=request.user).count() >= MOST:
            raise Problem("conflict", f"You have {MOST} breaks. Delete some before you add another.")
        row = Break(user=request.user)
        _put(request, row, body)
        return answer(request, _shown(row), 201, {"Location": f"/api/v1/breaks/{row.pk}"})

    return once(request, create)


@routes.read("/breaks/{uuid:pk}", BreakShown, "plan:read")
def read_break(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Read a break."""
    return answer(request, _shown(_own(request, pk)))


@routes.put("/breaks/{uuid:pk}", BreakShown, "plan:write")
def put_break(request: ApiRequest, pk: uuid.UUID, body: WantedBreak) -> HttpResponse:
    """Change a break: all of it is as you send it."""
    with unchanged(request, lambda: _shown(_own(request, pk))):
        row = _own(request, pk)
        _put(request, row, body)
    return answer(request, _shown(row))


@routes.remove("/breaks/{uuid:pk}", "plan:write")
def delete_break(request: ApiRequest, pk: uuid.UUID) -> HttpResponse:
    """Delete a break."""
    with unchanged(request, lambda: _shown(_own(request, pk))):
        _own(request, pk).delete()
    return nothing()


def _own(request: ApiRequest, pk: uuid.UUID) -> Break:
    row = Break.objects.filter(user=request.user, pk=pk).first()
    if row is None:
        raise Problem("not-found", "There is no such break.")
    return row


def _put(request: ApiRequest, row: Break, body: WantedBreak) -> None:
    sent = {
        "starts_on": body.starts_on.isoformat(),
        "ends_on": body.ends_on.isoformat(),
        "label": body.label,
    }
    form = BreakForm(sent, today=request.user.today())
    for name, value in followed(form).items():
        setattr(row, name, value)
    try:
        Break.objects.put(row)
    except BreakOverlaps as error:
        form.overlaps(error.other)
        followed(form)


def _shown(row: Break) -> BreakShown:
    return BreakShown(id=row.pk, starts_on=row.starts_on, ends_on=row.ends_on, label=row.label)
