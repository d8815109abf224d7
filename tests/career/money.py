"""How a person fills in the runway's form, for tests."""

from typing import Any

from career.models import Budget
from tests.person import Person

RUNWAY, NEW, PREVIEW = "/career/runway/", "/career/runway/new/", "/career/runway/preview/"


def numbers(person: Person, **fields: Any) -> dict[str, Any]:
    """Return the form as it is sent: six months of expenses, counted today."""
    return {
        "budget": "",
        "name": "As it is",
        "currency": "GBP",
        "savings": "6,000",
        "as_of": person.user.today().isoformat(),
        "expenses": "1000",
        "income": "",
        "courses": "",
        "bridge": "",
        "bridge_from": "",
        "bridge_until": "",
        "search_weeks": "12",
    } | fields


def save(person: Person, **fields: Any) -> Budget:
    """Save a new scenario through its form."""
    answer = person.send(NEW, numbers(person, **fields), page=NEW)
    assert answer.status_code == 303, answer.content.decode()
    row: Budget = Budget.objects.filter(user=person.user).latest("made_at")
    return row


def amounts(row: Budget) -> tuple[Any, ...]:
    costs = sorted((cost.on.isoformat(), cost.what, cost.amount) for cost in row.costs.all())
    return row.name, row.currency, row.savings, row.expenses, row.income, row.bridge, row.bridge_from, costs
