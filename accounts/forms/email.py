"""Changing the address one logs in with."""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError

from accounts.forms.fields import EmailField
from accounts.models import User


class ChangeEmailForm(forms.Form):
    """The new address. Who asks was confirmed a moment ago."""

    email = EmailField(label="New email")

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email == self.user.email:
            raise ValidationError("This is your address already.", code="unchanged")
        if not self.needs_proof and User.objects.filter(email=email).exists():
            raise get_adapter().validation_error("email_taken")
        return email

    @property
    def needs_proof(self) -> bool:
        """Whether the new address counts only after the link sent to it was opened."""
        return bool(app_settings.EMAIL_VERIFICATION == app_settings.EmailVerificationMethod.MANDATORY)
