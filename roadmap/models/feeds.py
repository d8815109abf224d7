"""A learner's calendar, readable by whoever has its address."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models import User


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def make(self, user: User) -> str:
        """Switch the feed on and return its secret; empty when it was on already."""
        secret = CalendarFeed.secret()
        digest = CalendarFeed.digest_of(secret)
        made = self.get_or_create(user=user, defaults={"digest": digest})[1]
        return secret if made else ""

    def rotate(self, user: User, known: str) -> str:
        """Replace the secret whose digest begins with `known`; return the new one, empty when it is gone."""
        secret = CalendarFeed.secret()
        rows = self.filter(user=user, digest__startswith=known)
        fresh = rows.update(digest=CalendarFeed.digest_of(secret), made_at=timezone.now())
        return secret if fresh else ""

    def put_back(self, user: User, digest: str) -> bool:
        """Switch the feed on again with the secret that it had; say whether it was off."""
        return self.get_or_create(user=user, defaults={"digest": digest})[1]

    def learner_of(self, secret: str) -> User | None:
        """Return whose feed `secret` opens, if it is on and its learner is active."""
        feeds = self.filter(digest=CalendarFeed.digest_of(secret), user__is_active=True)
        feed = feeds.select_related("user").first()
        return feed.user if feed else None


class CalendarFeed(models.Model):
    """The secret of one learner's feed; the row goes when it is switched off.

    Only a hash is kept, so that a copy of the database opens no calendar: the address is shown once,
    when it is made.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = CalendarFeedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Since {self.made_at:%Y-%m-%d}"

    @property
    def known(self) -> str:
        """Return what names this secret on a page without giving it away."""
        return self.digest[:16]

    @staticmethod
    def secret() -> str:
        """Return a new secret of 256 bits, safe in an address."""
        return secrets.token_urlsafe(32)

    @staticmethod
    def digest_of(secret: str) -> str:
        """Return what is kept of `secret`. No salt: it is random throughout."""
        return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
