"""Access tokens: what a learner's own scripts show instead of a password."""

import datetime
import hashlib
import re
import secrets
import uuid
from collections.abc import Collection

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models.user import User
from accounts.scopes import SCOPES

PREFIX = "mp_"
# 32 random bytes, as secrets.token_urlsafe writes them.
_SECRET = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}", re.ASCII)
# How old `used_at` may be: one write an hour, however busy a token is.
USED_WITHIN = datetime.timedelta(hours=1)


class TooManyTokens(Exception):
    """The learner has `AccessToken.MOST` tokens already."""


class AccessTokenQuerySet(models.QuerySet["AccessToken"]):
    @transaction.atomic
    def make(
        self,
        user: User,
        *,
        name: str,
        scopes: Collection[str],
        expires_at: datetime.datetime | None,
        pk: uuid.UUID | None = None,
    ) -> tuple["AccessToken", str]:
        """Return a new token and its secret, which is kept nowhere. Raises TooManyTokens.

        An id that something else has already is replaced.
        """
        User.objects.lock(user.pk)
        if self.filter(user=user).count() >= AccessToken.MOST:
            raise TooManyTokens
        secret = PREFIX + secrets.token_urlsafe(32)
        taken = pk is None or self.filter(pk=pk).exists()
        row = self.create(
            pk=uuid.uuid4() if taken else pk,
            user=user,
            name=name,
            # In the order of the table, so that two tokens compare by eye.
            scopes=[scope for scope in SCOPES if scope in scopes],
            expires_at=expires_at,
            digest=digest_of(secret),
        )
        return row, secret

    def known(self, secret: str, now: datetime.datetime) -> "AccessToken | None":
        """Return the token with its user, in one statement; None when it is none of ours or not good."""
        if not _SECRET.fullmatch(secret):
            return None
        row = self.select_related("user").filter(digest=digest_of(secret)).first()
        return row if row and row.is_good(now) and row.user.is_active else None


class AccessToken(models.Model):
    """A named secret with scopes; only its SHA-256 is kept. To revoke it is to delete it.

    `window` and `calls` are what the workers of the server reported of its use (`accounts.api.allowance`).
    """

    MOST = 20  # of one learner

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="access_tokens")
    name = models.CharField(max_length=60)
    scopes = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)
    window = models.BigIntegerField(default=0, editable=False)
    calls = models.PositiveIntegerField(default=0, editable=False)

    objects = AccessTokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="access_token_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_good(self, now: datetime.datetime) -> bool:
        """Return whether it has not expired at `now` (aware)."""
        return self.expires_at is None or now < self.expires_at

    def mark_used(self, now: datetime.datetime) -> None:
        """Note that it was used, at most once an hour."""
        if self.used_at is None or now - self.used_at >= USED_WITHIN:
            AccessToken.objects.filter(pk=self.pk).update(used_at=now)

    def take_calls(self, calls: int, most: int, window: int) -> int | None:
        """Count so many calls in a window (its number since 1970); return its sum, None when over `most`.

        Every worker of the server counts here, some calls at a time.
        """
        own = AccessToken.objects.filter(pk=self.pk)
        if own.exclude(window=window).update(window=window, calls=calls):
            return calls
        if own.filter(window=window, calls__lte=most - calls).update(calls=F("calls") + calls):
            return own.values_list("calls", flat=True).get()
        return None


def digest_of(secret: str) -> str:
    """Return what is kept of a secret: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
