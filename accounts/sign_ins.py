"""What is noted of each log-in: how, with what and from where."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest

from accounts import devices
from accounts.models import SignIn, StrangerTries, User
from accounts.security_log import tell

DEVICE, NETWORK = "device", "network"
Way = SignIn.Way
STEPS = {"totp": Way.APP, "recovery_codes": Way.RECOVERY, "webauthn": Way.STEP}


def where(request: HttpRequest) -> dict[str, str]:
    """Return the device in words and its network, shortened."""
    return {
        DEVICE: devices.words(request.META.get("HTTP_USER_AGENT", "")),
        NETWORK: devices.network(get_adapter().get_client_ip(request)),
    }


def way_of(records: list[dict[str, Any]]) -> str:
    """Return how someone came in, from allauth's records of the steps that they took."""
    for record in records:
        if record["method"] == "socialaccount":
            return Way.GITHUB if record.get("provider") == "github" else Way.OPENID
    last = records[-1] if records else {}
    if last.get("passwordless"):
        return Way.PASSKEY
    if last.get("method") == "mfa":
        return STEPS.get(last.get("type", ""), Way.APP)
    return Way.PASSWORD if last.get("method") == "password" else Way.LINK


def note_success(request: HttpRequest, user: User, *, signed_up: bool) -> None:
    """Add the log-in to the list, and to the session what it is known by among the devices."""
    found = where(request)
    request.session.update(found)
    way = Way.SIGN_UP if signed_up else way_of(get_authentication_records(request, user))
    SignIn.objects.note(user, way, device=found[DEVICE], network=found[NETWORK])
    tell("log_in", user)


def note_refused(request: HttpRequest, user: User | None, way: str = Way.PASSWORD) -> None:
    """Add a refused try to the list of `user`; without one it is only counted."""
    tell("log_in_failed", user)
    if user is None:
        StrangerTries.objects.note()
        return
    found = where(request)
    SignIn.objects.note(user, way, refused=True, device=found[DEVICE], network=found[NETWORK])
