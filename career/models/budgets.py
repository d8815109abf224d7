"""What a learner lives on while learning: a scenario each."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from career.models import money
from career.models.kept import KeptRow


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
