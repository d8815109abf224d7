"""What learners may send about their run of the sprint."""

import datetime
from typing import Any

from django import forms

YEAR = datetime.timedelta(366)


class SprintForm(forms.Form):
    """Several of these stand on one page: `ids` keeps theirs apart."""

    ids = "sprint_%s"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = self.ids


class RunForm(SprintForm):
    """Which run is meant, so that a repeat, or a page left open, changes no other."""

    run = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "Reload the page and try again.",
            "invalid": "Reload the page and try again.",
        },
    )


class ShiftForm(RunForm):
    """`started_on`: the day on which the run began, as the page showed it."""

    started_on = forms.DateField(
        input_formats=["%Y-%m-%d"],
        widget=forms.HiddenInput,
        error_messages={
            "required": "Reload the page and try again.",
            "invalid": "Reload the page and try again.",
        },
    )


class StartForm(SprintForm):
    """The day to begin on, within a year of the learner's today."""

    ids = "start_%s"

    started_on = forms.DateField(
        label="First day",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Choose the day to begin on.",
            "invalid": "Write the date as year-month-day, such as 2026-07-19.",
        },
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        limits = {"min": (today - YEAR).isoformat(), "max": (today + YEAR).isoformat()}
        self.fields["started_on"].widget.attrs.update(limits)

    def clean_started_on(self) -> datetime.date:
        date: datetime.date = self.cleaned_data["started_on"]
        if date < self.today - YEAR:
            raise forms.ValidationError("This is more than a year ago. Take a later day.")
        if date > self.today + YEAR:
            raise forms.ValidationError("This is more than a year away. Take an earlier day.")
        return date


class RestartForm(StartForm, RunForm):
    """The run to leave, and the day to begin anew."""

    ids = "restart_%s"


class FinishForm(RunForm):
    """The run to finish, and a few words on it."""

    LONGEST = 1000
    ids = "finish_%s"

    summary = forms.CharField(
        required=False,
        label="A few words to look back on",
        help_text="What worked, what you would do differently. Only you see this.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": "This has %(show_value)d characters. Shorten it to %(limit_value)d or fewer."
        },
    )
