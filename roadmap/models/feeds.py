"""A learner's calendar, readable by whoever has its address."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone


class CalendarFeed(models.Model):
    """The secret of one learner's feed; the row goes when it is switched off.

    Only a hash is kept, so that a copy of the database opens no calendar: the address is shown once,
    when it is made.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Since {self.made_at:%Y-%m-%d}"

    @staticmethod
    def secret() -> str:
        """Return a new secret of 256 bits, safe in an address."""
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest_of(secret: str) -> str:
        """Return what is kept of `secret`. No salt: it is random throughout."""
        return hashlib.sha256(secret.encode()).hexdigest()
