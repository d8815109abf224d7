"""Sessions that know whose they are, when they began and when they were last used.

The row is the device in the list of the settings: to end it there ends it everywhere at once, and no request
costs a statement more than with Django's own.
"""

import time
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from accounts.models.sessions import Session

HOUR = 60 * 60
LONGEST = 90 * 24 * HOUR  # seconds from log-in to the next one, however busy
# In the session's data, in seconds since 1970.
SINCE, SEEN = "signed_in_at", "seen_at"


class OwnedSession(SessionStore):
    """What both stores add to Django's."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Stamp a learner's session each time it is saved."""
        owner = data.get(SESSION_KEY)
        if owner:
            data[SEEN] = int(time.time())
            data.setdefault(SINCE, data[SEEN])
        row: Session = super().create_model_instance(data)  # type: ignore[assignment]  # of our class
        row.user_id = int(owner) if owner else None
        return row

    def load(self) -> dict[str, Any]:
        data: dict[str, Any] = super().load()
        if SESSION_KEY in data:
            now = int(time.time())
            if now - data.get(SINCE, now) > LONGEST:
                self.delete(self.session_key)
                self._session_key = None
                return {}
            # Once an hour it is saved anew: that is when it was last seen, and its two weeks begin again.
            if now - data.get(SEEN, 0) > HOUR:
                self.modified = True
        return data
