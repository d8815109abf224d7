"""How many statements a request sends to the database, those of session, user and savepoints too."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.visitor import Request


def count(request: Request) -> int:
    """Send `request` to the program in this process, warm, and count."""
    client = Client(enforce_csrf_checks=True)
    extra: dict[str, Any] = {
        f"HTTP_{name.upper().replace('-', '_')}": v for name, v in request.headers.items()
    }
    extra.pop("HTTP_CONTENT_TYPE", None)
    kind = "application/x-www-form-urlencoded"
    client.generic(request.method, request.path, request.body, kind, **extra)
    with CaptureQueriesContext(connection) as captured:
        client.generic(request.method, request.path, request.body, kind, **extra)
    return len(captured)
