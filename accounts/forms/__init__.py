"""What a person fills in about themselves."""

from accounts.forms.codes import CodeForm, ConfirmCodeForm, ConnectAppForm
from accounts.forms.email import ChangeEmailForm
from accounts.forms.entrance import LogInForm, ReauthenticateForm, SignUpForm
from accounts.forms.passkeys import (
    AddPasskeyForm,
    ConfirmPasskeyForm,
    LogInPasskeyForm,
    PasskeyStepForm,
    RenamePasskeyForm,
)
from accounts.forms.passwords import (
    ChangePasswordForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from accounts.forms.settings import SettingsForm, ThemeForm

__all__ = [
    "AddPasskeyForm",
    "ChangeEmailForm",
    "ChangePasswordForm",
    "CodeForm",
    "ConfirmCodeForm",
    "ConfirmPasskeyForm",
    "ConnectAppForm",
    "LogInForm",
    "LogInPasskeyForm",
    "PasskeyStepForm",
    "ReauthenticateForm",
    "RenamePasskeyForm",
    "ResetPasswordForm",
    "ResetPasswordKeyForm",
    "SetPasswordForm",
    "SettingsForm",
    "SignUpForm",
    "ThemeForm",
]
