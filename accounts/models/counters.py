"""How often something was done lately, for what is asked too often to be counted in the cache."""

import hashlib
import time
from typing import ClassVar, NamedTuple

from django.db import connection, models

from accounts.limits import Limit

# One statement, so that requests at the same moment are counted one after the other on both databases.
SPEND = """
INSERT INTO accounts_counter (key, ends_at, times) VALUES (%s, %s, 1)
ON CONFLICT (key) DO UPDATE SET
    times = CASE WHEN accounts_counter.ends_at <= %s THEN 1 ELSE accounts_counter.times + 1 END,
    ends_at = CASE WHEN accounts_counter.ends_at <= %s THEN excluded.ends_at ELSE accounts_counter.ends_at END
RETURNING times, ends_at
"""


class Allowance(NamedTuple):
    """What is left of a limit: `remaining` tries (never below 0), all of them again in `reset` seconds."""

    allowed: bool
    limit: int
    remaining: int
    reset: int


class CounterManager(models.Manager["Counter"]):
    def spend(self, limit: Limit, key: str, now: float | None = None) -> Allowance:
        """Count one more for `key` and return what is left; `now` is in seconds since 1970.

        A window begins with its first request and is over after `limit.seconds`. Call it outside of
        transactions that may be rolled back.
        """
        now = time.time() if now is None else now
        hashed = hashlib.sha256(f"{limit}:{key}".encode()).hexdigest()
        with connection.cursor() as cursor:
            cursor.execute(SPEND, [hashed, now + limit.seconds, now, now])
            times, ends_at = cursor.fetchone()
        return Allowance(
            times <= limit.times, limit.times, max(limit.times - times, 0), max(int(ends_at - now) + 1, 1)
        )

    def forget(self, now: float) -> int:
        """Delete the windows that are over; return how many."""
        return self.filter(ends_at__lte=now).delete()[0]


class Counter(models.Model):
    """One window of one key, hashed: who it was cannot be read here."""

    key = models.CharField(max_length=64, primary_key=True)
    ends_at = models.FloatField(db_index=True)
    times = models.PositiveIntegerField()

    objects: ClassVar[CounterManager] = CounterManager()

    def __str__(self) -> str:
        return self.key[:8]
