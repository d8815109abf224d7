"""Second factors for tests: keyword-only, everything defaulted."""

import json
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal.auth import WebAuthn
from fido2.utils import websafe_encode

from accounts.models import User
from tests.accounts.soft_key import SoftKey

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_second_factor(*, user: User, secret: str = SECRET) -> Authenticator:
    """Return an authenticator app, with its recovery codes."""
    app: Authenticator = totp.TOTP.activate(user, secret).instance
    RecoveryCodes.activate(user)
    return app


def make_passkey(*, user: User, name: str = "Phone", key: SoftKey | None = None) -> Authenticator:
    """Return a passkey, as if it had been added at localhost."""
    options: dict[str, Any] = {
        "rp": {"id": "localhost"},
        "user": {"id": websafe_encode(user_pk_to_url_str(user).encode())},
        "challenge": websafe_encode(b"0" * 32),
    }
    made: Authenticator = WebAuthn.add(user, name, json.loads((key or SoftKey()).made(options))).instance
    return made


def code_now(*, secret: str = SECRET, steps: int = 0) -> str:
    """Return what the app shows, `steps` half minutes from now."""
    now = list(totp.yield_hotp_counters_from_time())[1]
    return totp.format_hotp_value(totp.hotp_value(secret, now + steps))
