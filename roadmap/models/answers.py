"""Where a learner comes from and wants to go: the answers to the first questions."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models import User


class StartingPointQuerySet(models.QuerySet["StartingPoint"]):
    def of(self, user: User) -> "StartingPoint | None":
        """Return what the learner answered last; None when they were never asked."""
        return self.filter(user=user).first()

    def answer(self, user: User, **answers: Any) -> None:
        """Keep these answers (all fields) in place of the last ones, as one statement."""
        answers["answered_at"] = timezone.now()
        self.bulk_create(
            [StartingPoint(user=user, **answers)],
            update_conflicts=True,
            unique_fields=["user"],
            update_fields=list(answers),
        )

    def skip(self, user: User) -> None:
        """Remember that the questions were offered; answers given before stay."""
        self.bulk_create([StartingPoint(user=user)], ignore_conflicts=True)


class StartingPoint(models.Model):
    """The last answers a learner gave, kept so that the questions can be asked again with them filled in.

    `background` and `known` hold slugs of `roadmap.questions`. Without `answered_at` the learner skipped.
    """

    class Goal(models.TextChoices):
        LEARN = "learn", "Just learn"
        FAANG = "tier-1", "FAANG and top tech companies"
        UNICORN = "tier-2", "Unicorn startups"
        GROWTH = "tier-3", "Growth-stage companies"
        TRADITIONAL = "tier-4", "Traditional companies"

    class Rhythm(models.TextChoices):
        STEADY = "steady", "A steady pace"
        SPRINT = "sprint", "A 90-day sprint"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="starting_point")
    background = models.JSONField(default=list, blank=True)
    background_other = models.CharField(max_length=200, blank=True)
    programming = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 none, 3 at work.")
    maths = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 school, 3 degree.")
    known = models.JSONField(default=list, blank=True)
    goal = models.CharField(max_length=8, choices=Goal.choices, default=Goal.LEARN)
    role = models.CharField(max_length=120, blank=True)
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices, default=Rhythm.STEADY)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = StartingPointQuerySet.as_manager()

    def __str__(self) -> str:
        return "Answered" if self.answered_at else "Skipped"
