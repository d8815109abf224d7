"""The second factor's secrets, encrypted at rest, and its words."""

import base64
import functools
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "accounts.second-factor"


def _key(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest()))


@functools.lru_cache(maxsize=4)
def _keys(secret: str, fallbacks: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([_key(secret), *map(_key, fallbacks)])


def keys() -> MultiFernet:
    """Return what encrypts with SECRET_KEY, and decrypts with it or one of its forerunners."""
    return _keys(settings.SECRET_KEY, tuple(settings.SECRET_KEY_FALLBACKS))


class MFAAdapter(DefaultMFAAdapter):
    error_messages: dict[str, Any] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code does not count. Type the one that the app shows now.",
        "unverified_email": "Confirm your email address first: without it nobody could help you back in.",
        "cannot_generate_recovery_codes": "Recovery codes come with an authenticator app or a passkey.",
    }

    def encrypt(self, text: str) -> str:
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret. Raise cryptography's InvalidToken when no key of ours fits."""
        return keys().decrypt(encrypted_text.encode()).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Milepost"}
