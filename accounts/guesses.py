"""How many passwords may be tried, for whom and from where."""

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import RateLimitUsage
from django.http import HttpRequest

from accounts.known_device import KnownDevice

APP = "allauth.account"


def count(request: HttpRequest, email: str) -> RateLimitUsage | None:
    """Count a try to open `email`'s account; None when there were too many, and nothing may be hashed.

    A device that opened it before has five tries of its own, whatever happens elsewhere. All others share:
    5 in 15 minutes for this address from this network, 30 in 10 minutes from this network for any, and
    100 in an hour for this address from everywhere.
    """
    email = email.lower()
    device = KnownDevice.of(request)
    if device.knows(email):
        return _consume(request, "login_known_device", f"{device.number}:{email}")
    counted = RateLimitUsage([])
    for action, key in (
        ("login_failed", _here(request, email)),
        ("login_network", ""),
        ("login_anywhere", email),
    ):
        if not (usage := _consume(request, action, key)):
            return None
        counted.usage += usage.usage
    return counted


def forget(request: HttpRequest, email: str) -> None:
    """Forgive the tries on `email` from here, after its owner chose a new password by mail."""
    ratelimit.clear(request, app=APP, action="login_failed", key=_here(request, email.lower()))


def _consume(request: HttpRequest, action: str, key: str) -> RateLimitUsage | None:
    return ratelimit.consume(request, app=APP, action=action, key=key)


def _here(request: HttpRequest, email: str) -> str:
    return f"{ratelimit.truncate_ip(get_adapter().get_client_ip(request))}:{email}"
