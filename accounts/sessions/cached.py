"""Sessions in the database, read through the shared cache."""

from django.contrib.sessions.backends import cached_db

from accounts.sessions import OwnedSession


class SessionStore(OwnedSession, cached_db.SessionStore):
    """SESSION_ENGINE of several machines."""

    cache_key_prefix = "accounts.sessions"
