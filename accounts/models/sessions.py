"""Where a person is logged in."""

import datetime
from importlib import import_module
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.models.user import User


def _store() -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore


class SessionQuerySet(models.QuerySet["Session"]):
    def of(self, user: User) -> "SessionQuerySet":
        """Return those in which `user` is logged in now."""
        return self.filter(user=user, expire_date__gt=timezone.now())

    def but(self, session_key: str | None) -> "SessionQuerySet":
        return self.exclude(session_key=session_key)

    def over(self, now: datetime.datetime) -> "SessionQuerySet":
        return self.filter(expire_date__lte=now)

    def end(self) -> int:
        """Log these out at once, everywhere; return how many there were."""
        keys = list(self.values_list("session_key", flat=True))
        store = _store()
        with transaction.atomic():
            for key in keys:
                store().delete(key)  # out of the cache too
        return len(keys)


SessionManager = BaseSessionManager.from_queryset(SessionQuerySet)


class Session(AbstractBaseSession):
    """A browser's session; without `user` a visitor's. See accounts/sessions/ for what it holds."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")

    objects: ClassVar[SessionQuerySet] = SessionManager()  # type: ignore[assignment]  # its verbs

    class Meta:
        verbose_name = "session"
        db_table = "accounts_session"

    @classmethod
    def get_session_store_class(cls) -> Any:
        return _store()

    @property
    def name(self) -> str:
        """What this row is called in a form: the session key itself would let in whoever reads the page."""
        return salted_hmac("accounts.sessions", self.session_key).hexdigest()[:32]
