"""What learners may send about a skill, a milestone and their plan."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from roadmap.models import SkillProgress
from roadmap.models.notes import Note
from roadmap.snapshot import SpecializationItem

EARLIEST = datetime.date(2000, 1, 1)
MOST = 9999


class UncutForm(forms.Form):
    """Says that a text is too long instead of letting the browser cut what is pasted without a word."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)


class DoneOnField(forms.DateField):
    """A date between 2000 and the learner's today."""

    def __init__(self, *, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d"],
            error_messages={"invalid": "Write the date as year-month-day, such as 2026-07-19."},
            widget=forms.DateInput(
                attrs={"type": "date", "max": today.isoformat(), "min": EARLIEST.isoformat()}
            ),
            **kwargs,
        )
        self.today = today

    def clean(self, value: Any) -> datetime.date | None:
        date: datetime.date | None = super().clean(value)
        if date and date > self.today:
            raise forms.ValidationError("This date is in the future. Take today or an earlier day.")
        if date and date < EARLIEST:
            raise forms.ValidationError("Take a date from the year 2000 on.")
        return date


def day_done(state: str | None, sent: datetime.date | None, default: datetime.date) -> datetime.date | None:
    """Return the day on which something in `state` was done: none unless it is."""
    return (sent or default) if state == SkillProgress.State.DONE else None


class SkillStateForm(forms.Form):
    """A wanted state, and for done ones the day: as sent, else as it was, else the learner's today."""

    state = forms.ChoiceField(
        choices=SkillProgress.State.choices,
        error_messages={
            "required": "Say which state you want: open, learning, done or skipped.",
            "invalid_choice": "There is no such state. Choose open, learning, done or skipped.",
        },
    )

    def __init__(
        self, *args: Any, today: datetime.date, was: datetime.date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.default = was or today
        self.fields["done_on"] = DoneOnField(today=today, label="Done on")

    @staticmethod
    def plain(
        post: QueryDict | Mapping[str, str], *, today: datetime.date, was: datetime.date | None = None
    ) -> dict[str, Any] | None:
        """Return the cleaned data of a state without a day, None when there is more to check.

        That is what nearly every tick sends; to build the form takes a tenth of all its time.
        """
        state = post.get("state")
        if state not in SkillProgress.State or post.get("done_on"):
            return None
        return {"state": state, "done_on": day_done(state, None, was or today)}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if state := data.get("state"):
            data["done_on"] = day_done(state, data.get("done_on"), self.default)
        return data


class CountForm(forms.Form):
    count = forms.IntegerField(
        min_value=0,
        max_value=MOST,
        error_messages={
            "required": "Write how many you have done so far.",
            "invalid": "Write a whole number.",
            "min_value": "Write 0 or more.",
            "max_value": f"Write {MOST} or less.",
        },
    )


class MilestoneForm(forms.Form):
    state = forms.ChoiceField(
        choices=[("open", "Open"), ("done", "Done")],
        error_messages={"required": "Say done or open.", "invalid_choice": "A milestone is done or open."},
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Keep the note under 2,000 characters."},
    )

    def __init__(
        self, *args: Any, today: datetime.date, was: datetime.date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.default = was or today
        self.fields["done_on"] = DoneOnField(today=today, label="Reached on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["done_on"] = day_done(data.get("state"), data.get("done_on"), self.default)
        return data


class KnownForm(forms.Form):
    """“I know this already”: what is open becomes done, or is skipped."""

    state = forms.ChoiceField(
        choices=[("done", "Done"), ("skipped", "Skipped")],
        error_messages={
            "required": "Say whether to mark it done or skip it.",
            "invalid_choice": "What is open can be marked done or skipped.",
        },
    )


class SpecializationsForm(forms.Form):
    """None, one or more of the specializations; the cleaned value is a list of ids."""

    def __init__(self, *args: Any, known: Sequence[SpecializationItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["specialization"] = forms.TypedMultipleChoiceField(
            required=False,
            choices=[(s.slug, s.title) for s in known],
            coerce={s.slug: s.id for s in known}.__getitem__,
            error_messages={"invalid_choice": "There is no such specialization. Choose from the list."},
        )


class NoteForm(forms.Form):
    text = forms.CharField(
        required=False,
        max_length=Note.MAX_LENGTH,
        strip=False,
        label="Notes",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "max_length": f"This note is longer than {Note.MAX_LENGTH:,} characters. Shorten it or split it; "
            "what you typed is still here.",
            "null_characters_not_allowed": "The text holds a character that cannot be kept "
            "(NUL). Remove it and save again.",
        },
    )
