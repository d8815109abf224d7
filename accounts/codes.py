"""Codes of the authenticator app and recovery codes: each counts once."""

import logging

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from cryptography.fernet import InvalidToken
from django.db import transaction

from accounts.models import User

logger = logging.getLogger(__name__)

# In an app's data: the half minute (counted from 1970) of the last code that was taken.
LAST = "last_counter"


def counter_of(secret: str, code: str) -> int | None:
    """Return the half minute that `code` stands for, of this one and its two neighbors."""
    for counter in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if compare_user_code(actual=code, expected=expected):
            return counter
    return None


def use(user: User, code: str) -> Authenticator | None:
    """Spend `code` of `user`; return the app or the recovery codes it belongs to, or nothing."""
    for found in Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.WEBAUTHN):
        try:
            is_app = found.type == Authenticator.Type.TOTP
            taken = spend(found, code) if is_app else found.wrap().validate_code(code)
        except InvalidToken:
            logger.exception("A second factor was stored under a SECRET_KEY that is gone")
            continue
        if taken:
            found.refresh_from_db()
            found.user = user
            spent: Authenticator = found
            return spent
    return None


def spend(app: Authenticator, code: str) -> bool:
    """Take a code of `app` unless it, or a later one, was taken before."""
    counter = counter_of(decrypt(app.data["secret"]), code)
    if counter is None:
        return False
    with transaction.atomic():
        app = Authenticator.objects.select_for_update().get(pk=app.pk)
        if counter <= app.data.get(LAST, -1):
            return False
        app.data[LAST] = counter
        app.save(update_fields=["data"])
    return True
