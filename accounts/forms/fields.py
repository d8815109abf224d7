"""Fields that several forms share; each error says how to put it right."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.models import User

UNSTORABLE = "One character in it cannot be stored; please type it again."


def validate_storable(text: str) -> None:
    """Raise ValidationError for control characters and halves of surrogate pairs."""
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise ValidationError(UNSTORABLE, code="null_characters_not_allowed")


def validate_address(address: str) -> None:
    """Raise ValidationError naming the part of an e-mail address that is wrong."""
    try:
        validate_email(address)
    except ValidationError as error:
        domain = address.rpartition("@")[2]
        if "@" not in address:
            message = "Add the “@” and what follows it, as in name@example.org."
        elif "." not in domain.strip("."):
            message = "The part after “@” looks incomplete, as in example.org."
        else:
            message = "This does not look like an email address, such as name@example.org."
        raise ValidationError(message, code="invalid") from error


class EmailField(forms.EmailField):
    """An e-mail address, in lower case."""

    default_validators = [validate_address]
    default_error_messages = {
        "required": "Enter your email address.",
        "max_length": "An email address has at most %(limit_value)d characters; this has %(show_value)d.",
        "null_characters_not_allowed": UNSTORABLE,
    }

    def __init__(self, *, label: str = "Email", autocomplete: str = "email") -> None:
        widget = forms.EmailInput(attrs={"autocomplete": autocomplete})
        super().__init__(label=label, max_length=254, widget=widget)
        # The browser would cut a pasted address off without a word.
        self.widget.attrs.pop("maxlength", None)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class PasswordField(forms.CharField):
    """A password, exactly as typed; `autocomplete` is "current-password" or "new-password"."""

    default_error_messages = {
        "required": "Enter your password.",
        "null_characters_not_allowed": UNSTORABLE,
    }

    def __init__(
        self, *, autocomplete: str = "current-password", label: str = "Password", **options: Any
    ) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
        super().__init__(label=label, strip=False, widget=widget, **options)


class NameField(forms.CharField):
    """What Milepost calls a person, on one line."""

    default_validators = [validate_storable]
    default_error_messages = {"max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d."}

    def __init__(self) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "name"})
        length = User._meta.get_field("display_name").max_length
        super().__init__(label="Name", required=False, max_length=length, widget=widget)
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value)).split())
