"""What learners may send about a project."""

import datetime
from typing import Any

from django import forms


class RequirementForm(forms.Form):
    state = forms.ChoiceField(
        choices=[("open", "Open"), ("done", "Done")],
        error_messages={"required": "Say done or open.", "invalid_choice": "A requirement is done or open."},
    )


class ShipByForm(forms.Form):
    """The day by which a project shall ship: from the learner's today on, or none."""

    LATEST = datetime.timedelta(days=5 * 366)

    ship_by = forms.DateField(
        required=False,
        label="Ship by",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the date as year-month-day, such as 2026-12-20."},
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["ship_by"].widget.attrs["min"] = today.isoformat()

    def clean_ship_by(self) -> datetime.date | None:
        date: datetime.date | None = self.cleaned_data["ship_by"]
        if date and date < self.today:
            raise forms.ValidationError("This day has passed. Take today or a later day, or leave it empty.")
        if date and date > self.today + self.LATEST:
            raise forms.ValidationError(
                "This is more than five years away. Take an earlier day, or leave it empty."
            )
        return date
