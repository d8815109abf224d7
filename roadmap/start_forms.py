"""What learners may answer to the first questions."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms

from roadmap.models import StartingPoint
from roadmap.plan_forms import TargetDateField, day_choices
from roadmap.questions import BACKGROUNDS, HOURS, KNOWN, MATHS, PROGRAMMING
from roadmap.snapshot import SpecializationItem

UNKNOWN = {"invalid_choice": "There is no such answer. Choose from the list."}


def _one(label: str, choices: Sequence[tuple[str, str]], **kwargs: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages=UNKNOWN,
        **kwargs,
    )


def _several(label: str, choices: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=UNKNOWN,
    )


def _levels(labels: Sequence[str]) -> list[tuple[str, str]]:
    return [(str(level), label) for level, label in enumerate(labels)]


class StartForm(forms.Form):
    """Every answer may be left out but the hours.

    Cleaned: `weekly_hours`, `study_days` (digits; no day ticked means any day), `specialization` (ids),
    `programming` and `maths` (0 to 3 or None), the rest as in `StartingPoint`.
    """

    background = _several("Where do you come from?", [(o.slug, o.label) for o in BACKGROUNDS])
    background_other = forms.CharField(
        label="Something else, in your words",
        required=False,
        max_length=200,
        error_messages={"max_length": "Keep it under 200 characters."},
    )
    programming = _one("How much have you programmed?", _levels(PROGRAMMING), coerce=int, empty_value=None)
    maths = _one("How much mathematics do you bring?", _levels(MATHS), coerce=int, empty_value=None)
    known = _several("Which of these could you explain today?", [(k.slug, k.label) for k in KNOWN])
    hours = _one(
        "How many hours a week, honestly?", [(str(h), str(h)) for h in HOURS], coerce=int, empty_value=None
    )
    hours_other = forms.IntegerField(
        label="Or another number",
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "invalid": "Write a whole number of hours.",
            "min_value": "Write 0 hours or more.",
            "max_value": "Write 100 hours or less: a week has room for other things too.",
        },
    )
    study_days = _several("On which days?", day_choices())
    goal = _one("Where do you want to get?", StartingPoint.Goal.choices, empty_value=StartingPoint.Goal.LEARN)
    role = forms.CharField(
        label="The role you have in mind",
        required=False,
        max_length=120,
        error_messages={"max_length": "Keep it under 120 characters."},
    )
    rhythm = _one(
        "A sprint or a steady pace?", StartingPoint.Rhythm.choices, empty_value=StartingPoint.Rhythm.STEADY
    )
    digest = forms.BooleanField(
        label="A mail each week with what you did and what comes next", required=False
    )

    def __init__(
        self,
        *args: Any,
        today: datetime.date,
        specializations: Sequence[SpecializationItem],
        target: datetime.date | None = None,
        **kwargs: Any,
    ) -> None:
        """`target` is the date saved last: it may stay, though it be over by now."""
        super().__init__(*args, **kwargs)
        self.auto_id = "start_%s"
        self.fields["specialization"] = forms.TypedMultipleChoiceField(
            label="What draws you in?",
            required=False,
            choices=[(s.slug, s.title) for s in specializations],
            coerce={s.slug: s.id for s in specializations}.__getitem__,
            widget=forms.CheckboxSelectMultiple,
            error_messages=UNKNOWN,
        )
        self.fields["target_date"] = TargetDateField(today=today, was=target, label="Arrive by")

    def clean_study_days(self) -> str:
        return "".join(sorted(self.cleaned_data["study_days"])) or "1234567"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "hours" in data and "hours_other" in data:
            other = data["hours_other"]
            data["weekly_hours"] = data["hours"] if other is None else other
            if data["weekly_hours"] is None:
                self.add_error(
                    "hours", "Choose how many hours a week you have, or write another number. 0 is fine."
                )
        return data
