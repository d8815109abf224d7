"""What a person fills in about themselves."""

from accounts.forms.email import ChangeEmailForm
from accounts.forms.entrance import LogInForm, ReauthenticateForm, SignUpForm
from accounts.forms.passwords import (
    ChangePasswordForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from accounts.forms.settings import SettingsForm, ThemeForm

__all__ = [
    "ChangeEmailForm",
    "ChangePasswordForm",
    "LogInForm",
    "ReauthenticateForm",
    "ResetPasswordForm",
    "ResetPasswordKeyForm",
    "SetPasswordForm",
    "SettingsForm",
    "SignUpForm",
    "ThemeForm",
]
