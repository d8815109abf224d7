"""The stages of a job search, which every learner may name, order and add to."""

from typing import NamedTuple

from django.conf import settings
from django.db import models
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
