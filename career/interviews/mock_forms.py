"""What learners may send about a mock interview."""

import datetime
from collections.abc import Collection
from typing import Any

from django.http import QueryDict

from accounts import time_zones
from career.interviews.fields import (
    LineField,
    RoundDayField,
    WeakSkillsForm,
    kind_field,
    minutes_field,
)
from career.interviews.local_times import NoSuchTime, moment
from career.models import Interview
from career.prose_field import ProseField
from roadmap.new_row import NewRowField

NOON = datetime.time(12)


class MockForm(WeakSkillsForm):
    """A mock interview on a day of the clock of `zone`. Cleaned: `starts_at`, noon of that day."""

    entry = NewRowField()
    kind = kind_field(Interview.Kind.choices)
    minutes = minutes_field(initial=45)
    people = LineField(most=200, label="With whom")
    note = ProseField(most=4000, rows=3, label="How it went")

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        slugs: Collection[str],
        today: datetime.date,
        zone: str,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, slugs=slugs, initial=initial)
        self.auto_id = "mock_%s"
        self.zone = zone
        self.fields["day"] = RoundDayField(
            label="Day",
            missing="Choose the day it was on.",
            latest=today,
            too_late="This day is still to come. List it here once it was held.",
        )
        self.order_fields(["entry", "day", "kind", "minutes", "people", "note", "weak", "another"])
        if not self.is_bound:
            self.initial.setdefault("day", today)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if day := data.get("day"):
            try:
                noon = datetime.datetime.combine(day, NOON)
                data["starts_at"] = moment(noon, time_zones.zone(self.zone)).at
            except NoSuchTime:
                self.add_error("day", f"This day was left out of the calendar in {self.zone}. Take another.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """Return the columns of the row, once the form is valid."""
        names = ("kind", "starts_at", "minutes", "people", "note")
        return {name: self.cleaned_data[name] for name in names} | {"zone": self.zone}
