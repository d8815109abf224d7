"""Time off, planned."""

import datetime
import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from accounts.models import User


class BreakOverlaps(Exception):
    """Some of its days are in another break already, `other`."""

    def __init__(self, other: "Break") -> None:
        super().__init__(str(other))
        self.other = other


class BreakQuerySet(models.QuerySet["Break"]):
    @transaction.atomic
    def put(self, planned: "Break") -> None:
        """Save a new or changed break. Raises BreakOverlaps."""
        User.objects.lock(planned.user_id)
        others = self.filter(
            user_id=planned.user_id, starts_on__lte=planned.ends_on, ends_on__gte=planned.starts_on
        )
        if other := others.exclude(pk=planned.pk).first():
            raise BreakOverlaps(other)
        planned.save()

    @transaction.atomic
    def put_back(
        self, user: User, pk: str, was: dict[str, str] | None, became: dict[str, str] | None
    ) -> bool:
        """Undo a change of one break (None: there was none, or is none); say whether it was still so.

        Raises BreakOverlaps.
        """
        own = self.filter(user=user, pk=pk)
        if was is None:
            return bool(own.filter(**became or {}).delete()[0])
        row = own.filter(**became).first() if became else (None if own.exists() else Break(pk=pk, user=user))
        if row is None:
            return False
        row.starts_on, row.ends_on = map(datetime.date.fromisoformat, (was["starts_on"], was["ends_on"]))
        row.label = was["label"]
        self.put(row)
        return True


class Break(models.Model):
    """Days off, both ends included. Breaks of one learner do not overlap."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="breaks", db_index=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    label = models.CharField(max_length=80, blank=True)

    objects = BreakQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="break_ends_after_it_starts"
            ),
            models.UniqueConstraint(fields=["user", "starts_on"], name="one_break_per_learner_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_on}"

    @property
    def fields(self) -> dict[str, str]:
        """Return what a learner chose of it, as JSON."""
        return {
            "starts_on": self.starts_on.isoformat(),
            "ends_on": self.ends_on.isoformat(),
            "label": self.label,
        }

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on + datetime.timedelta(1)).days
