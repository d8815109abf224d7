"""What learners may send about their stages."""

from typing import Any

from django import forms

from career.models import Standard
from roadmap.new_row import NewRowField


class StageNameField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Name",
            max_length=40,
            widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            error_messages={
                "required": "Write a name for the stage.",
                "max_length": "Keep the name under 40 characters.",
            },
            **kwargs,
        )


class RenameForm(forms.Form):
    name = StageNameField()


class NewStageForm(forms.Form):
    """`new` is made with the page, so that sending it twice adds one stage."""

    new = NewRowField()
    name = StageNameField()
    means = forms.ChoiceField(
        label="Counts as",
        choices=Standard.choices,
        error_messages={
            "required": "Choose what it counts as.",
            "invalid_choice": "Choose one of the list.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "stage_%s"
        if not self.is_bound:
            self.initial = {"means": Standard.TECHNICAL}

    @property
    def key(self) -> str:
        """Return the key of the new stage, once the form is valid."""
        return f"own-{self.cleaned_data['new'].hex[:16]}"
