"""/settings/security/ as its owner sees it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from accounts import devices
from accounts.doors import Door, doors_of
from accounts.http import LearnerRequest
from accounts.models import Session, SignIn
from accounts.passkeys import Passkey, passkey
from accounts.sessions import SEEN
from accounts.sign_ins import DEVICE, NETWORK

Type = Authenticator.Type


@dataclass(frozen=True)
class Device:
    """`name` stands for it in forms."""

    name: str
    words: str
    icon: str
    network: str
    seen_at: datetime.datetime
    is_this: bool


@dataclass(frozen=True)
class SecurityPage:
    """`codes_left` is None without recovery codes; `codes_made` is how many there were."""

    passkeys: Sequence[Passkey]
    app_since: datetime.datetime | None
    codes_left: int | None
    codes_made: int
    devices: Sequence[Device]
    sign_ins: Sequence[SignIn]
    doors: Sequence[Door]


def read(request: LearnerRequest) -> SecurityPage:
    rows = list(Authenticator.objects.filter(user=request.user).order_by("pk"))
    app = next((row for row in rows if row.type == Type.TOTP), None)
    codes = next((row for row in rows if row.type == Type.RECOVERY_CODES), None)
    made = len(codes.wrap().generate_codes()) if codes else 0
    return SecurityPage(
        passkeys=[passkey(row) for row in rows if row.type == Type.WEBAUTHN],
        app_since=app.created_at if app else None,
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
        codes_made=made,
        devices=devices_of(request),
        sign_ins=list(SignIn.objects.recent(request.user)),
        doors=doors_of(request.user),
    )


def devices_of(request: LearnerRequest) -> list[Device]:
    """Return where the learner is logged in: this device first, then the one seen last."""
    here = request.session.session_key
    found = [device(row, is_this=row.session_key == here) for row in Session.objects.of(request.user)]
    return sorted(found, key=lambda one: (one.is_this, one.seen_at), reverse=True)


def device(row: Session, *, is_this: bool) -> Device:
    data = row.get_decoded()
    words = data.get(DEVICE) or devices.UNKNOWN
    return Device(
        name=row.name,
        words=words,
        icon="smartphone" if devices.is_handheld(words) else "laptop",
        network=data.get(NETWORK, ""),
        seen_at=datetime.datetime.fromtimestamp(data.get(SEEN, 0), datetime.UTC),
        is_this=is_this,
    )
