"""What learners may give as evidence of a skill."""

import datetime
from typing import Any

from django import forms

from roadmap.forms import DoneOnField, UncutForm
from roadmap.links import HttpLinkField
from roadmap.models import Build, Evidence
from roadmap.new_row import NewRowField
from roadmap.proof.link_kinds import kind_of_link

GUESS = ("", "Guess from the address")


class PieceForm(UncutForm):
    """What every kind of evidence has: its day, and an id so that sending it twice adds it once."""

    piece = NewRowField()
    kind: str

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"{self.kind}_%s"
        self.today = today
        self.fields["day"] = DoneOnField(today=today, label="Day")

    def clean_day(self) -> datetime.date:
        return self.cleaned_data["day"] or self.today

    @property
    def values(self) -> dict[str, Any]:
        """Return the fields of the row, once the form is valid."""
        names = {field.name for field in Evidence._meta.get_fields()}
        return {name: value for name, value in self.cleaned_data.items() if name in names}


class LinkForm(PieceForm):
    kind = "link"

    url = HttpLinkField(label="Link to proof")
    title = forms.CharField(
        required=False,
        max_length=120,
        label="Title",
        error_messages={"max_length": "Keep the title under 120 characters."},
    )
    link_kind = forms.ChoiceField(
        required=False,
        label="Kind",
        choices=[GUESS, *((kind.value, kind.label) for kind in Evidence.LINKS)],
        error_messages={"invalid_choice": "There is no such kind. Choose one from the list."},
    )
    is_private = forms.BooleanField(required=False, label="Keep it off my public profile")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "url" in data:
            data["kind"] = data.get("link_kind") or kind_of_link(data["url"])
        return data


class DoneForm(PieceForm):
    """A note of what was done. It counts for oneself, but shows the skill to nobody."""

    kind = "note"

    note = forms.CharField(
        max_length=1000,
        label="What you did",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write what you did, in a sentence or two.",
            "max_length": "Keep it under 1,000 characters; longer thoughts fit into your notes on the skill.",
        },
    )

    def clean(self) -> dict[str, Any]:
        return (super().clean() or {}) | {"kind": Evidence.Kind.NOTE}


class AttachForm(forms.Form):
    """One of the learner's own builds."""

    def __init__(self, *args: Any, builds: dict[str, Build], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["build"] = forms.TypedChoiceField(
            choices=[(key, str(build)) for key, build in builds.items()],
            coerce=builds.__getitem__,
            error_messages={
                "required": "Choose one of your builds.",
                "invalid_choice": "There is no such build of yours. Choose one from the list.",
            },
        )
