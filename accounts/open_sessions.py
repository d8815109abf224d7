"""Who is logged in where: the sessions of one person, on all devices."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session


def keys_of(user_id: int) -> list[str]:
    """Return the keys of all sessions of `user_id`.

    The table does not say whose a session is, so that all are opened: 20,000 take about a second.
    """
    wanted = str(user_id)
    rows = Session.objects.only("session_key", "session_data").iterator(chunk_size=500)
    return [row.session_key for row in rows if row.get_decoded().get(SESSION_KEY) == wanted]


def end(keys: list[str]) -> None:
    """End these sessions, also where a cache holds them."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore
    for key in keys:
        store().delete(key)
