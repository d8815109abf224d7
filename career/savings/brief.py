"""How long the money lasts, for pages that only mention it."""

import datetime

from accounts.models import User
from career.models import Budget, BudgetCost
from career.runway import lasts_to
from career.savings.plans import setting_from


def money_lasts_to(user: User) -> tuple[bool, datetime.date | None]:
    """Return whether there is a scenario, and the last day of the first one's money (None: it lasts).

    In one statement.
    """
    names = [field.name for field in Budget._meta.fields if field.name != "user"]
    rows = list(
        user.budgets.order_by("made_at", "pk").values(*names, "costs__on", "costs__what", "costs__amount")
    )
    if not rows:
        return False, None
    first = [row for row in rows if row["id"] == rows[0]["id"]]
    costs = [
        BudgetCost(on=row["costs__on"], what=row["costs__what"], amount=row["costs__amount"])
        for row in first
        if row["costs__on"]
    ]
    budget = Budget(**{name: first[0][name] for name in names})
    return True, lasts_to(setting_from(budget, costs).plan)
