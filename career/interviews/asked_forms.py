"""What learners may send about a question they were asked, and how they search their log."""

import datetime
from collections.abc import Collection
from typing import Any

from django import forms

from career.interviews.fields import LineField, RoundDayField, skill_field
from career.models import Interview
from career.prose_field import ProseField
from roadmap.forms import UncutForm
from roadmap.new_row import NewRowField


class AskedForm(UncutForm):
    """A question, the day, what one would say now, and the skill that it is about."""

    entry = NewRowField()
    text = LineField(
        most=500,
        required=True,
        label="I was asked",
        error_messages={"required": "Write what you were asked."},
    )
    answer = ProseField(most=2000, rows=4, label="What I would say now")

    def __init__(self, *args: Any, slugs: Collection[str], today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "asked_%s"
        self.fields["on"] = RoundDayField(
            label="Day",
            missing="Choose the day you were asked.",
            latest=today,
            too_late="This day is still to come. Take today or an earlier day.",
        )
        self.fields["skill"] = skill_field(slugs, label="Skill it is about")
        self.order_fields(["entry", "text", "answer", "on", "skill"])
        if not self.is_bound:
            self.initial.setdefault("on", today)


class AskedFilter(forms.Form):
    """Which questions to list: by words, kind of round, and skill."""

    q = forms.CharField(
        required=False,
        max_length=200,
        label="Words",
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
        error_messages={
            "max_length": "Search for fewer words: 200 characters at most.",
            "null_characters_not_allowed": "One of the characters cannot be searched for. Remove it.",
        },
    )
    kind = forms.ChoiceField(
        required=False,
        choices=[("", "Any round"), *Interview.Kind.choices, ("none", "Noted without a round")],
        label="Round",
        error_messages={"invalid_choice": "There is no such kind. Choose from the list."},
    )

    def __init__(self, *args: Any, slugs: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "find_%s"
        self.fields["q"].widget.attrs.pop("maxlength", None)
        self.fields["skill"] = skill_field(slugs, label="Skill")

    @property
    def narrows(self) -> bool:
        """Return whether kind or skill was chosen, or refused."""
        return bool(self["kind"].value() or self["skill"].value())

    @property
    def is_on(self) -> bool:
        return self.is_valid() and any(self.cleaned_data.values())
