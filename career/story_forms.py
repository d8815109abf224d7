"""What learners may write in a story, and where they say that they told it."""

from collections.abc import Collection
from typing import Any

from django import forms

from career.models import StoryTag
from career.prose_field import ProseField
from career.story_draft import LIMITS
from roadmap.new_row import NewRowField

HINTS = {
    "situation": "Where it was and what was wrong, so that a stranger can follow.",
    "task": "What you wanted to reach, and by when.",
    "action": "What you did yourself, step by step. Half of your time belongs here.",
    "result": "How it ended, with a number where you have one.",
    "would_change": "Interviewers often ask for it next.",
}
ROWS = {"situation": 4, "task": 3, "action": 8, "result": 4, "would_change": 3}


class StoryForm(forms.Form):
    """`story` is the id of a new one, so that sending it twice adds it once; `build` the key of its build."""

    story = NewRowField()
    build = forms.UUIDField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        max_length=120,
        label="Title",
        help_text="A few words that bring it back to you.",
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={
            "required": "Give it a title, such as The feed that lied.",
            "max_length": "Keep the title under 120 characters.",
        },
    )
    tags = forms.MultipleChoiceField(
        required=False,
        choices=StoryTag.Name.choices,
        widget=forms.CheckboxSelectMultiple,
        label="It answers",
        error_messages={"invalid_choice": "There is no such question. Choose from the list."},
    )
    sources = ProseField(
        most=1000,
        rows=4,
        label="Every number here comes from",
        help_text="A line for each, such as £210, £83: monitoring log, March 8. A link may end the line.",
    )

    def __init__(self, *args: Any, slugs: Collection[str], **kwargs: Any) -> None:
        """`slugs`: every skill there is."""
        super().__init__(*args, **kwargs)
        self.auto_id = "story_%s"
        for name, hint in HINTS.items():
            label = "What you would change" if name == "would_change" else name.title()
            self.fields[name] = ProseField(most=LIMITS[name], rows=ROWS[name], label=label, help_text=hint)
            self.fields[name].widget.attrs["data-part"] = name
        self.fields["skills"] = forms.MultipleChoiceField(
            required=False,
            choices=[(slug, slug) for slug in slugs],
            label="Skills it shows",
            error_messages={"invalid_choice": "There is no such skill. Choose from the list."},
        )
        self.order_fields(["story", "build", "title", *HINTS, "sources", "tags", "skills"])

    @property
    def values(self) -> dict[str, str]:
        """Return the columns of the row, once the form is valid."""
        return {name: self.cleaned_data[name] for name in ("title", *HINTS, "sources")}

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Return the parts that are told, as (label, text), as they stand in the form."""
        return [(str(self[name].label), self[name].value() or "") for name in HINTS]

    @property
    def chosen(self) -> set[str]:
        """Return the slugs of the skills that are ticked."""
        value = self["skills"].value()
        return set(value) if isinstance(value, list) else set()


class ToldForm(forms.Form):
    where = forms.CharField(
        required=False,
        max_length=120,
        label="Where",
        error_messages={"max_length": "Keep it under 120 characters, such as the company's name."},
    )
