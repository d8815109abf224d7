"""What learners may send about their week."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

THREE = 3


class WeekSkillForm(forms.Form):
    """What to do with a skill in this week's plan."""

    do = forms.ChoiceField(
        choices=[
            ("pin", "Pin"),
            ("unpin", "Unpin"),
            ("drop", "Drop"),
            ("back", "Put back"),
            ("up", "Earlier"),
            ("down", "Later"),
        ],
        error_messages={
            "required": "Say what to do: pin, unpin, drop, back, up or down.",
            "invalid_choice": "Choose one of these: pin, unpin, drop, back, up or down.",
        },
    )


class WeekAddForm(forms.Form):
    """A skill (slug) to put into this week's plan."""

    skill = forms.SlugField(
        label="Skill to add",
        max_length=80,
        error_messages={
            "required": "Choose a skill to add.",
            "invalid": "Choose a skill from the list.",
            "max_length": "Choose a skill from the list.",
        },
    )


class WeekHoursForm(forms.Form):
    """The hours of this week alone; empty for the usual ones."""

    hours = forms.FloatField(
        label="Hours this week",
        required=False,
        min_value=0,
        max_value=100,
        step_size=0.5,
        widget=forms.NumberInput(attrs={"inputmode": "decimal"}),
        error_messages={
            "invalid": "Write the hours as a number, such as 7.5.",
            "min_value": "Write 0 hours or more.",
            "max_value": "Write 100 hours or less: a week has room for other things too.",
            "step_size": "Write whole or half hours, such as 7 or 7.5.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "week_%s"


class PitfallForm(forms.Form):
    """What to do with a pitfall."""

    do = forms.ChoiceField(
        choices=[("dismiss", "Do not show again")],
        error_messages={
            "required": "Say what to do: dismiss.",
            "invalid_choice": "A pitfall can be dismissed, and nothing else.",
        },
    )


class WeekReviewForm(forms.Form):
    """The look back: at most three skills (slugs) for the week ahead, and a line to oneself."""

    pick = forms.MultipleChoiceField(
        label="Picks for the week ahead",
        required=False,
        error_messages={"invalid_choice": "One of these picks is not on the list any more. Choose again."},
    )
    line = forms.CharField(
        label="One line to yourself",
        required=False,
        max_length=280,
        widget=forms.TextInput(),
        error_messages={"max_length": "Keep the line to 280 characters; this one has %(show_value)d."},
    )

    def __init__(self, *args: Any, offered: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "review_%s"
        cast(forms.MultipleChoiceField, self.fields["pick"]).choices = [(slug, slug) for slug in offered]

    def clean_pick(self) -> list[str]:
        picks: list[str] = self.cleaned_data["pick"]
        if len(picks) > THREE:
            raise forms.ValidationError("Choose three at most, so that the week keeps its aim.")
        return picks

    def clean_line(self) -> str:
        return " ".join(str(self.cleaned_data["line"]).split())
