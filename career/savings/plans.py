"""A scenario's rows as the plan that is summed up."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from career.models import Budget, BudgetCost
from career.runway import Cost, Flow, Plan


@dataclass(frozen=True)
class Setting:
    """A plan in its currency, the weeks to find a job, and since when there is a bridge, if there is one."""

    plan: Plan
    currency: str
    search_weeks: int
    bridge_from: datetime.date | None


def setting_of(budget: Budget) -> Setting:
    """Return what a scenario says, its costs being at hand."""
    return setting_from(budget, budget.costs.all())


def setting_from(budget: Budget, costs: Iterable[BudgetCost]) -> Setting:
    """Return what a scenario with these costs says; courses and tools are paid on the day of the count."""
    since = budget.bridge_from if budget.bridge else None
    plan = Plan(
        as_of=budget.as_of,
        savings=budget.savings,
        expenses=budget.expenses,
        income=budget.income,
        flows=[Flow(budget.bridge, since, budget.bridge_until)] if since else [],
        costs=[Cost(budget.as_of, budget.courses), *(Cost(cost.on, cost.amount) for cost in costs)],
    )
    return Setting(plan, budget.currency, budget.search_weeks, since)
