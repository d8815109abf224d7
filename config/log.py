"""Log lines: one JSON object each, with the request's id and nothing that a person typed."""

import datetime
import json
import logging
import re
import traceback
from pathlib import Path
from types import TracebackType

from config import request_id

BASE = Path(__file__).resolve().parent.parent
INNERMOST = 12
# These name a resource of the machine; any other message may quote what somebody typed.
PLAIN_MESSAGES = (
    "OperationalError",
    "InterfaceError",
    "OSError",
    "ImproperlyConfigured",
    "ModuleNotFoundError",
)
# An OSError, too, but a mail server's answer quotes the address.
QUOTING = ("SMTPException",)
# What events of security bring along: numbers of rows and fixed words.
EXTRAS = ("event", "user_id", "learner_id")
# Whoever has a feed's address can read it, and whoever has that of /mail/off/ can switch mail off.
SECRET = re.compile(r"(/feeds/|/mail/off/)[^/\s]+")


def masked(text: str) -> str:
    """Return `text` without the secrets that addresses in it may hold."""
    return SECRET.sub(r"\1…", text)


class PlainFormatter(logging.Formatter):
    """Format a record as a line for a developer's terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class JsonFormatter(logging.Formatter):
    """Format a record as one line of JSON; line breaks and control characters are escaped."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": request_id.current.get(),
        }
        if request := getattr(record, "request", None):
            # Django's message holds the path, and a path may hold a secret or a name: log the route.
            match = getattr(request, "resolver_match", None)
            line["message"] = "request failed"
            line["method"] = getattr(request, "method", None)
            line["route"] = match.route if match else None
            line["status"] = getattr(record, "status_code", None)
        else:
            line["message"] = masked(record.getMessage())
            line |= {name: getattr(record, name) for name in EXTRAS if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            line["exception"] = type(record.exc_info[1]).__name__
            line["traceback"] = _frames(record.exc_info[2])
            kinds = {kind.__name__ for kind in type(record.exc_info[1]).__mro__}
            if kinds.intersection(PLAIN_MESSAGES) and kinds.isdisjoint(QUOTING):
                line["reason"] = str(record.exc_info[1])
        return json.dumps(line, default=str)


def _frames(trace: TracebackType | None) -> list[str]:
    """Return the innermost places, from outside in: where it happened, without the values there."""
    frames = traceback.extract_tb(trace)[-INNERMOST:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(file: str) -> str:
    return file.rpartition("/site-packages/")[2].removeprefix(f"{BASE}/")
