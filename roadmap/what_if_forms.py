"""What learners may suppose about their road without changing it."""

import datetime
from typing import Any, cast

from django import forms

from roadmap.day_field import DayField
from roadmap.forecast import HORIZON
from roadmap.snapshot import SpecializationItem


class WhatIfForm(forms.Form):
    """Hours a week, a specialization less, a break; each may be left out."""

    hours = forms.FloatField(
        label="Hours a week",
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "0.5"}),
        error_messages={
            "invalid": "Write a number of hours, such as 12.",
            "min_value": "Write 0 hours or more.",
            "max_value": "Write 100 hours or less: a week has room for other things too.",
        },
    )
    without = forms.ChoiceField(
        label="Without",
        required=False,
        error_messages={"invalid_choice": "That is none of your specializations. Choose one of the list."},
    )
    break_from = DayField(label="Break from", required=False)
    break_to = DayField(label="Break to", required=False)

    def __init__(
        self, *args: Any, today: datetime.date, chosen: tuple[SpecializationItem, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "if_%s"
        self.today = today
        self.chosen = chosen
        without = cast(forms.ChoiceField, self.fields["without"])
        without.choices = [("", "Keep all"), *((item.slug, item.title) for item in chosen)]
        if not chosen:
            without.widget = forms.HiddenInput()
        limits = {"min": today.isoformat(), "max": (today + HORIZON).isoformat()}
        for name in ("break_from", "break_to"):
            self.fields[name].widget.attrs.update(limits)

    @property
    def asks(self) -> bool:
        """Whether a valid form supposes anything at all."""
        return any(value not in (None, "") for value in self.cleaned_data.values())

    def clean_break_from(self) -> datetime.date | None:
        return self._ahead("break_from")

    def clean_break_to(self) -> datetime.date | None:
        return self._ahead("break_to")

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("break_from"), self.cleaned_data.get("break_to")
        if first and last and last < first:
            self.add_error("break_to", "Take a day on or after the first one.")
        elif last and not first and "break_from" not in self.errors:
            self.add_error("break_from", "Choose the first day of the break as well.")
        elif first and not last and "break_to" not in self.errors:
            self.add_error("break_to", "Choose the last day of the break as well.")
        return self.cleaned_data

    def _ahead(self, name: str) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data.get(name)
        if day and day < self.today:
            raise forms.ValidationError("Take today or a later day.")
        if day and day > self.today + HORIZON:
            raise forms.ValidationError("Take a day within the next five years.")
        return day
