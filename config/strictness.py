"""What an installation that others can reach must not do; it does not start until that is put right."""

import ipaddress
import stat
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

SHORTEST_KEY, FEWEST_KINDS = 50, 5  # characters, and different ones
MADE_UP = ("django-insecure-", "insecure", "changeme", "change-me", "secret")
ENCRYPTED_CACHES = ("rediss", "unix")


class Refused(Exception):
    """The settings are not safe; the message says each problem with its remedy, one to a line."""


def refuse_what_is_unsafe() -> None:
    """Raise Refused for weak keys and for servers elsewhere that are spoken to in plain text."""
    if settings.DEBUG:
        return
    problems = [*_keys(), *([] if settings.UNENCRYPTED_NETWORK else _connections())]
    if problems:
        raise Refused("\n".join(problems))


def _keys() -> list[str]:
    found = [
        f"{name} is too weak: take 50 random characters or more, or leave it out and one is made."
        for name, key in (
            ("SECRET_KEY", settings.SECRET_KEY),
            *(("SECRET_KEY_FALLBACKS", key) for key in settings.SECRET_KEY_FALLBACKS),
        )
        if _is_weak(key)
    ]
    file = Path(settings.VAR_DIR) / "secret_key"
    if file.exists() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        found.append(f"Others on this machine can read {file}: chmod 600 {file}")
    return found


def _is_weak(key: str) -> bool:
    return len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_KINDS or key.lower().startswith(MADE_UP)


def _connections() -> list[str]:
    remedy = "or set UNENCRYPTED_NETWORK=on if nobody else is on the way."
    found = []
    database: dict[str, Any] = settings.DATABASES["default"]
    if database["ENGINE"].endswith("postgresql") and not is_here(str(database.get("HOST") or "")):
        mode = database.get("OPTIONS", {}).get("sslmode", "prefer")
        if mode != "verify-full":
            found.append(
                f"The database on another machine is not verified (sslmode={mode}): add ?sslmode=verify-full "
                f"to DATABASE_URL, {remedy}"
            )
    encrypted = settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL
    if (
        settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
        and not encrypted
        and not is_here(settings.EMAIL_HOST)
    ):
        found.append(
            f"Mail would go out in plain text: take submission:// or smtps:// as EMAIL_URL, {remedy}"
        )
    location = urlsplit(str(settings.CACHES["default"].get("LOCATION", "")))
    if location.scheme and location.scheme not in ENCRYPTED_CACHES and not is_here(location.hostname or ""):
        found.append(f"Sessions would travel in plain text: take rediss:// as CACHE_URL, {remedy}")
    return found


def is_here(host: str) -> bool:
    """Return whether `host` is this machine: nothing, a socket's path, or a loopback name or address."""
    if host in ("", "localhost") or host.startswith(("/", "@", "%2F")):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
