"""The name of an account on a device: what is kept there belongs to it, and it says nothing to others."""

from functools import lru_cache

from django.conf import settings
from django.utils.crypto import salted_hmac


@lru_cache(maxsize=10_000)
def account_key(user_id: int) -> str:
    """Return 20 hexadecimal digits, always the same ones for an account of this installation.

    Of several secret keys the oldest makes them, so that a new one leaves no change behind on a device.
    """
    secret = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS][-1]
    return salted_hmac("accounts.device", str(user_id), secret=secret, algorithm="sha256").hexdigest()[:20]
