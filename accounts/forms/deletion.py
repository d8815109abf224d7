"""Deleting the account: a sentence typed out, and the password where there is one."""

import unicodedata
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError

from accounts.forms.fields import PasswordField, validate_storable
from accounts.models import User


def phrase_of(user: User) -> str:
    """Return what has to be typed: “delete Ines”."""
    return f"delete {user.display_name or user.email}"


def same(typed: str, phrase: str) -> bool:
    """Whether it was typed out, whatever the case, the spaces and the form of accents."""

    def plain(text: str) -> str:
        return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip("“”\"'")

    return plain(typed) == plain(phrase)


class DeleteForm(forms.Form):
    confirm = forms.CharField(
        max_length=400,
        validators=[validate_storable],
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = PasswordField()

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data, auto_id="delete_%s")
        self.user = user
        self.phrase = phrase_of(user)
        confirm = self.fields["confirm"]
        confirm.label = f"Type “{self.phrase}”"
        confirm.error_messages["required"] = f"Type “{self.phrase}” to say that you mean it."
        confirm.widget.attrs.pop("maxlength", None)
        if not user.has_usable_password():
            del self.fields["password"]

    def clean_confirm(self) -> str:
        typed: str = self.cleaned_data["confirm"]
        if not same(typed, self.phrase):
            raise ValidationError(f"Type “{self.phrase}”, as it stands here.", code="other")
        return typed

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise get_adapter().validation_error("incorrect_password")
        return password
