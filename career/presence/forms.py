"""What a learner may send about a point of presence."""

from django import forms

from roadmap.forms import UncutForm
from roadmap.links import HttpLinkField


class PointForm(UncutForm):
    """The link and the note that show a point."""

    link = HttpLinkField(label="Link", required=False)
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={
            "max_length": "Keep it under %(limit_value)d characters; what you typed is still here."
        },
    )


class PointStateForm(forms.Form):
    """The state that is wanted."""

    state = forms.ChoiceField(
        choices=[("open", "Open"), ("done", "Done")],
        error_messages={"required": "Say done or open.", "invalid_choice": "A point is done or open."},
    )
