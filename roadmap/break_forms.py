"""What learners may send about time off."""

import datetime
from typing import Any

from django import forms

from roadmap.days import long_day
from roadmap.forms import EARLIEST, UncutForm
from roadmap.models import Break

LONGEST = 366  # days
LATEST = datetime.timedelta(days=5 * 366)


def _day(label: str, missing: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": missing,
            "invalid": "Write the date as year-month-day, such as 2026-12-24.",
        },
    )


class BreakForm(UncutForm):
    """First and last day, both off, and what it is for; past days are welcome."""

    starts_on = _day("First day off", "Choose the first day off.")
    ends_on = _day("Last day off", "Choose the last day off.")
    label = forms.CharField(
        required=False,
        label="What for",
        max_length=80,
        error_messages={
            "max_length": "This has %(show_value)d characters. Shorten it to %(limit_value)d or fewer."
        },
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "break_%s"
        self.today = today
        limits = {"min": EARLIEST.isoformat(), "max": (today + LATEST).isoformat()}
        for name in ("starts_on", "ends_on"):
            self.fields[name].widget.attrs.update(limits)

    def clean_starts_on(self) -> datetime.date:
        return self._in_reach("starts_on")

    def clean_ends_on(self) -> datetime.date:
        return self._in_reach("ends_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("starts_on"), data.get("ends_on")
        if since and until:
            if until < since:
                self.add_error("ends_on", f"A break ends after it starts. Take {long_day(since)} or later.")
            elif (until - since).days >= LONGEST:
                self.add_error("ends_on", "A break lasts a year at most. Take an earlier day, or plan two.")
        return data

    def overlaps(self, other: Break) -> None:
        """Say beside the fields that `other` holds some of the days already."""
        reason = (
            f"You have a break from {other.starts_on:%Y-%m-%d} to {other.ends_on:%Y-%m-%d}"
            f"{f' ({other.label})' if other.label else ''}. Choose days outside it, or change that one."
        )
        inside = other.starts_on <= self.cleaned_data["starts_on"] <= other.ends_on
        self.add_error("starts_on" if inside else "ends_on", reason)

    def _in_reach(self, name: str) -> datetime.date:
        date: datetime.date = self.cleaned_data[name]
        if date < EARLIEST:
            raise forms.ValidationError("Take a date from the year 2000 on.")
        if date > self.today + LATEST:
            raise forms.ValidationError("This is more than five years away. Take an earlier day.")
        return date
