"""Fields that several forms about applications have."""

import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet

from roadmap.day_field import DayField
from roadmap.forms import EARLIEST
from roadmap.plan_forms import LATEST


class AnyDayField(DayField):
    """A day between 2000 and 2100; with `today` none that lies ahead."""

    too_early = too_late = "Take a date between the years 2000 and 2100."

    def __init__(self, *, today: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(error_messages={"required": "Choose the day."}, **kwargs)
        self.within(EARLIEST, today or LATEST)
        if today:
            self.too_late = "This date is in the future. Take today or an earlier day."


class PaperField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """One of the learner's own rows, by its id."""

    def __init__(self, rows: QuerySet[Any], **kwargs: Any) -> None:
        errors = {"invalid_choice": "This one is no longer there. Choose from the list."}
        super().__init__(rows, required=False, empty_label="None", error_messages=errors, **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:  # also for what is no id at all
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice"
            ) from error
