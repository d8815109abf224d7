"""Making, naming and using a passkey."""

import json
import struct
from typing import Any

from allauth.core import context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import UnsupportedAlgorithm
from django import forms
from django.core.exceptions import ValidationError

from accounts import devices
from accounts.forms.fields import validate_storable
from accounts.models import User
from accounts.passkeys import key_of, passkeys_of

LONGEST = 20_000  # characters of what a browser sends; a usual one has a thousand
REFUSED = "This passkey was not accepted. Try again, or take another way."
# What allauth and its library raise for bytes that are no credential.
MALFORMED = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError),
    *(RecursionError, UnsupportedAlgorithm, struct.error),
)


class CredentialField(forms.CharField):
    """What the browser's passkey answered: a JSON object."""

    widget = forms.HiddenInput
    default_error_messages = {"required": "No passkey was used.", "max_length": REFUSED}

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST)
        self.widget.attrs.pop("maxlength", None)

    def clean(self, value: Any) -> dict[str, Any]:
        try:
            found = json.loads(super().clean(value))
        except (ValueError, RecursionError) as error:
            if isinstance(error, ValidationError):
                raise
            raise ValidationError(REFUSED, code="malformed") from error
        if not isinstance(found, dict):
            raise ValidationError(REFUSED, code="malformed")
        return found


class PasskeyNameField(forms.CharField):
    default_validators = [validate_storable]
    default_error_messages = {
        "required": "Give it a name that you will know it by.",
        "max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d.",
    }

    def __init__(self) -> None:
        super().__init__(label="Name", max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"}))
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value)).split())


class PasskeyStepForm(forms.Form):
    """A passkey of `user`; without one, of whoever it belongs to."""

    credential = CredentialField()
    reauthenticated = False
    passwordless = False

    def __init__(self, *args: Any, user: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_credential(self) -> Authenticator:
        credential = self.cleaned_data["credential"]
        try:
            auth.parse_authentication_response(credential)
            user = self.user or auth.extract_user_from_response(credential)
            return auth.complete_authentication(user, credential)
        except ValidationError:
            raise ValidationError(REFUSED, code="refused") from None
        except MALFORMED as error:
            raise ValidationError(REFUSED, code="malformed") from error

    def save(self) -> None:
        post_authentication(
            context.request,
            self.cleaned_data["credential"],
            reauthenticated=self.reauthenticated,
            passwordless=self.passwordless,
        )


class ConfirmPasskeyForm(PasskeyStepForm):
    """Who you are, once more."""

    reauthenticated = True


class LogInPasskeyForm(PasskeyStepForm):
    """A log-in without a password."""

    passwordless = True


class RenamePasskeyForm(forms.Form):
    name = PasskeyNameField()


class AddPasskeyForm(RenamePasskeyForm):
    """A new passkey, which says itself whose it is and has checked that the person is there."""

    credential = CredentialField()

    def __init__(self, user: User, data: Any = None, *, user_agent: str = "") -> None:
        super().__init__(data, initial={"name": devices.words(user_agent)})
        self.user = user

    def clean_credential(self) -> dict[str, Any]:
        credential: dict[str, Any] = self.cleaned_data["credential"]
        try:
            auth.parse_registration_response(credential)
            made = auth.complete_registration(credential)
        except ValidationError:
            raise ValidationError(REFUSED, code="refused") from None
        except MALFORMED as error:
            raise ValidationError(REFUSED, code="malformed") from error
        if not made.is_user_verified():
            raise ValidationError(REFUSED, code="unverified")
        row = Authenticator(user=self.user, data={"credential": credential})
        if key_of(row) in {passkey.key for passkey in passkeys_of(self.user)}:
            raise ValidationError("This passkey is on your list already.", code="known")
        return credential

    def save(self) -> Authenticator:
        made: Authenticator = auth.WebAuthn.add(
            self.user, self.cleaned_data["name"], self.cleaned_data["credential"]
        ).instance
        return made

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("name") and "credential" in data:
            # The device holds it by now: a missing name must not lose it.
            self.errors.pop("name", None)
            data["name"] = "Passkey"
        return data
