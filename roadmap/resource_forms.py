"""What learners may send about a resource, and look for among all of them."""

from typing import Any

from django import forms

from roadmap.models import ResourceProgress, ResourceReport

NUL = "This holds a character that cannot be kept (NUL). Remove it and send again."


class SearchForm(forms.Form):
    q = forms.CharField(
        required=False,
        max_length=200,
        label="Search",
        error_messages={
            "max_length": "Search for 200 characters or fewer; a few words find most.",
            "null_characters_not_allowed": "A search cannot hold this character (NUL). Remove it.",
        },
    )


class ResourceStateForm(forms.Form):
    state = forms.ChoiceField(
        choices=ResourceProgress.State.choices,
        error_messages={
            "required": "Say what you do with it: saved, in use, finished or not saved.",
            "invalid_choice": "There is no such state. Choose saved, in use, finished or not saved.",
        },
    )


class ThumbForm(forms.Form):
    """The cleaned thumb is -1, 0 or 1."""

    thumb = forms.TypedChoiceField(
        choices=[("1", "Up"), ("0", "None"), ("-1", "Down")],
        coerce=int,
        error_messages={
            "required": "Say thumb up, down or none.",
            "invalid_choice": "A thumb is up, down or none.",
        },
    )


class ReportForm(forms.Form):
    """A problem with a resource, and a comment for those who look at it."""

    problem = forms.ChoiceField(
        choices=ResourceReport.Problem.choices,
        label="What is wrong?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what is wrong, so that we know where to look.",
            "invalid_choice": "There is no such problem. Choose one of the three.",
        },
    )
    comment = forms.CharField(
        required=False,
        max_length=500,
        label="Comment",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "max_length": "Keep the comment under 500 characters; what you typed is still here.",
            "null_characters_not_allowed": NUL,
        },
    )

    def __init__(self, *args: Any, slug: str, **kwargs: Any) -> None:
        # Several of these may stand in one list: ids carry the resource.
        super().__init__(*args, **kwargs)
        self.auto_id = f"{slug}-%s"
