"""What learners say of their money: a scenario, and the costs that come once."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms

from career.models import Budget, BudgetCost
from career.money_fields import CurrencyField, MoneyField, MonthField, sign_of
from career.runway import first_of, in_months
from career.savings.plans import Setting, setting_from
from roadmap.day_field import DayField
from roadmap.new_row import NewRowField

BRIDGE_MONTHS = 60
SPARE = 2  # empty rows for further costs
NAMES = (
    *("name", "currency", "as_of", "savings", "expenses", "income", "courses"),
    *("bridge", "bridge_from", "bridge_until", "search_weeks"),
)


class BudgetForm(forms.Form):
    """A scenario; `budget` is its id, so that a new one is added once."""

    budget = NewRowField()
    name = forms.CharField(
        max_length=60,
        label="Scenario",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={
            "required": "Give it a name, such as As it is.",
            "max_length": "Keep the name under 60 characters.",
        },
    )
    currency = CurrencyField()
    savings = MoneyField(label="Savings")
    as_of = DayField(label="Counted on")
    expenses = MoneyField(label="Monthly expenses", help_text="Rent, food, transport, insurance, debts.")
    income = MoneyField(label="Monthly income", help_text="After tax, while you learn.", required=False)
    courses = MoneyField(
        label="Courses and tools",
        help_text="Once. The guide says $500–2,000, a claim; every required resource here is free.",
        required=False,
    )
    bridge = MoneyField(label="A month", required=False)
    bridge_from = MonthField(nothing="Never", label="From")
    bridge_until = MonthField(nothing="No end", label="Until")
    search_weeks = forms.IntegerField(
        label="Weeks to find a job",
        min_value=0,
        max_value=104,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Write a number of weeks; 0 is one too.",
            "invalid": "Write a whole number of weeks, such as 12.",
            "min_value": "Write 0 weeks or more.",
            "max_value": "Write 104 weeks or less: two years.",
        },
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: datetime.date, row: Budget | None = None
    ) -> None:
        """`row`: what the fields show before anything is sent."""
        initial = {"budget": row.pk} | {name: getattr(row, name) for name in NAMES} if row else {}
        super().__init__(data, initial=initial, auto_id="money_%s")
        counted = cast(DayField, self.fields["as_of"])
        counted.within(in_months(today, -12), today)
        counted.too_early = "That is more than a year ago. Count them again and take that day."
        counted.too_late = "Take today or an earlier day: what comes later is in the other fields."
        ahead = [in_months(first_of(today), count) for count in range(BRIDGE_MONTHS)]
        for name in ("bridge_from", "bridge_until"):
            mine = getattr(row, name) if row else None
            cast(MonthField, self.fields[name]).offer([*ahead, *([first_of(mine)] if mine else [])])
        kept = list(row.costs.all()) if row and row.pk else []
        self.costs = CostRows(data, kept, today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("bridge_from"), data.get("bridge_until")
        if first and last and last < first:
            self.add_error("bridge_until", "Take the month in which it begins, or a later one.")
        if data.get("bridge") and not first and "bridge_from" not in self.errors:
            self.add_error("bridge_from", "Choose the month from which it comes.")
        if last and not first and "bridge_from" not in self.errors:
            self.add_error("bridge_from", "Choose the month in which it begins as well.")
        if not self.costs.is_valid():
            self.add_error(None, "One of the costs that come once needs your attention.")
        return data

    @property
    def sign(self) -> str:
        """Return what stands before the amounts."""
        return sign_of(str(self["currency"].value() or "").upper()[:3])

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {name: self.cleaned_data[name] for name in NAMES}

    @property
    def setting(self) -> Setting:
        """Return what is to be summed up, once the form is valid."""
        return setting_from(Budget(**self.values), self.costs.rows)


class CostForm(forms.Form):
    """A row: all of it or nothing."""

    on = DayField(label="Day", required=False)
    what = forms.CharField(
        required=False,
        max_length=80,
        label="What for",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"max_length": "Keep it under 80 characters."},
    )
    amount = MoneyField(label="Amount", required=False, empty=None)

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(DayField, self.fields["on"]).within(in_months(today, -60), in_months(today, 120))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = {name: data.get(name) not in (None, "") for name in self.fields}
        if any(given.values()) or self.errors:
            missing = {"on": "Choose the day.", "what": "Say what for.", "amount": "Write the amount."}
            for name, said in missing.items():
                if not given[name] and name not in self.errors:
                    self.add_error(name, said)
        return data


class CostRows:
    """The costs that come once, a form each, with room for more; `rows` are the ones that were filled in."""

    def __init__(
        self, data: Mapping[str, Any] | None, kept: Sequence[BudgetCost], today: datetime.date
    ) -> None:
        used = len(kept)
        if data is not None:
            places = range(BudgetCost.MOST)
            fields = ("on", "what", "amount")
            used = 1 + max((n for n in places if any(data.get(f"cost-{n}-{f}") for f in fields)), default=-1)
        self.forms = []
        for number in range(min(used + SPARE, BudgetCost.MOST)):
            cost = kept[number] if number < len(kept) else None
            initial = {"on": cost.on, "what": cost.what, "amount": cost.amount} if cost else {}
            self.forms.append(
                CostForm(data, initial=initial, prefix=f"cost-{number}", auto_id="money_%s", today=today)
            )

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]  # each is to say what it lacks

    @property
    def rows(self) -> list[BudgetCost]:
        return [BudgetCost(**form.cleaned_data) for form in self.forms if form.cleaned_data.get("what")]

    @property
    def is_used(self) -> bool:
        """Whether there is anything in it."""
        return len(self.forms) > SPARE
