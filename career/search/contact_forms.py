"""What learners may write about a contact, and how often they want to be in touch."""

import datetime
from typing import Any

from django import forms

from career.models import Contact
from roadmap.day_field import DayField
from roadmap.forms import EARLIEST, DoneOnField, UncutForm
from roadmap.links import HttpLinkField
from roadmap.new_row import NewRowField

LATEST = datetime.timedelta(days=5 * 366)
LONG = "Keep it under %(limit_value)d characters; what you typed is still here."


def _line(label: str, most: int, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=most,
        help_text=hint,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"max_length": LONG},
    )


class ContactForm(UncutForm):
    """`contact` is the id of a new one, so that sending it twice adds it once."""

    contact = NewRowField()
    name = forms.CharField(
        label="Name",
        max_length=120,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
        error_messages={"required": "Write who it is.", "max_length": LONG},
    )
    work = _line("What they do", 120)
    company = _line("Company", 120)
    email = forms.EmailField(
        label="E-mail",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Write an e-mail address, such as amara@example.org.", "max_length": LONG},
    )
    link = HttpLinkField(label="Link", required=False)
    how_met = _line("How you met", 200, "Such as the ML meetup in May.")
    referral = forms.ChoiceField(
        label="Referral",
        required=False,
        choices=Contact.Referral.choices,
        error_messages={"invalid_choice": "A referral is not asked, asked, given or refused."},
    )
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"max_length": LONG},
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "contact_%s"
        self.today = today
        last = DoneOnField(today=today, label="Last in touch")
        upcoming = DayField(label="Next in touch", required=False)
        last.widget.format = "%Y-%m-%d"
        self.fields |= {"last_touch": last, "next_touch": upcoming}
        self.order_fields(
            ["contact", "name", "work", "company", "how_met", "last_touch", "next_touch", "referral"]
        )

    def clean_next_touch(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["next_touch"]
        if day and not EARLIEST <= day <= self.today + LATEST:
            raise forms.ValidationError("Take a day within the next five years.")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        last, upcoming = data.get("last_touch"), data.get("next_touch")
        if last and upcoming and upcoming < last:
            self.add_error("next_touch", "This is before you were last in touch. Take a later day.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        return {name: value for name, value in self.cleaned_data.items() if name != "contact"}


class RhythmForm(forms.Form):
    touch_days = forms.IntegerField(
        label="Days between two touches",
        min_value=1,
        max_value=365,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Write a number of days, such as 30.",
            "invalid": "Write a whole number of days, such as 30.",
            "min_value": "Write 1 or more.",
            "max_value": "Write 365 or less.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "rhythm_%s"
