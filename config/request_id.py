"""The id that an error page and the log lines about it share."""

import secrets
from contextvars import ContextVar

current: ContextVar[str] = ContextVar("request_id", default="-")


def new() -> str:
    """Return an id that a person can read out: 12 hexadecimal digits."""
    return secrets.token_hex(6)
