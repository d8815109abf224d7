"""Fields for amounts, currencies and months that learners write by hand."""

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from career.amounts import MOST, SIGNS, NoAmount, plain, read_amount


class MoneyField(forms.Field):
    """An amount of 0 or more. Left empty it is `empty`: 0, or None for what may be unknown."""

    def __init__(
        self, *, most: Decimal = MOST, digits: int = 2, empty: Decimal | None = Decimal(0), **kwargs: Any
    ) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "maxlength": 40, "autocomplete": "off"})
        errors = {"required": "Write an amount; 0 is one too."}
        options: dict[str, Any] = {"widget": widget, "error_messages": errors}
        super().__init__(**options | kwargs)
        self.most, self.digits, self.empty = most, digits, empty

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip()
        if not text:
            return None if self.required else self.empty
        try:
            return read_amount(text[:60], self.most, self.digits)
        except NoAmount as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return plain(value) if self.digits == 2 else f"{value.normalize():,f}"


class CurrencyField(forms.RegexField):
    """Three letters, as in ISO 4217."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocapitalize": "characters", "maxlength": 3})
        wrong = "Write the currency as three letters, such as EUR."
        errors = {"required": wrong, "invalid": wrong, "max_length": wrong}
        options: dict[str, Any] = {"label": "Currency", "widget": widget, "error_messages": errors}
        super().__init__(r"\A[A-Z]{3}\Z", **options | kwargs)

    def to_python(self, value: Any) -> Any:
        return str(super().to_python(value) or "").upper()


class MonthField(forms.TypedChoiceField):
    """A month of a list, as its first day; empty is None."""

    def __init__(self, *, nothing: str, **kwargs: Any) -> None:
        errors = {"invalid_choice": "Choose a month from the list."}
        super().__init__(required=False, coerce=_first_day, empty_value=None, error_messages=errors, **kwargs)
        self.nothing = nothing

    def offer(self, months: list[datetime.date]) -> None:
        listed = [(f"{month:%Y-%m}", f"{month:%B %Y}") for month in sorted(set(months))]
        self.choices = [("", self.nothing), *listed]

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m}" if isinstance(value, datetime.date) else value


def _first_day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{text}-01")


def sign_of(currency: str) -> str:
    """Return what stands before a field: “£”, or the three letters."""
    return SIGNS.get(currency, currency)
