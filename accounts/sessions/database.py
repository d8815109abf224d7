"""Sessions in the database."""

from accounts.sessions import OwnedSession


class SessionStore(OwnedSession):
    """SESSION_ENGINE of one machine."""
