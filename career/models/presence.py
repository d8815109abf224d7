"""Where others can see a learner's work: points of the guide, each with what shows it."""

from django.conf import settings
from django.db import models

from career.models import money


class PresencePoint(models.Model):
    """A point of a checklist, by its key; done since `done_on`, shown by a link or a note."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="presence_points", db_index=False
    )
    key = models.CharField(max_length=40)
    done_on = models.DateField(null=True, blank=True)
    link = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="one_presence_point_per_learner_and_key")
        ]

    def __str__(self) -> str:
        return self.key


class JobSearch(models.Model):
    """What holds for the whole search: `currency` is the one that amounts are compared in."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="job_search", primary_key=True
    )
    currency = money.currency(blank=True)
    touch_days = models.PositiveSmallIntegerField(
        default=30, help_text="Days after which a contact is due for a few lines."
    )

    resume_number = models.PositiveSmallIntegerField(default=0, help_text="Given to a résumé last.")

    class Meta:
        verbose_name_plural = "job searches"

    def __str__(self) -> str:
        return f"Job search of {self.user_id}"
