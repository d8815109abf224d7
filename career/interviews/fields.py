"""Fields that the forms of interviews share; each error says how to put it right."""

import datetime
from collections.abc import Collection
from typing import Any

from django import forms

from roadmap.day_field import DayField
from roadmap.forms import EARLIEST, UncutForm

LATEST = datetime.timedelta(days=3 * 366)
NUL = "The text holds a character that cannot be kept (NUL). Remove it."


class LineField(forms.CharField):
    """One line of at most `most` characters."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        errors = {
            "max_length": f"This has %(show_value)d characters. Shorten it to {most} or fewer.",
            "null_characters_not_allowed": NUL,
        }
        super().__init__(
            max_length=most,
            widget=forms.TextInput(attrs={"dir": "auto"}),
            **({"required": False, "error_messages": errors | kwargs.pop("error_messages", {})} | kwargs),
        )

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class RoundDayField(DayField):
    """A date from 2000 up to `latest`; it may stay empty unless `missing` asks for it."""

    too_early = "Take a date from the year 2000 on."

    def __init__(self, *, latest: datetime.date, too_late: str, missing: str = "", **kwargs: Any) -> None:
        super().__init__(required=bool(missing), error_messages={"required": missing}, **kwargs)
        self.within(EARLIEST, latest)
        self.too_late = too_late


def minutes_field(**kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label="Minutes",
        min_value=5,
        max_value=720,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Write how many minutes it takes, such as 45.",
            "invalid": "Write a whole number of minutes.",
            "min_value": "Write 5 minutes or more.",
            "max_value": "Write 720 minutes or less: longer ones are two rounds.",
        },
        **kwargs,
    )


def kind_field(choices: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Kind",
        choices=choices,
        error_messages={
            "required": "Choose what kind of round it is.",
            "invalid_choice": "There is no such kind. Choose from the list.",
        },
        **kwargs,
    )


def skill_field(slugs: Collection[str], **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        required=False,
        choices=[(slug, slug) for slug in slugs],
        error_messages={"invalid_choice": "There is no such skill. Choose from the list."},
        **kwargs,
    )


class WeakSkillsForm(UncutForm):
    """Skills to bring back for review: some ticked, and one more from the list of all. `weak` are slugs."""

    def __init__(self, *args: Any, slugs: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["weak"] = forms.MultipleChoiceField(
            required=False,
            choices=[(slug, slug) for slug in slugs],
            label="Bring back for review",
            error_messages={"invalid_choice": "There is no such skill. Choose from the list."},
        )
        self.fields["another"] = skill_field(slugs, label="Another skill")

    @property
    def chosen(self) -> set[str]:
        """Return the slugs that are ticked, as they stand in the form."""
        value = self["weak"].value()
        return set(value) if isinstance(value, list) else set()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["weak"] = list(dict.fromkeys([*data.get("weak", []), *filter(None, [data.get("another")])]))
        return data
