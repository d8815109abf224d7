"""The installation's own table."""

from django.db import models, transaction
from django.utils import timezone


class HeartbeatManager(models.Manager["Heartbeat"]):
    def beat(self) -> int:
        """Write the one row, read it back and return how often that was done; DatabaseError when it fails."""
        with transaction.atomic():
            if not self.filter(pk=1).update(count=models.F("count") + 1, at=timezone.now()):
                self.bulk_create([Heartbeat(pk=1, count=0)], ignore_conflicts=True)
                self.filter(pk=1).update(count=models.F("count") + 1, at=timezone.now())
            count: int = self.values_list("count", flat=True).get(pk=1)
            return count


class Heartbeat(models.Model):
    """One row that /healthz writes and reads: a database that only answers may still refuse to save."""

    count = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)

    objects = HeartbeatManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_heartbeat")]

    def __str__(self) -> str:
        return f"{self.count} beats, the last at {self.at}"
