"""The accounts elsewhere that let in here. It imports nothing of what is not installed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.models import User


@dataclass(frozen=True)
class Door:
    """`url` takes a POST; `account` is what is connected, or nothing."""

    provider: str
    name: str
    url: str
    account: Any = None


def url_of(provider: str) -> str:
    if provider == "openid_connect":
        return reverse("openid_connect_login", args=["oidc"])
    return reverse(f"{provider}_login")


def doors() -> list[Door]:
    """Return all of them, for a visitor."""
    return [Door(provider, name, url_of(provider)) for provider, name in settings.SOCIAL_DOORS.items()]


def doors_of(user: User) -> Sequence[Door]:
    """Return all of them with the account that `user` connected."""
    if not settings.SOCIAL_DOORS:
        return ()
    from allauth.socialaccount.models import SocialAccount

    # For OpenID Connect the row names the one that was set up, "oidc".
    connected = {account.provider: account for account in SocialAccount._default_manager.filter(user=user)}
    return [
        Door(
            door.provider,
            door.name,
            door.url,
            connected.get("oidc" if door.provider == "openid_connect" else door.provider),
        )
        for door in doors()
    ]
