"""Amounts of money as learners type and read them."""

import re
from decimal import Decimal
from typing import Any

from django import forms

from career.models import money

_THOUSANDS = re.compile(r"\d{1,3}([,.' \u00a0\u202f])\d{3}(\1\d{3})*")


class AmountField(forms.DecimalField):
    """An amount that is not negative; commas and spaces between thousands are fine."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        errors = {
            "invalid": "Write the amount as a number, such as 48,000.",
            "min_value": "Write 0 or more.",
            "max_value": "Write less than ten billion.",
            "max_digits": "Write less than ten billion, with two places for cents.",
            "max_whole_digits": "Write less than ten billion.",
            "max_decimal_places": "Write two places for cents at most.",
        }
        super().__init__(
            required=False,
            min_value=0,
            max_value=money.MOST,
            max_digits=12,
            decimal_places=2,
            error_messages=errors,
            **kwargs,
        )
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # a stub takes it for whole
        text = str(value or "").strip()
        if found := _THOUSANDS.fullmatch(text.partition(".")[0] if text.count(".") == 1 else text):
            whole = found[0]
            text = whole.replace(found[1], "") + text.removeprefix(whole)
        number: Decimal | None = super().to_python(text)
        return number


def amount(number: Decimal) -> str:
    """Return “48,000” or “17.50”."""
    return f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,.2f}"


def pay_range(low: Decimal | None, high: Decimal | None, currency: str, per: str) -> str:
    """Return “48,000–58,000 GBP a year”, “from 48,000 GBP a year” or nothing."""
    if low is not None and high is not None and low != high:
        numbers = f"{amount(low)}–{amount(high)}"
    elif low is not None:
        numbers = amount(low) if high is not None else f"from {amount(low)}"
    elif high is not None:
        numbers = f"up to {amount(high)}"
    else:
        return ""
    return f"{numbers} {currency} {per}"
