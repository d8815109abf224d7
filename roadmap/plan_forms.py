"""What learners may send about their plan."""

import datetime
from typing import Any

from django import forms

from roadmap.forms import EARLIEST

LATEST = datetime.date(2100, 12, 31)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_choices() -> list[tuple[str, str]]:
    """Return the ISO weekdays as digits with their names, Monday first."""
    return [(str(number), name) for number, name in enumerate(DAYS, 1)]


class TargetDateField(forms.DateField):
    """A day to arrive by, or none: from today on, or the one saved before (`was`), however old."""

    def __init__(self, *, today: datetime.date, was: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d"],
            error_messages={"invalid": "Write the date as year-month-day, such as 2027-10-01."},
            widget=forms.DateInput(attrs={"type": "date", "max": LATEST.isoformat()}, format="%Y-%m-%d"),
            **kwargs,
        )
        self.today, self.was = today, was

    def clean(self, value: Any) -> datetime.date | None:
        date: datetime.date | None = super().clean(value)
        if date and date < self.today and date != self.was:
            raise forms.ValidationError("This date is over. Take today or a later day, or leave it empty.")
        if date and date > LATEST:
            raise forms.ValidationError("Take a date before the year 2101.")
        return date


class PlanForm(forms.Form):
    """Hours a week, the day the learner began (not in the future), and how their weeks go.

    Cleaned, it is what `Enrollment.objects.plan` takes.
    """

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
    study_days = forms.MultipleChoiceField(
        label="Days you study",
        choices=day_choices(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick at least one day. A week without study is a break, or 0 hours.",
            "invalid_choice": "There is no such day. Choose from the list.",
        },
    )
    week_starts_on = forms.TypedChoiceField(
        label="First day of the week",
        choices=day_choices(),
        coerce=int,
        error_messages={
            "required": "Choose the day your week starts on.",
            "invalid_choice": "There is no such day. Choose from the list.",
        },
    )
    forecast_shown = forms.BooleanField(
        label="Show forecasts",
        required=False,
        help_text="Off: no date of arrival and no hours left are shown anywhere.",
    )

    def __init__(
        self, *args: Any, today: datetime.date, target: datetime.date | None = None, **kwargs: Any
    ) -> None:
        """`target` is the date saved last: it may stay, though it be over by now."""
        super().__init__(*args, **kwargs)
        self.auto_id = "plan_%s"  # other forms may stand on the same page
        self.today = today
        limits = {"max": today.isoformat(), "min": EARLIEST.isoformat()}
        self.fields["started_on"].widget.attrs.update(limits)
        self.fields["target_date"] = TargetDateField(today=today, was=target, label="Target date")

    def clean_started_on(self) -> datetime.date:
        date: datetime.date = self.cleaned_data["started_on"]
        if date > self.today:
            raise forms.ValidationError("This date is in the future. Take today or an earlier day.")
        if date < EARLIEST:
            raise forms.ValidationError("Take a date from the year 2000 on.")
        return date

    def clean_study_days(self) -> str:
        return "".join(sorted(set(self.cleaned_data["study_days"])))
