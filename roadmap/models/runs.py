"""A learner's own run of the 90-day sprint. What is ticked in it are the skills themselves."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class SprintRun(models.Model):
    """One run; `started_on` is day 1, `shifted_weeks` how often it was put off by a week."""

    class Ending(models.TextChoices):
        RUNNING = "running", "Running"
        FINISHED = "finished", "Finished"
        STOPPED = "stopped", "Stopped"
        RESTARTED = "restarted", "Begun anew"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sprint_runs")
    started_on = models.DateField()
    shifted_weeks = models.PositiveSmallIntegerField(default=0)
    ending = models.CharField(max_length=9, choices=Ending.choices, default=Ending.RUNNING)
    ended_on = models.DateField(null=True, blank=True)
    summary = models.CharField(max_length=1000, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ending="running"), name="one_running_sprint_per_learner"
            ),
            models.CheckConstraint(
                condition=Q(ending="running", ended_on__isnull=True)
                | (~Q(ending="running") & Q(ended_on__isnull=False)),
                name="ended_sprint_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started_on}: {self.ending}"
