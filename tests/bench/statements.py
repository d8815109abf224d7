"""How many statements a request sends to the database, those of session, user and savepoints too."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.visitor import Request


def count(first: Request, second: Request) -> int:
    """Send two requests of a kind to the program in this process, and count those of the second."""
    _send(first)
    with CaptureQueriesContext(connection) as captured:
        _send(second)
    return len(captured)


def _send(request: Request) -> None:
    client = Client(enforce_csrf_checks=True)
    extra: dict[str, Any] = {
        f"HTTP_{name.upper().replace('-', '_')}": v for name, v in request.headers.items()
    }
    extra.pop("HTTP_CONTENT_TYPE", None)
    kind = "application/x-www-form-urlencoded"
    client.generic(request.method, request.path, request.body, kind, **extra)
