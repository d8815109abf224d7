"""Changes that waited on a device without a connection, so that each counts once."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

# A device that sends a change again later than this has been away for longer than its own browser remembers.
KEPT = datetime.timedelta(60)


class AppliedChangeQuerySet(models.QuerySet["AppliedChange"]):
    def claim(self, user_id: int, key: uuid.UUID) -> dict[str, Any] | None:
        """Take the change `key` for this transaction; return its answer when it was applied before.

        Whoever asks for the same one meanwhile waits for the transaction to end. Plain SQL because the ORM
        does not tell whether a row was there; the text is the same on both databases.
        """
        row = AppliedChange(user_id=user_id, key=key)
        fields = [field for field in row._meta.concrete_fields if not field.primary_key]
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO accounts_appliedchange ({', '.join(field.column for field in fields)})"  # nosec B608
                f" VALUES ({', '.join(['%s'] * len(fields))}) ON CONFLICT (user_id, key) DO NOTHING",
                [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields],
            )
            if cursor.rowcount:
                return None
        answer: dict[str, Any] = self.get(user_id=user_id, key=key).answer
        return answer

    def keep(self, user_id: int, key: uuid.UUID, answer: dict[str, Any]) -> None:
        """Keep what was answered to a change that is claimed."""
        self.filter(user_id=user_id, key=key).update(answer=answer)

    def sweep(self, now: datetime.datetime) -> int:
        """Let go of changes that were applied long ago; return how many."""
        return self.filter(applied_at__lt=now - KEPT).delete()[0]


class AppliedChange(models.Model):
    """A change that a learner's device made without a connection, and what it was told when it sent it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="applied_changes", db_index=False
    )
    key = models.UUIDField()
    answer = models.JSONField(default=dict)
    applied_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = AppliedChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="each_change_is_applied_once"),
        ]

    def __str__(self) -> str:
        return str(self.key)
