"""The name of an account on a device: what is kept there belongs to it, and it says nothing to others."""

from functools import lru_cache

from django.utils.crypto import salted_hmac


@lru_cache(maxsize=10_000)
def account_key(user_id: int) -> str:
    """Return 20 hexadecimal digits, always the same ones for an account of this installation."""
    return salted_hmac("accounts.device", str(user_id), algorithm="sha256").hexdigest()[:20]
