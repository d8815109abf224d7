"""Typing a code of the authenticator app, or a recovery code."""

from collections.abc import Callable
from typing import Any, cast

from allauth.core import context, ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django import forms

from accounts import codes
from accounts.forms.fields import validate_storable
from accounts.models import SignIn, User
from accounts.refusals import too_many_requests
from accounts.sign_ins import note_refused

ACTION = "second_factor"


class CodeField(forms.CharField):
    default_validators = [validate_storable]
    default_error_messages = {
        "required": "Type the code.",
        "max_length": "A code has 6 digits, or 10 if it is for recovery; this has %(show_value)d characters.",
    }

    def __init__(self, label: str) -> None:
        attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        super().__init__(label=label, max_length=40, widget=forms.TextInput(attrs=attributes))
        self.widget.attrs.pop("maxlength", None)


def count_try(user: User) -> Callable[[], None]:
    """Count a code typed for `user`, and answer 429 after five; return what forgets them again."""
    key = f"user-{user.pk}"
    if not ratelimit.consume(context.request, action=ACTION, key=key):
        raise ImmediateHttpResponse(too_many_requests(context.request, ACTION))
    return lambda: ratelimit.clear(context.request, action=ACTION, key=key)


class CodeForm(forms.Form):
    """The second step of a log-in."""

    code = CodeField("Code")
    reauthenticated = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self) -> str:
        forget_tries = count_try(self.user)
        code: str = self.cleaned_data["code"]
        self.authenticator = codes.use(self.user, code)
        if not self.authenticator:
            if not self.reauthenticated:
                note_refused(context.request, self.user, SignIn.Way.APP)
            raise get_adapter().validation_error("incorrect_code")
        forget_tries()
        return code

    def save(self) -> None:
        authenticator = cast(Authenticator, self.authenticator)  # the form is valid
        post_authentication(context.request, authenticator, reauthenticated=self.reauthenticated)
        if authenticator.type == Authenticator.Type.RECOVERY_CODES:
            left = len(RecoveryCodes(authenticator).get_unused_codes())
            get_adapter().send_notification_mail(
                "account/email/recovery_code_used", self.user, {"left": left}
            )


class ConfirmCodeForm(CodeForm):
    """Who you are, once more."""

    reauthenticated = True


class ConnectAppForm(forms.Form):
    """The first code of an app that holds our secret: proof that it does."""

    code = CodeField("Code that the app shows")

    def __init__(self, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.user = user
        self.secret: str = totp.get_totp_secret(regenerate=not self.is_bound)

    def clean_code(self) -> int:
        """Return the half minute that the code stands for."""
        forget_tries = count_try(self.user)
        counter = codes.counter_of(self.secret, self.cleaned_data["code"])
        if counter is None:
            raise get_adapter().validation_error("incorrect_code")
        forget_tries()
        return counter
