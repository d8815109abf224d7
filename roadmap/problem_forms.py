"""What learners may say of a coding problem."""

import datetime
from typing import Any

from django import forms

from roadmap.forms import DoneOnField, UncutForm
from roadmap.links import HttpLinkField
from roadmap.log_forms import MinutesField, day_is_full
from roadmap.models import Problem
from roadmap.new_row import NewRowField

REDO = {"": "No need", "3": "In 3 days", "7": "In a week", "21": "In 3 weeks"}
HOW = {"alone": "Alone", "help": "With help"}


class ProblemForm(UncutForm):
    """`problem` is the id of a new one, so that sending it twice adds it once."""

    problem = NewRowField()
    title = forms.CharField(
        max_length=160,
        label="Problem",
        error_messages={
            "required": "Name the problem, such as Two Sum.",
            "max_length": "Keep the name under 160 characters.",
        },
    )
    url = HttpLinkField(required=False, label="Link")
    difficulty = forms.ChoiceField(
        choices=[("medium", "Medium"), ("easy", "Easy"), ("hard", "Hard")],
        error_messages={"invalid_choice": "A problem is easy, medium or hard."},
    )
    topic = forms.ChoiceField(
        choices=Problem.Topic.choices,
        error_messages={"invalid_choice": "There is no such topic. Choose one from the list."},
    )
    how = forms.ChoiceField(
        choices=list(HOW.items()),
        label="Solved",
        error_messages={"invalid_choice": "Say whether you solved it alone or with help."},
    )
    minutes = MinutesField(required=False)
    redo = forms.ChoiceField(
        required=False,
        choices=list(REDO.items()),
        label="Do it again",
        error_messages={"invalid_choice": "Choose from the list when it comes back."},
    )
    log = forms.BooleanField(required=False, label="Add the minutes to my study log")

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "problem_%s"
        self.today = today
        self.fields["solved_on"] = DoneOnField(today=today, label="Day")
        if not self.is_bound and "problem" not in self.initial:
            self.initial["log"] = True

    def clean_solved_on(self) -> datetime.date:
        return self.cleaned_data["solved_on"] or self.today

    def full(self, left: int) -> None:
        self.add_error("minutes", day_is_full(left))

    @property
    def values(self) -> dict[str, Any]:
        """Return the fields of the row, once the form is valid."""
        names = ("title", "url", "difficulty", "topic", "minutes", "solved_on")
        days = self.cleaned_data["redo"]
        return {name: self.cleaned_data[name] for name in names} | {
            "alone": self.cleaned_data["how"] == "alone",
            "redo_on": self.today + datetime.timedelta(int(days)) if days else None,
        }


class RedoForm(forms.Form):
    how = forms.ChoiceField(
        choices=list(HOW.items()),
        error_messages={
            "required": "Say how it went: alone or with help.",
            "invalid_choice": "Say whether you solved it alone or with help.",
        },
    )
