"""An offer in parts."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from django import forms

from career.models import Offer
from career.money_fields import CurrencyField, MoneyField
from career.runway import in_months
from career.words_field import WordsField
from roadmap.day_field import DayField
from roadmap.new_row import NewRowField

NAMES = (
    *("company", "role", "currency", "base", "bonus", "bonus_note", "sign_on", "sign_on_note"),
    *("equity", "equity_units", "equity_price", "equity_strike", "equity_years", "equity_cliff"),
    *("equity_discount", "pension_percent", "benefits", "benefits_note", "commute", "commute_note"),
    *("hours", "remote", "learning", "answer_by"),
)
PRICE = Decimal("9999999999.9999")


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
    role = WordsField(label="Role", required=False)
    currency = CurrencyField()
    base = MoneyField(label="Base a year, before tax")
    bonus = MoneyField(label="Bonus you count on, a year", required=False)
    bonus_note = WordsField(label="What was said of it", most=200, required=False)
    sign_on = MoneyField(label="Sign-on, paid once", required=False)
    sign_on_note = WordsField(label="On what terms", most=200, required=False)
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
    benefits_note = WordsField(label="Which ones", most=200, required=False)
    commute = MoneyField(label="Commute, what it costs a year", required=False)
    commute_note = WordsField(label="How often, and how", most=200, required=False)
    hours = WordsField(label="Hours a week", required=False)
    remote = WordsField(label="Remote", required=False)
    learning = WordsField(label="Learning budget", required=False)
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
