"""What learners may send about a round, before and after it."""

import datetime
from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts import time_zones
from accounts.forms.time_zone import TimeZoneField
from career.interviews.fields import (
    LATEST,
    LineField,
    RoundDayField,
    WeakSkillsForm,
    kind_field,
    minutes_field,
)
from career.interviews.local_times import NoSuchTime, moment
from career.models import Interview
from career.prose_field import ProseField
from roadmap.days import named_day
from roadmap.forms import UncutForm
from roadmap.links import http_url
from roadmap.new_row import NewRowField

MOST_LINES, LONGEST_LINE = 40, 500


class RoundForm(UncutForm):
    """A round: day and time on the clock of `zone`, or neither. Cleaned: `starts_at` (UTC), `twice`."""

    entry = NewRowField()
    kind = kind_field(Interview.Kind.choices)
    title = LineField(most=120, label="Title")
    time = forms.TimeField(
        required=False,
        label="Time",
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Write the time as hours:minutes, such as 14:30."},
    )
    zone = TimeZoneField(label="On the clock of")
    minutes = minutes_field(initial=45)
    place = LineField(most=500, label="Place or link")
    people = LineField(most=200, label="With whom")
    outcome = forms.ChoiceField(
        required=False,
        label="Outcome",
        choices=Interview.Outcome.choices,
        error_messages={"invalid_choice": "There is no such outcome. Choose from the list."},
    )
    note = ProseField(most=4000, rows=3, label="Notes")

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "round_%s"
        self.today = today
        self.fields["day"] = RoundDayField(
            label="Day",
            latest=today + LATEST,
            too_late="This is more than three years away. Take an earlier day.",
        )
        self.order_fields(
            [
                *("entry", "kind", "title", "day", "time", "zone", "minutes", "place", "people"),
                *("outcome", "note"),
            ]
        )

    def clean_place(self) -> str:
        place: str = self.cleaned_data["place"]
        if "://" in place and " " not in place:
            http_url(place)
        return place

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["starts_at"], data["twice"] = None, False
        if {"day", "time", "zone"} & self.errors.keys():
            return data
        day, time = data.get("day"), data.get("time")
        if day and time is None:
            self.add_error("time", "Write the time too, or leave the day empty.")
        elif time is not None and not day:
            self.add_error("day", "Choose the day too, or leave the time empty.")
        elif day and time is not None:
            self._resolve(data, datetime.datetime.combine(day, time))
        return data

    def _resolve(self, data: dict[str, Any], local: datetime.datetime) -> None:
        try:
            data["starts_at"], data["twice"] = moment(local, time_zones.zone(data["zone"]))
        except NoSuchTime as error:
            instead = error.instead
            other = "" if instead.date() == local.date() else f" on {named_day(instead, self.today)}"
            reason = (
                f"There is no {local:%H:%M} on {named_day(local, self.today)} in {data['zone']}: "
                f"the clock is put forward over it. Write {instead:%H:%M}{other} if you mean that moment."
            )
            self.add_error("time", reason)

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        names = ("kind", "title", "starts_at", "zone", "minutes", "place", "people", "outcome", "note")
        return {name: self.cleaned_data[name] for name in names}

    @classmethod
    def of(cls, row: Interview, *, today: datetime.date) -> "RoundForm":
        names = ("kind", "title", "zone", "minutes", "place", "people", "outcome", "note")
        initial: dict[str, Any] = {name: getattr(row, name) for name in names}
        if local := row.local:
            initial |= {"day": local.date(), "time": local.time()}
        return cls(initial=initial, today=today)


class DebriefForm(WeakSkillsForm):
    """What was asked (a question a line), how it went, and what to bring back for review."""

    outcome = forms.ChoiceField(
        required=False,
        label="Outcome",
        choices=Interview.Outcome.choices,
        error_messages={"invalid_choice": "There is no such outcome. Choose from the list."},
    )
    asked = forms.CharField(
        required=False,
        label="What were you asked?",
        help_text="One question a line. They go to your question log.",
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"null_characters_not_allowed": "One of the characters cannot be kept. Remove it."},
    )
    went_well = ProseField(most=2000, rows=2, label="Went well")
    weak_spot = ProseField(most=2000, rows=2, label="Weak spot")

    def __init__(self, *args: Any, slugs: Collection[str], name: str = "debrief", **kwargs: Any) -> None:
        """`name`: what the ids of this form begin with, where several stand on a page."""
        super().__init__(*args, slugs=slugs, **kwargs)
        self.auto_id = f"{name}_%s"
        self.order_fields(["asked", "went_well", "weak_spot", "outcome", "weak", "another"])

    def clean_asked(self) -> list[str]:
        """Return the lines that say something, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["asked"].splitlines()]
        first: dict[str, str] = {}
        for line in filter(None, lines):
            first.setdefault(line.casefold(), line)
        each = list(first.values())
        for number, line in enumerate(each, 1):
            if len(line) > LONGEST_LINE:
                raise ValidationError(
                    f"Question {number} has {len(line):,} characters. "
                    f"Shorten it to {LONGEST_LINE} or put it on two lines."
                )
        if len(each) > MOST_LINES:
            raise ValidationError(f"These are {len(each)} questions. Keep the {MOST_LINES} that count.")
        return each
