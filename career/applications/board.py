"""The board: a lane per stage, the tickets in it by what is due first."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import User
from career.applications.filters import FilterForm
from career.applications.stages import Stages
from career.applications.standing import when
from career.models import STANDARD, Application, StageItem
from roadmap.fragments import join, kept

LANE = 12  # tickets; what goes beyond is in the table

Source = Application.Source
_SAID = {
    Source.REFERRAL: "referred",
    Source.RECRUITER: "through a recruiter",
    Source.NETWORK: "through your network",
}


class Ticket(NamedTuple):
    """The columns that a ticket shows."""

    pk: Any
    company: str
    role: str
    tier: int | None
    source: str
    stage: str
    next_step: str
    next_on: datetime.date | None
    stage_on: datetime.date
    follow_ups: int


@dataclass(frozen=True)
class Lane:
    """A stage with its tickets; `more`: how many are only in the table, at `query_string`."""

    stage: StageItem
    count: int
    tickets: SafeString
    more: int
    query_string: str


def lanes(
    tickets: Iterable[Ticket], stages: Stages, asked: FilterForm, today: datetime.date, token: str
) -> list[Lane]:
    """Return a lane for each open stage that is not hidden or holds something."""
    by_stage: dict[str, list[Ticket]] = {}
    for ticket in tickets:
        by_stage.setdefault(ticket.stage, []).append(ticket)
    shown = [item for item in stages if not item.closed and (not item.hidden or item.key in by_stage)]
    shown += [stages.named(key) for key in by_stage if key not in stages]
    return [_lane(item, by_stage.get(item.key, []), stages, asked, today, token) for item in shown]


def due_first(tickets: Iterable[Ticket], until: datetime.date) -> Application | None:
    """Return the ticket of a board without filters that is due before all others, by the day `until`."""
    due = [one for one in tickets if one.next_step and one.next_on and one.next_on <= until]
    first = min(due, key=lambda one: (one.next_on, one.stage_on), default=None)
    return Application(**first._asdict()) if first else None


def tickets_of(user: User, stages: Stages, asked: FilterForm) -> list[Ticket]:
    """Return the tickets of all lanes in one statement, those due first before the others of their lane."""
    order = [F("next_on").asc(nulls_last=True), F("stage_on").desc(), F("made_at").desc(), F("pk").asc()]
    rows = user.applications.filter(asked.condition, archived_at=None).exclude(stage__in=stages.closed)
    # All of them: to cut the lanes in the database costs more than 500 rows do.
    return [Ticket._make(row) for row in rows.order_by(*order).values_list(*Ticket._fields)]


def _lane(
    item: StageItem,
    tickets: list[Ticket],
    stages: Stages,
    asked: FilterForm,
    today: datetime.date,
    token: str,
) -> Lane:
    count, tickets = len(tickets), tickets[:LANE]
    path = reverse("career:applications")
    options = options_html(stages.offered(item.key), item.key)
    html = join(_ticket(ticket, path, options, today, token) for ticket in tickets)
    query_string = asked.query_string(view="table", stage=item.key)
    return Lane(item, count, html, count - len(tickets), query_string)


def _ticket(ticket: Ticket, path: str, options: SafeString, today: datetime.date, token: str) -> SafeString:
    day = ticket.next_on
    return kept(
        "career/applications/_ticket.html",
        {
            "pk": str(ticket.pk),
            "path": f"{path}{ticket.pk}/",
            "company": ticket.company,
            "role": ticket.role,
            "step": ticket.next_step,
            "day": when(day, today) if day else "",
            "stage": ticket.stage,
            "options": options,
            "csrf_token": token,
        },
        has_role=bool(ticket.role),
        tier=ticket.tier,
        source=_SAID.get(ticket.source, ""),  # type: ignore[call-overload]  # a value is its own member
        has_step=bool(ticket.next_step),
        has_day=day is not None,
        is_due=day is not None and day <= today,
    )


def options_html(items: tuple[StageItem, ...], current: str) -> SafeString:
    """Return the choices of a stage; those that most learners have are kept."""
    if set(items) <= set(STANDARD):
        return kept("career/applications/_options.html", {}, items=items, current=current)
    return join(
        [get_template("career/applications/_options.html").render({"items": items, "current": current})]
    )
