"""Which accounts were erased, kept outside the database: an old backup must not bring them back.

A line holds a hash and a day. The hash is of a number and of the microsecond of a sign-up, so that it says
nothing about a person, and fits nobody who is given the number again after a restore.
"""

import datetime
import fcntl
import hashlib
import os
from pathlib import Path

from django.conf import settings


def mark_of(user_number: int, joined: datetime.datetime) -> str:
    """Return the hash (64 hexadecimal digits) of an account; `joined` is aware."""
    moment = joined.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(f"milepost:{user_number}:{moment}".encode()).hexdigest()


def path() -> Path:
    return Path(settings.VAR_DIR) / "erased"


def keep(mark: str, day: datetime.date) -> None:
    """Write a hash down, once. OSError when that cannot be done."""
    place = path()
    place.parent.mkdir(parents=True, exist_ok=True)
    with open(os.open(place, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        text = file.read()
        if mark in text:
            return
        # What a crash may have left of a line stays a line of its own.
        gap = "\n" if text and not text.endswith("\n") else ""
        file.write(f"{gap}{mark} {day.isoformat()}\n")
        file.flush()
        os.fsync(file.fileno())


def kept() -> frozenset[str]:
    """Return all hashes."""
    try:
        text = path().read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return frozenset()
    return frozenset(line.split(" ")[0] for line in text.splitlines() if line)
