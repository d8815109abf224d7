"""Savings and how long they last, to be read by a scope of its own."""

import datetime
import uuid

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer
from accounts.api.paging import Cursor, Limit, Next, part
from accounts.api.routes import Routes
from accounts.api.shapes import Shown
from accounts.http import ApiRequest
from career.api.examples import example
from career.models import Budget
from career.runway import lasts_to
from career.savings.plans import setting_of

routes = Routes("Runway")


class BudgetShown(Shown):
    """A scenario. Amounts are exact decimals as text; those of expenses and income a month's."""

    model_config = ConfigDict(json_schema_extra=example("budget"))

    id: uuid.UUID
    name: str
    currency: str
    as_of: datetime.date
    savings: str
    expenses: str
    income: str
    lasts_to: datetime.date | None = Field(description="The last day with money; null: ten years or more.")


class BudgetPage(Shown):
    items: list[BudgetShown]
    next: Next


@routes.read("/runway", BudgetPage, "runway:read")
def list_budgets(request: ApiRequest, limit: Limit, cursor: Cursor) -> HttpResponse:
    """List your scenarios and how long their money lasts."""
    budgets = list(
        Budget.objects.filter(user=request.user).order_by("made_at", "pk").prefetch_related("costs")
    )
    rows, more = part("runway", budgets, lambda row: str(row.pk), cursor, limit)
    return answer(request, BudgetPage(items=[_budget(row) for row in rows], next=more))


def _budget(row: Budget) -> BudgetShown:
    return BudgetShown(
        id=row.pk,
        name=row.name,
        currency=row.currency,
        as_of=row.as_of,
        savings=f"{row.savings:.2f}",
        expenses=f"{row.expenses:.2f}",
        income=f"{row.income:.2f}",
        lasts_to=lasts_to(setting_of(row).plan),
    )
