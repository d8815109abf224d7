"""An offer in parts."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from django import forms

from career.models import Offer
from career.money_fields import CurrencyField, DayField, MoneyField
from career.runway import in_months
from roadmap.new_row import NewRowField

NAMES = (
    *("company", "role", "currency", "base", "bonus", "bonus_note", "sign_on", "sign_on_note"),
    *("equity", "equity_units", "equity_price", "equity_strike", "equity_years", "equity_cliff"),
    *("equity_discount", "pension_percent", "benefits", "benefits_note", "commute", "commute_note"),
    *("hours", "remote", "learning", "answer_by"),
)
PRICE = Decimal("9999999999.9999")


def _words(label: str, most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        required=False,
        label=label,
        max_length=most,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"max_length": f"Keep it under {most} characters."},
        **kwargs,
    )


def _count(label: str, least: int, most: int, unit: str, **kwargs: Any) -> forms.IntegerField:
    said = f"Write a whole number from {least:,} to {most:,}{unit}."
    errors = {"invalid": said, "min_value": said, "max_value": said}
    return forms.IntegerField(
        required=False, label=label, min_value=least, max_value=most, error_messages=errors, **kwargs
    )


class OfferForm(forms.Form):
    """`offer` is the id of a new one, so that it is added once; `application` that of where it came from."""

    offer = NewRowField()
    application = forms.UUIDField(required=False, widget=forms.HiddenInput)
    company = forms.CharField(
        max_length=120,
        label="Company",
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={
            "required": "Say who offers it.",
            "max_length": "Keep the name under 120 characters.",
        },
    )
    role = _words("Role", 120)
    currency = CurrencyField()
    base = MoneyField(label="Base a year, before tax")
    bonus = MoneyField(label="Bonus you count on, a year", required=False)
    bonus_note = _words("What was said of it", 200)
    sign_on = MoneyField(label="Sign-on, paid once", required=False)
    sign_on_note = _words("On what terms", 200)
    equity = forms.ChoiceField(
        required=False,
        label="Equity",
        choices=Offer.Equity.choices,
        error_messages={"invalid_choice": "Choose none, options or shares."},
    )
    equity_units = _count("Options or shares", 0, 2_000_000_000, "")
    equity_price = MoneyField(label="Last price of one", required=False, most=PRICE, digits=4)
    equity_strike = MoneyField(label="Strike price", required=False, most=PRICE, digits=4)
    equity_years = _count("Vests over, in years", 1, 10, " years")
    equity_cliff = _count("Cliff, in months", 0, 120, " months")
    equity_discount = _count("Your discount, percent", 0, 100, " percent")
    pension_percent = MoneyField(label="Pension, percent of base", required=False, most=Decimal(100))
    benefits = MoneyField(label="Benefits a year, as you value them", required=False)
    benefits_note = _words("Which ones", 200)
    commute = MoneyField(label="Commute, what it costs a year", required=False)
    commute_note = _words("How often, and how", 200)
    hours = _words("Hours a week", 120)
    remote = _words("Remote", 120)
    learning = _words("Learning budget", 120)
    answer_by = DayField(label="Answer by", required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: datetime.date, row: Offer | None = None
    ) -> None:
        """`row`: what the fields show before anything is sent."""
        initial: dict[str, Any] = {}
        if row:
            initial = {name: getattr(row, name) for name in NAMES}
            initial |= {"offer": row.pk, "application": row.application_id}
        super().__init__(data, initial=initial, auto_id="offer_%s")
        cast(DayField, self.fields["answer_by"]).within(in_months(today, -24), in_months(today, 24))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        usual = Offer()
        for name in ("equity_units", "equity_years", "equity_cliff", "equity_discount"):
            if data.get(name) is None and name not in self.errors:
                data[name] = getattr(usual, name)
        if data.get("equity") and not data.get("equity_units") and "equity_units" not in self.errors:
            self.add_error("equity_units", "Say how many; choose none above if there are none.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {name: self.cleaned_data[name] for name in NAMES}
