"""The stages of a job search, which every learner may name, order and add to."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from accounts.models import User


class Standard(models.TextChoices):
    """What a stage means to the funnel, in the order of the way."""

    SAVED = "saved", "Saved"
    APPLIED = "applied", "Applied"
    SCREEN = "screen", "Screen"
    TECHNICAL = "technical", "Technical"
    FINAL = "final", "Final round"
    OFFER = "offer", "Offer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    REJECTED = "rejected", "Rejected"
    WITHDRAWN = "withdrawn", "Withdrawn"
    GHOSTED = "ghosted", "Ghosted"


# Nothing is awaited any more.
CLOSED = frozenset(
    (Standard.ACCEPTED, Standard.DECLINED, Standard.REJECTED, Standard.WITHDRAWN, Standard.GHOSTED)
)


class StageItem(NamedTuple):
    """A stage as a learner sees it; `means` is the standard one that it counts as."""

    key: str
    name: str
    means: str
    hidden: bool = False

    @property
    def closed(self) -> bool:
        return self.means in CLOSED


STANDARD = tuple(StageItem(stage.value, stage.label, stage.value) for stage in Standard)


class StageQuerySet(models.QuerySet["Stage"]):
    def of(self, user: User) -> tuple[StageItem, ...]:
        """Return the learner's stages in their order; the standard ones until something was changed."""
        rows = self.filter(user=user).order_by("position", "pk")
        own = tuple(StageItem(row.key, row.name, row.means, row.hidden) for row in rows)
        return own or STANDARD

    def own(self, user: User) -> "StageQuerySet":
        """Return the learner's rows, written before the first change of any of them."""
        rows = self.filter(user=user).order_by("position", "pk")
        if not rows:
            self.bulk_create(
                (
                    Stage(user=user, key=item.key, name=item.name, means=item.means, position=place)
                    for place, item in enumerate(STANDARD, 1)
                ),
                ignore_conflicts=True,
            )
        return rows.all()

    @transaction.atomic
    def change(self, user: User, key: str, **columns: object) -> bool:
        """Rename, hide or show a stage; False without such a one."""
        self._one_after_the_other(user)
        return bool(self.own(user).filter(key=key).update(**columns))

    @transaction.atomic
    def add(self, user: User, key: str, name: str, means: str) -> bool:
        """Add a stage behind the last one that counts as the same; a repeat adds nothing.

        False when there are as many as fit.
        """
        self._one_after_the_other(user)
        rows = list(self.own(user))
        if any(row.key == key for row in rows):
            return True
        if len(rows) >= Stage.MOST:
            return False
        place = max((n for n, row in enumerate(rows, 1) if row.means == means), default=len(rows))
        rows.insert(place, Stage.objects.create(user=user, key=key, name=name, means=means, position=0))
        self._order(rows)
        return True

    @transaction.atomic
    def shift(self, user: User, key: str, by: int) -> bool:
        """Put a stage one place earlier (-1) or later (1); at the end it stays. False without such a one."""
        self._one_after_the_other(user)
        rows = list(self.own(user))
        place = next((n for n, row in enumerate(rows) if row.key == key), None)
        if place is None:
            return False
        to = min(max(place + by, 0), len(rows) - 1)
        rows.insert(to, rows.pop(place))
        self._order(rows)
        return True

    def _one_after_the_other(self, user: User) -> None:
        User.objects.select_for_update().only("pk").get(pk=user.pk)

    def _order(self, rows: Iterable["Stage"]) -> None:
        moved = []
        for place, row in enumerate(rows, 1):
            if row.position != place:
                row.position = place
                moved.append(row)
        self.bulk_update(moved, ["position"])


class Stage(models.Model):
    """A stage of a learner who changed something: then all of theirs are rows.

    Applications name a stage by its key, so that those who changed nothing need no rows. A stage that an
    application has been in is hidden, never deleted.
    """

    MOST = 20  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="stages", db_index=False)
    key = models.CharField(max_length=20)
    name = models.CharField(max_length=40)
    means = models.CharField(max_length=9, choices=Standard.choices)
    position = models.PositiveSmallIntegerField()
    hidden = models.BooleanField(default=False)

    objects = StageQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="one_stage_per_learner_and_key"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(key=""), name="stage_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
