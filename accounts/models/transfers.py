"""Files on their way out of an account and into it, each for one session of one person."""

import datetime
import hashlib
import os
import secrets
import uuid
from pathlib import Path
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models.user import User

Row = TypeVar("Row", bound="Transfer")


def root() -> Path:
    """Return the folder that only the server's own user may look into; it has one for each person."""
    path = Path(settings.VAR_DIR) / "exports"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def digest_of(session_key: str | None) -> str:
    """Return what is kept of a session's key: the key itself would open the session."""
    return hashlib.sha256((session_key or "").encode()).hexdigest()


class TransferQuerySet(models.QuerySet[Row]):
    def of(self, user: User, session_key: str | None, now: datetime.datetime) -> Self:
        """Return those that this session of `user` asked for and that are not over, the latest first."""
        mine = self.filter(user=user, session=digest_of(session_key), expires_at__gt=now)
        return mine.order_by("-asked_at")

    def drop(self) -> int:
        """Delete these with their files; return how many there were. A file goes before its row."""
        rows = list(self)
        for row in rows:
            row.path.unlink(missing_ok=True)
        self.filter(pk__in=[row.pk for row in rows]).delete()
        return len(rows)

    def expire(self, now: datetime.datetime) -> int:
        return self.filter(expires_at__lte=now).drop()


class Transfer(models.Model):
    """`file` is the name in the folder: random, and told to nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    session = models.CharField(max_length=64, help_text="A digest of the key of the session that asked.")
    file = models.CharField(max_length=60)
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def path(self) -> Path:
        return root() / str(self.user_id) / self.file

    @staticmethod
    def new_name() -> str:
        return secrets.token_urlsafe(32)

    def open_new(self) -> Any:
        """Open the file to write; nobody but the server's user may read it. Raises OSError."""
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        return os.fdopen(handle, "w+b")


class DataExport(Transfer):
    """Everything of a person as one file, kept for a day."""

    class State(models.TextChoices):
        WAITING = "waiting", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Not made"

    KEPT = datetime.timedelta(hours=24)
    # Longer than any takes: after that, whoever made it was stopped.
    PATIENCE = datetime.timedelta(minutes=10)

    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    ready_at = models.DateTimeField(null=True, blank=True)
    size = models.PositiveIntegerField(default=0, help_text="Bytes.")

    objects: "TransferQuerySet[DataExport]" = TransferQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="ready", ready_at__isnull=False)
                | (~Q(state="ready") & Q(ready_at__isnull=True)),
                name="ready_export_has_a_time",
            )
        ]

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    def become_ready(self, now: datetime.datetime, size: int) -> bool:
        """Note that the file is there; False when the row is gone."""
        self.state, self.ready_at, self.size = self.State.READY, now, size
        mine = DataExport.objects.filter(pk=self.pk)
        return bool(mine.update(state=self.state, ready_at=now, size=size))

    def is_stuck(self, now: datetime.datetime) -> bool:
        return self.state == self.State.WAITING and now - self.asked_at > self.PATIENCE


class DataImport(Transfer):
    """A file to import, between the look at what it would change and the change."""

    KEPT = datetime.timedelta(hours=1)

    is_done = models.BooleanField(default=False)

    objects: "TransferQuerySet[DataImport]" = TransferQuerySet.as_manager()  # type: ignore[assignment]


def sweep(now: datetime.datetime) -> int:
    """Delete what is over, and files that no row names any more; return how many there were."""
    gone = DataExport.objects.expire(now) + DataImport.objects.expire(now)
    known: set[str] = set()
    tables: tuple[type[Transfer], ...] = (DataExport, DataImport)
    for table in tables:
        known.update(table._base_manager.values_list("file", flat=True))
    hour_ago = (now - DataImport.KEPT).timestamp()
    for path in root().glob("*/*"):
        # A file may be there before its row is.
        if path.name not in known and path.stat().st_mtime < hour_ago:
            path.unlink(missing_ok=True)
            gone += 1
    return gone
