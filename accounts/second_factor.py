"""What stands between a password and an account, and what a change of it sets off."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from accounts.models import Session, User
from accounts.security_log import tell

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: Any) -> bool:
    """Return whether `user` has an authenticator app or a passkey."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def changed(request: HttpRequest, user: User, event: str) -> None:
    """Log every other device out, and say in the log what happened."""
    Session.objects.of(user).but(request.session.session_key).end()
    tell(event, user)
