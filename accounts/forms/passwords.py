"""Choosing a new password. It is typed once: the page offers to show it."""

from typing import Any

from allauth.account import forms as allauth_forms
from django.contrib.auth.password_validation import validate_password

from accounts.forms.fields import EmailField, PasswordField
from accounts.models import User
from accounts.passwords import LengthValidator


class NewPasswordField(PasswordField):
    """A password that is long enough, not common, and not the name of its owner (`user`)."""

    user: User | None = None

    def __init__(self, **options: Any) -> None:
        messages = {"required": "Choose a password."}
        help_text = LengthValidator().get_help_text()
        super().__init__(
            **{
                "label": "New password",
                "autocomplete": "new-password",
                "help_text": help_text,
                "error_messages": messages,
            }
            | options
        )

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value:
            validate_password(value, self.user)


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    oldpassword = PasswordField(label="Current password")
    password1 = NewPasswordField()
    password2 = None


class SetPasswordForm(allauth_forms.SetPasswordForm):
    password1 = NewPasswordField()
    password2 = None


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    email = EmailField()


class ResetPasswordKeyForm(allauth_forms.ResetPasswordKeyForm):
    password1 = NewPasswordField()
    password2 = None
