"""What learners may say of a new access token."""

import datetime
import uuid
from typing import Any

from django import forms

from accounts.forms.fields import validate_storable
from accounts.models import AccessToken
from accounts.scopes import SCOPES

EXPIRIES: dict[str, tuple[str, int | None]] = {
    "90": ("after 90 days", 90),
    "365": ("after a year", 365),
    "never": ("never", None),
}


class TokenForm(forms.Form):
    """`token` is its id, so that a form sent twice makes one."""

    name = forms.CharField(
        label="Name",
        max_length=AccessToken._meta.get_field("name").max_length,
        validators=[validate_storable],
        help_text="What it is for, such as “desk timer”.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Give it a name, so that you know it again in this list.",
            "max_length": "Keep the name to %(limit_value)d characters; this has %(show_value)d.",
        },
    )
    expires = forms.ChoiceField(
        label="Expires",
        choices=[(value, words) for value, (words, _) in EXPIRIES.items()],
        error_messages={
            "required": "Choose when it expires.",
            "invalid_choice": "Choose 90 days, a year or never.",
        },
    )
    scope = forms.MultipleChoiceField(
        label="May",
        choices=[(scope.name, scope.words) for scope in SCOPES.values()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick at least one thing that it may do.",
            "invalid_choice": "There is no such scope. Choose from the list.",
        },
    )
    token = forms.UUIDField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": "This form is damaged. Load the page again."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "token_%s"
        self.fields["name"].widget.attrs.pop("maxlength", None)
        if not self.is_bound:
            self.initial["token"] = uuid.uuid4()

    def expires_at(self, now: datetime.datetime) -> datetime.datetime | None:
        """Return when a token made at `now` by the valid form expires."""
        days = EXPIRIES[self.cleaned_data["expires"]][1]
        return now + datetime.timedelta(days) if days else None

    def chosen(self) -> set[str]:
        """Return the scopes that were ticked, whether the form is valid or not."""
        return set(self["scope"].value() or ())
