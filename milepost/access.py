"""Which site to ask, and with what token: from the environment, or as `login` kept it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path


class NoAccess(Exception):
    """There is no address or token to be had; the message says how to give one."""


@dataclass(frozen=True)
class Access:
    """`url`: of the site, without a slash at its end."""

    url: str
    token: str


def place() -> Path:
    """Return the file that keeps the access, whether it exists or not."""
    folder = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(folder).expanduser() / "milepost" / "access.json"


def keep(access: Access) -> Path:
    """Write it down for this user alone, and return where."""
    path = place()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    # Made with its mode: a file that is closed to others a moment later was open before.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump({"url": access.url, "token": access.token}, file)
    return path


def forget() -> bool:
    """Remove what was kept; say whether there was anything."""
    try:
        place().unlink()
    except FileNotFoundError:
        return False
    return True


def find() -> Access:
    """Return the access to use. Raises NoAccess."""
    kept = _kept()
    url = os.environ.get("MILEPOST_URL") or kept.get("url", "")
    token = os.environ.get("MILEPOST_TOKEN") or kept.get("token", "")
    if not url or not token:
        raise NoAccess(
            "Not logged in. Make a token under Settings, Access tokens, then run: milepost login ADDRESS"
        )
    return Access(url.rstrip("/"), token)


def _kept() -> dict[str, str]:
    try:
        found = json.loads(place().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise NoAccess(f"{place()} cannot be read: remove it, then run milepost login again.") from error
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}
