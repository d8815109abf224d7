"""The table: every application, a hundred to a page, by any column."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, IntegerField, OrderBy, Value, When
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.safestring import SafeString

from accounts.models import User
from career.applications.filters import FilterForm
from career.applications.stages import Stages
from career.models import Application
from roadmap.days import near_day
from roadmap.fragments import join, kept

ROWS = 100  # to a page
COLUMNS = {
    "company": "Company",
    "role": "Role",
    "tier": "Tier",
    "source": "Source",
    "stage": "Stage",
    "since": "Since",
    "next": "Next action",
}
FIRST = "next"


@dataclass(frozen=True)
class Column:
    """A heading; `direction` is what it is sorted by now, as ARIA says it; the link turns it around."""

    label: str
    direction: str
    query_string: str


@dataclass(frozen=True)
class Table:
    """`page` is Django's; `back` and `on` are the query strings of the pages around it, or nothing."""

    columns: Sequence[Column]
    rows: SafeString
    page: Page[Application]
    back: str
    on: str


def table(user: User, stages: Stages, asked: FilterForm, number: str, today: datetime.date) -> Table:
    """Return the page of this number (the nearest there is), in two statements."""
    name, descending = _sorted_by(asked)
    rows = user.applications.filter(asked.condition, asked.kept).defer("note")
    if stage := asked.found.get("stage"):
        rows = rows.filter(stage=stage)
    path = reverse("career:applications")
    page = Paginator(rows.order_by(*_order(name, descending, stages)), ROWS).get_page(number)
    return Table(
        [_column(key, label, name, descending, asked) for key, label in COLUMNS.items()],
        join(_row(row, path, stages, today) for row in page),
        page,
        asked.query_string(view="table") + f"&page={page.number - 1}" if page.has_previous() else "",
        asked.query_string(view="table") + f"&page={page.number + 1}" if page.has_next() else "",
    )


def _sorted_by(asked: FilterForm) -> tuple[str, bool]:
    wish = asked.found.get("sort", "")
    name = wish.removeprefix("-")
    return (name, wish.startswith("-")) if name in COLUMNS else (FIRST, False)


def _order(name: str, descending: bool, stages: Stages) -> list[OrderBy]:
    place = Case(
        *(When(stage=item.key, then=Value(n)) for n, item in enumerate(stages)),
        default=Value(-1),
        output_field=IntegerField(),
    )
    expressions: dict[str, Any] = {
        "company": Lower("company"),
        "role": Lower("role"),
        "tier": F("tier"),
        "source": F("source"),
        "stage": place,
        "since": F("stage_on"),
        "next": F("next_on"),
    }
    return [
        OrderBy(expressions[name], descending=descending, nulls_last=True),
        OrderBy(Lower("company")),
        OrderBy(F("made_at")),
        OrderBy(F("pk")),
    ]


def _column(key: str, label: str, name: str, descending: bool, asked: FilterForm) -> Column:
    direction = ("descending" if descending else "ascending") if key == name else ""
    turned = f"-{key}" if direction == "ascending" else key
    return Column(label, direction, asked.query_string(view="table", sort=turned))


def _row(row: Application, path: str, stages: Stages, today: datetime.date) -> SafeString:
    stage = stages.named(row.stage)
    return kept(
        "career/applications/_row.html",
        {
            "path": f"{path}{row.pk}/",
            "company": row.company,
            "role": row.role,
            "stage": stage.name,
            "since": near_day(row.stage_on, today),
            "day": near_day(row.next_on, today) if row.next_on else "",
            "step": row.next_step,
        },
        tier=row.tier,
        source=row.get_source_display(),
        is_archived=row.archived_at is not None,
        has_day=row.next_on is not None,
        is_due=row.next_on is not None and row.next_on <= today and not stage.closed,
    )
