"""What a learner lives on while learning: a scenario each."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from career.models import money
from career.models.kept import KeptQuerySet, KeptRow, Living


class BudgetQuerySet(KeptQuerySet):
    @transaction.atomic
    def write(self, row: "Budget", values: Mapping[str, Any], costs: Iterable["BudgetCost"]) -> None:
        """Save a scenario, and these costs in place of those it had, all or nothing."""
        for name, value in values.items():
            setattr(row, name, value)
        row.changed_at = timezone.now()
        row.save()
        row.costs.all().delete()
        BudgetCost.put(row, costs)

    @transaction.atomic
    def add(
        self, user: User, pk: uuid.UUID | None, values: Mapping[str, Any], costs: Iterable["BudgetCost"]
    ) -> tuple["Budget", bool]:
        """Save a new scenario once; return it, and whether it was new."""
        row, added = Budget(pk=pk or uuid.uuid4(), user=user, **values).add_once()
        if added:
            BudgetCost.put(row, costs)
        return row, added

    def copy(self, row: "Budget", pk: uuid.UUID) -> tuple["Budget", bool]:
        """Copy a scenario with its costs once, under the id `pk`."""
        names = [f.name for f in Budget._meta.fields if f.name not in ("id", "user", "deleted_at", "made_at")]
        values = {name: getattr(row, name) for name in names} | {"name": f"{row.name[:53]}, copy"}
        return self.add(row.user, pk, values, list(row.costs.all()))


class Budget(KeptRow):
    """A scenario. Amounts are in `currency`, those of expenses and income a month's.

    The bridge is freelance income from the month of `bridge_from` to that of `bridge_until`.
    """

    MOST = 12  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="budgets")
    name = models.CharField(max_length=60, default="As it is")
    currency = money.currency()
    as_of = models.DateField(help_text="The day on which the savings were counted.")
    savings = money.amount()
    expenses = money.amount()
    income = money.amount(default=0)
    courses = money.amount("courses and tools, once", default=0)
    bridge = money.amount(default=0)
    bridge_from = models.DateField(null=True, blank=True)
    bridge_until = models.DateField(null=True, blank=True)
    search_weeks = models.PositiveSmallIntegerField(
        "weeks to find a job", default=12, validators=[MaxValueValidator(104)]
    )

    # Both, in this order: managers of a class come before inherited ones, and the first is the default.
    objects = Living["Budget"]()  # type: ignore[misc]  # as inherited
    everything = BudgetQuerySet.as_manager()  # type: ignore[misc]  # narrower than what is inherited

    class Meta:
        ordering = ["made_at"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="budget_has_a_name"),
            models.CheckConstraint(
                condition=Q(savings__gte=0, expenses__gte=0, income__gte=0, courses__gte=0, bridge__gte=0),
                name="budget_amounts_are_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(bridge_from=None) | Q(bridge_until=None) | Q(bridge_from__lte=F("bridge_until")),
                name="budget_bridge_begins_before_it_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BudgetCost(models.Model):
    """A cost that comes once, on a day."""

    MOST = 30  # in one budget

    budget = models.ForeignKey(Budget, models.CASCADE, related_name="costs")
    on = models.DateField()
    what = models.CharField(max_length=80)
    amount = money.amount()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.what

    @staticmethod
    def put(budget: Budget, costs: Iterable["BudgetCost"]) -> None:
        """Save these as new costs of a scenario."""
        rows = [BudgetCost(budget=budget, on=c.on, what=c.what, amount=c.amount) for c in costs]
        BudgetCost.objects.bulk_create(rows)
