"""What learners may send about the list before a round."""

from django import forms

from career.interviews.fields import LineField
from roadmap.forms import UncutForm
from roadmap.new_row import NewRowField

GONE = "This point is not on the list any more. Load the page again."


class PointForm(forms.Form):
    """A point and the state it is to have."""

    key = forms.CharField(
        max_length=40,
        error_messages={"required": GONE, "max_length": GONE, "null_characters_not_allowed": GONE},
    )
    state = forms.ChoiceField(
        choices=[("done", "Done"), ("open", "Open")],
        error_messages={"required": "Say done or open.", "invalid_choice": "A point is done or open."},
    )


class OwnPointForm(UncutForm):
    """A point of the learner's own; `entry` makes that it is added once."""

    entry = NewRowField()
    text = LineField(
        most=200,
        required=True,
        label="A point of your own",
        error_messages={"required": "Write what you want to prepare."},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "own_%s"


class DropForm(forms.Form):
    """A point of the learner's own that leaves the list."""

    key = forms.CharField(
        max_length=40,
        error_messages={"required": GONE, "max_length": GONE, "null_characters_not_allowed": GONE},
    )
