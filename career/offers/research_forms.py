"""What others are paid, and what currencies are worth."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from career.models.offers import SMALLEST_RATE
from career.money_fields import CurrencyField, MoneyField
from roadmap.links import HttpLinkField
from roadmap.new_row import NewRowField

MOST_RATE = Decimal("99999999")


class ResearchForm(forms.Form):
    """`research` is the id of a new row, so that it is added once."""

    research = NewRowField()
    what = forms.CharField(
        max_length=200,
        label="Role, place, source",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={
            "required": "Say for what it is paid, and who says so.",
            "max_length": "Keep it under 200 characters.",
        },
    )
    low = MoneyField(label="From, a year", required=False, empty=None)
    high = MoneyField(label="To, a year", required=False, empty=None)
    currency = CurrencyField()
    link = HttpLinkField(required=False, label="Link")

    def __init__(self, data: Mapping[str, Any] | None = None, *, currency: str = "") -> None:
        super().__init__(data, initial={"currency": currency}, auto_id="research_%s")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        low, high = data.get("low"), data.get("high")
        if low is None and high is None and not {"low", "high"} & self.errors.keys():
            self.add_error("low", "Write at least one of the two amounts.")
        if low is not None and high is not None and low > high:
            self.add_error("high", "Write an amount that is not below the first one.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {name: value for name, value in self.cleaned_data.items() if name != "research"}


class RatesForm(forms.Form):
    """The learner's own currency, and what one unit of each other one is worth in it."""

    own = CurrencyField(label="Compare in")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        own: str,
        rates: Mapping[str, Decimal],
        others: Sequence[str],
    ) -> None:
        super().__init__(data, initial={"own": own}, auto_id="rates_%s")
        self.others = others
        for code in others:
            field = MoneyField(
                label=f"1 {code} is",
                required=False,
                empty=None,
                most=MOST_RATE,
                digits=6,
                initial=rates.get(code),
            )
            self.fields[f"rate_{code}"] = field

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for code in self.others:
            rate = data.get(f"rate_{code}")
            if rate is not None and rate < SMALLEST_RATE:
                self.add_error(f"rate_{code}", "Write a rate above 0, or leave it empty.")
        return data

    @property
    def rates(self) -> dict[str, Decimal]:
        """Return the rates that were given, once the form is valid."""
        own = self.cleaned_data["own"]
        given = {code: self.cleaned_data[f"rate_{code}"] for code in self.others if code != own}
        return {code: rate for code, rate in given.items() if rate is not None}

    @property
    def rate_fields(self) -> list[forms.BoundField]:
        return [self[f"rate_{code}"] for code in self.others]
