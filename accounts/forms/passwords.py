"""Choosing a new password. It is typed once: the page offers to show it."""

from typing import Any

from allauth.account import forms as allauth_forms
from django.contrib.auth.password_validation import validate_password

from accounts.forms.fields import EmailField, PasswordField
from accounts.passwords import LengthValidator


class NewPasswordField(PasswordField):
    """A password that is long enough, not common, and not the name or address of `user`."""

    def __init__(self, user: Any) -> None:
        super().__init__(
            label="New password",
            autocomplete="new-password",
            help_text=LengthValidator().get_help_text(),
            error_messages={"required": "Choose a password."},
        )
        self.user = user

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value:
            validate_password(value, self.user)


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = PasswordField(label="Current password")
        self.fields["password1"] = NewPasswordField(self.user)
        del self.fields["password2"]


class SetPasswordForm(allauth_forms.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"] = NewPasswordField(self.user)
        del self.fields["password2"]


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = EmailField()


class ResetPasswordKeyForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"] = NewPasswordField(self.user)
        del self.fields["password2"]
