"""Who is logged in where: the sessions of one person, on all devices."""

import datetime
from collections.abc import Collection, Iterator
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


def owners(wanted: Collection[int]) -> Iterator[tuple[int, datetime.datetime]]:
    """Yield whose each session is, of those wanted, and when it was last saved."""
    age = datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    names = {str(pk): pk for pk in wanted}
    for row in Session.objects.iterator(chunk_size=500):
        pk = names.get(str(row.get_decoded().get(SESSION_KEY)))
        if pk is not None:
            yield pk, row.expire_date - age


def end(keys: list[str]) -> None:
    """End these sessions, also where a cache holds them."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore
    for key in keys:
        store().delete(key)
