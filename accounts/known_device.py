"""Devices that an account was opened on before: strangers who guess cannot shut the owner out there."""

import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

SALT = "accounts.known-device"
YEAR = 60 * 60 * 24 * 365  # seconds
MOST = 3  # accounts that one device remembers


@dataclass(frozen=True)
class KnownDevice:
    """What the cookie says: a random `number`, and a keyed digest for each address it opened.

    It opens nothing by itself. Its tries are only counted apart from everyone else's.
    """

    number: str
    digests: tuple[str, ...] = ()

    @classmethod
    def of(cls, request: HttpRequest) -> "KnownDevice":
        """Return the device that `request` comes from, a new one for a missing, forged or old cookie."""
        try:
            text = _signer().unsign(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), max_age=YEAR)
        except signing.BadSignature:
            return cls(secrets.token_urlsafe(9))
        number, *digests = text.split(".")
        return cls(number, tuple(digests))

    def knows(self, email: str) -> bool:
        return _digest(email) in self.digests

    def remember(self, email: str, response: HttpResponseBase) -> None:
        """Have `response` tell the device that `email`'s account was opened on it."""
        new = _digest(email)
        digests = (new, *(digest for digest in self.digests if digest != new))[:MOST]
        response.set_cookie(
            settings.DEVICE_COOKIE_NAME,
            _signer().sign(".".join((self.number, *digests))),
            max_age=YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=SALT)


def _digest(email: str) -> str:
    digest = salted_hmac(SALT, email.lower(), algorithm="sha256").digest()[:12]
    return urlsafe_b64encode(digest).decode()
