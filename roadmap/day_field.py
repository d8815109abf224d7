"""A day that someone writes or picks."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class DayField(forms.DateField):
    """A day, from `first` to `last` where they are given; both can be set later."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    too_early = "Take a later day."
    too_late = "Take an earlier day."

    def __init__(self, *, error_messages: dict[str, str] | None = None, **kwargs: Any) -> None:
        wrong = "Write the date as year-month-day, such as 2026-07-19."
        super().__init__(
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"required": wrong, "invalid": wrong} | (error_messages or {}),
            **kwargs,
        )

    def within(self, first: datetime.date, last: datetime.date) -> None:
        self.first, self.last = first, last
        self.widget.attrs.update({"min": first.isoformat(), "max": last.isoformat()})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and self.first and value < self.first:
            raise ValidationError(self.too_early)
        if value and self.last and value > self.last:
            raise ValidationError(self.too_late)
