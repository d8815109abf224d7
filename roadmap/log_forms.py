"""What learners may send to the study log."""

import datetime
import uuid
from typing import Any

from django import forms

from roadmap.catalogue import Catalogue
from roadmap.forms import DoneOnField
from roadmap.models.sessions import DAY, Kind
from roadmap.subjects import Subject, subject

RANGE = {
    "invalid": "Write a whole number of minutes.",
    "min_value": "Write 1 minute or more.",
    "max_value": "A day has 24 hours: write 1,440 minutes or less.",
}


class MinutesField(forms.IntegerField):
    """Whole minutes of one day."""

    def __init__(self, **kwargs: Any) -> None:
        limits = {"min_value": 1, "max_value": DAY} | kwargs
        super().__init__(
            label="Minutes",
            error_messages={"required": "Write how many minutes it was.", **RANGE},
            **limits,
        )


class SubjectForm(forms.Form):
    """For what, and as which kind: by itself it is the one of the skill. Cleaned: a Subject, and a kind."""

    subject = forms.CharField(required=False, label="For", max_length=120)
    kind = forms.ChoiceField(
        required=False,
        choices=Kind.choices,
        error_messages={"invalid_choice": "There is no such kind. Choose Learn, Practice or Build."},
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "log-%s"
        self.catalogue = catalogue

    def clean_subject(self) -> Subject:
        found = subject(self.catalogue, self.cleaned_data["subject"])
        if found is None:
            raise forms.ValidationError("There is no such skill or project. Choose one from the list.")
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (found := data.get("subject")) and not data.get("kind"):
            data["kind"] = found.kind
        return data


class SessionForm(SubjectForm):
    """An entry as it can be edited: everything of it. An empty day is the learner's today."""

    minutes = MinutesField()
    note = forms.CharField(
        required=False,
        max_length=500,
        error_messages={"max_length": "Keep the note under 500 characters."},
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["day"] = DoneOnField(today=today, label="Day")

    def clean_day(self) -> datetime.date:
        day: datetime.date | None = self.cleaned_data["day"]
        return day or self.today

    def full(self, left: int) -> None:
        """Say beside the minutes that only `left` of them fit into the day."""
        self.add_error(self.minutes_name, day_is_full(left))

    minutes_name = "minutes"


class LogForm(SessionForm):
    """A new entry: minutes from a button, or else `other`. `entry` is its id, so that a repeat is known."""

    minutes = MinutesField(required=False)
    other = MinutesField(required=False)
    entry = forms.UUIDField(
        required=False, error_messages={"invalid": "This form is damaged. Load the page again."}
    )
    minutes_name = "other"

    def clean_entry(self) -> uuid.UUID:
        return self.cleaned_data["entry"] or uuid.uuid4()

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        beside_the_number(self)
        if "other" not in self.errors:
            data["minutes"] = data.get("minutes") or data.get("other")
            if not data["minutes"]:
                self.add_error("other", "Choose or write how many minutes it was.")
        return data


class TimerForm(SubjectForm):
    """Start, save or discard; `timer` is the one meant, so that an old page does not stop a new one."""

    do = forms.ChoiceField(
        choices=[(word, word) for word in ("start", "save", "discard")],
        error_messages={
            "required": "Say whether to start, save or discard.",
            "invalid_choice": "A timer can be started, saved or discarded.",
        },
    )
    timer = forms.UUIDField(
        required=False, error_messages={"invalid": "This form is damaged. Load the page again."}
    )


class AnswerForm(forms.Form):
    """How much of a timer was study: a button, or else `other`. 0 is none of it."""

    minutes = MinutesField(required=False, min_value=0)
    other = MinutesField(required=False)

    def __init__(self, *args: Any, ran: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ran = ran

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        beside_the_number(self)
        if "other" in self.errors:
            return data
        if data["minutes"] is None:
            data["minutes"] = data.get("other")
        if data["minutes"] is None:
            self.add_error("other", "Choose or write how many minutes were study.")
        elif data["minutes"] > self.ran:
            self.add_error("other", f"It ran {self.ran:,} minutes. Write that many or fewer.")
        return data

    def full(self, left: int) -> None:
        self.add_error("other", day_is_full(left))


def beside_the_number(form: forms.Form) -> None:
    """Say what is wrong with the minutes of a button, if anything, where a number can be written."""
    if errors := form.errors.pop("minutes", None):
        form.add_error("other", errors.as_data())


def day_is_full(left: int) -> str:
    """Return, in words, that `left` minutes fit into a day and no more."""
    if not left:
        return "This day holds 24 hours already. Choose another day, or change an entry of that day."
    return f"This day has room for {left:,} more minutes. Write that many or fewer."
