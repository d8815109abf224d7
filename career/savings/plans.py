"""A scenario's rows as the plan that is summed up."""

from collections.abc import Iterable

from career.models import Budget, BudgetCost
from career.runway import Cost, Flow, Plan


def plan_of(budget: Budget) -> Plan:
    """Return the plan of a scenario whose costs are at hand."""
    return plan_from(budget, budget.costs.all())


def plan_from(budget: Budget, costs: Iterable[BudgetCost]) -> Plan:
    """Return the plan; courses and tools are paid on the day of the count."""
    bridges = (
        [Flow(budget.bridge, budget.bridge_from, budget.bridge_until)]
        if budget.bridge and budget.bridge_from
        else []
    )
    return Plan(
        as_of=budget.as_of,
        savings=budget.savings,
        expenses=budget.expenses,
        income=budget.income,
        flows=bridges,
        costs=[Cost(budget.as_of, budget.courses), *(Cost(cost.on, cost.amount) for cost in costs)],
    )
