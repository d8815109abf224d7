"""Fields that several forms about applications have."""

import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet

from roadmap.forms import EARLIEST
from roadmap.plan_forms import LATEST


class WordsField(forms.CharField):
    """One line of at most 120 characters."""

    def __init__(self, *, hint: str = "", **kwargs: Any) -> None:
        errors = {"max_length": "Keep it under 120 characters."} | kwargs.pop("error_messages", {})
        attrs = {"dir": "auto", "autocomplete": "off"} | ({"placeholder": hint} if hint else {})
        super().__init__(max_length=120, error_messages=errors, widget=forms.TextInput(attrs=attrs), **kwargs)


class DayField(forms.DateField):
    """A day; with `today` none that lies ahead."""

    def __init__(self, *, today: datetime.date | None = None, **kwargs: Any) -> None:
        most = (today or LATEST).isoformat()
        attrs = {"type": "date", "min": EARLIEST.isoformat(), "max": most}
        errors = {
            "invalid": "Write the date as year-month-day, such as 2026-07-19.",
            "required": "Choose the day.",
        }
        super().__init__(
            input_formats=["%Y-%m-%d"],
            error_messages=errors,
            widget=forms.DateInput(attrs=attrs, format="%Y-%m-%d"),
            **kwargs,
        )
        self.today = today

    def clean(self, value: Any) -> datetime.date | None:
        date: datetime.date | None = super().clean(value)
        if date and self.today and date > self.today:
            raise forms.ValidationError("This date is in the future. Take today or an earlier day.")
        if date and not EARLIEST <= date <= LATEST:
            raise forms.ValidationError("Take a date between the years 2000 and 2100.")
        return date


class PaperField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """One of the learner's own rows, by its id."""

    def __init__(self, rows: QuerySet[Any], **kwargs: Any) -> None:
        errors = {"invalid_choice": "This one is no longer there. Choose from the list."}
        super().__init__(rows, required=False, empty_label="None", error_messages=errors, **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:  # also for what is no id at all
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice"
            ) from error
