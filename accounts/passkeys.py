"""A person's passkeys, and what passes between browser and server to make and use one."""

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth

from accounts.models import User


@dataclass(frozen=True)
class Passkey:
    """`key` names it in addresses: a number of the row would tell how many there are."""

    key: str
    name: str
    added_at: datetime.datetime
    used_at: datetime.datetime | None
    row: Authenticator


def key_of(row: Authenticator) -> str:
    credential = str(row.data["credential"].get("id", ""))
    return hashlib.sha256(credential.encode()).hexdigest()[:32]


def passkey(row: Authenticator) -> Passkey:
    return Passkey(key_of(row), row.data["name"], row.created_at, row.last_used_at, row)


def passkeys_of(user: User) -> list[Passkey]:
    """Return the oldest first."""
    rows = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).order_by("pk")
    return [passkey(row) for row in rows]


def find(user: User, key: str) -> Passkey | None:
    return next((found for found in passkeys_of(user) if found.key == key), None)


def options_to_add(user: User) -> dict[str, Any]:
    """Return what a browser needs to make a passkey that logs in by itself; keeps the challenge."""
    options: dict[str, Any] = auth.begin_registration(user, passwordless=True)
    return dict(options["publicKey"])


def options_to_use(user: User | None) -> dict[str, Any]:
    """Return what a browser needs to use a passkey of `user`, or anybody's; keeps the challenge."""
    options: dict[str, Any] = auth.begin_authentication(user)
    return dict(options["publicKey"])
