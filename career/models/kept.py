"""Rows that Undo can bring back: a deletion takes them out of sight first."""

import datetime
import uuid
from typing import Any, Self, TypeVar, cast

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from accounts.models import User

KEPT = datetime.timedelta(hours=1)  # as long as Undo is offered


Row = TypeVar("Row", bound=models.Model)


class KeptQuerySet(models.QuerySet[Any]):
    """Verbs of `everything`, which also sees what was deleted."""

    def sweep(self, user: User, now: datetime.datetime) -> None:
        """Remove for good what the learner deleted so long ago that Undo has run out."""
        self.filter(user=user, deleted_at__lt=now - KEPT).delete()

    def delete_one(self, row: "KeptRow", now: datetime.datetime) -> None:
        """Take a row out of sight, and sweep."""
        self.sweep(row.user, now)
        self.filter(pk=row.pk).update(deleted_at=now)

    def restore(self, user: User, pk: str, deleted_at: str) -> bool:
        """Undo a deletion; say whether the row was still deleted, and at that moment."""
        return bool(self.filter(user=user, pk=pk, deleted_at=deleted_at).update(deleted_at=None))

    def there(self, user: User, pk: str) -> "KeptRow | None":
        """Return the learner's row unless it is deleted."""
        row: KeptRow | None = self.filter(user=user, pk=pk, deleted_at=None).first()
        return row


class Living(models.Manager[Row]):
    """Hides what was deleted."""

    def get_queryset(self) -> models.QuerySet[Row]:
        return super().get_queryset().filter(deleted_at__isnull=True)


class KeptRow(models.Model):
    """A learner's own row with an address of its own. A class that inherits it declares `user`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = Living()
    everything = KeptQuerySet.as_manager()

    user: Any  # declared by each class

    class Meta:
        abstract = True

    def add_once(self) -> tuple[Self, bool]:
        """Save a new row; return it, or its learner's row of this id already there, and whether it was new.

        An id that is a stranger's, or that of a deleted row, is replaced.
        """
        for _ in range(2):
            try:
                with transaction.atomic():
                    self.save(force_insert=True)
            except IntegrityError:
                if found := KeptQuerySet(type(self)).there(self.user, str(self.pk)):
                    return cast(Self, found), False
                self.pk = uuid.uuid4()
            else:
                return self, True
        raise IntegrityError("A new id is nobody's: something else keeps the row from being saved.")
