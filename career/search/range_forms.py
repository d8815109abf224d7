"""A stretch of time, open at either end."""

import datetime
from typing import Any

from django import forms

from roadmap.day_field import DayField
from roadmap.forms import EARLIEST

LATEST = datetime.date(2100, 1, 1)


class RangeForm(forms.Form):
    """`from` and `until`, both days included."""

    until = DayField(label="Until", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "range_%s"
        self.fields["from"] = DayField(label="From", required=False)  # a word of Python's own
        self.order_fields(["from", "until"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("from", "until"):
            if data.get(name) and not EARLIEST <= data[name] < LATEST:
                self.add_error(name, "Take a day between 2000 and 2099.")
        first, last = data.get("from"), data.get("until")
        if first and last and last < first:
            self.add_error("until", "This is before the first day. Take a later day, or swap the two.")
        return data

    @property
    def days(self) -> tuple[datetime.date | None, datetime.date | None]:
        return self.cleaned_data["from"], self.cleaned_data["until"]
