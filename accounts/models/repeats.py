"""Answers kept for a day, so that a request sent again under its key is not carried out again."""

import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models.user import User

KEPT = datetime.timedelta(hours=24)


class KeptAnswer(NamedTuple):
    status: int
    body: str
    headers: dict[str, str]


class RepeatQuerySet(models.QuerySet["Repeat"]):
    def claim(self, user: User, key: str, fingerprint: str, now: datetime.datetime) -> "Repeat":
        """Return the learner's row of `key`, made now unless there is one from the last 24 hours.

        Belongs into a transaction: another request with the same key waits until it has ended.
        """
        self.filter(user=user, key=key, made_at__lte=now - KEPT).delete()
        self.bulk_create(
            [Repeat(user=user, key=key, fingerprint=fingerprint, made_at=now)], ignore_conflicts=True
        )
        return self.select_for_update().get(user=user, key=key)

    def sweep(self, now: datetime.datetime) -> int:
        """Forget what is older than 24 hours; return how many."""
        return self.filter(made_at__lte=now - KEPT).delete()[0]


class Repeat(models.Model):
    """A key of a learner, what was asked under it, and the answer once there is one (`status` is not 0)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="repeats", db_index=False)
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = RepeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="one_answer_per_learner_and_key"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def answer(self) -> KeptAnswer | None:
        return KeptAnswer(self.status, self.body, self.headers) if self.status else None

    def keep(self, answer: KeptAnswer) -> None:
        """Keep what was answered."""
        self.status, self.body, self.headers = answer
        self.save(update_fields=["status", "body", "headers"])
