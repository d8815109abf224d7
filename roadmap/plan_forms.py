"""What learners may send about their plan."""

import datetime
from typing import Any

from django import forms

from roadmap.forms import EARLIEST


class PlanForm(forms.Form):
    """Hours a week, and the day the learner began: not in the future."""

    weekly_hours = forms.IntegerField(
        label="Hours a week",
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Write how many hours a week you have.",
            "invalid": "Write a whole number of hours.",
            "min_value": "Write 0 hours or more.",
            "max_value": "Write 100 hours or less: a week has room for other things too.",
        },
    )
    started_on = forms.DateField(
        label="Started on",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Choose the day you began.",
            "invalid": "Write the date as year-month-day, such as 2026-07-19.",
        },
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "plan_%s"  # other forms may stand on the same page
        self.today = today
        limits = {"max": today.isoformat(), "min": EARLIEST.isoformat()}
        self.fields["started_on"].widget.attrs.update(limits)

    def clean_started_on(self) -> datetime.date:
        date: datetime.date = self.cleaned_data["started_on"]
        if date > self.today:
            raise forms.ValidationError("This date is in the future. Take today or an earlier day.")
        if date < EARLIEST:
            raise forms.ValidationError("Take a date from the year 2000 on.")
        return date
