"""A learner's own run of the 90-day sprint. What is ticked in it are the skills themselves."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User

SHIFT = datetime.timedelta(7)


class AlreadyRunning(Exception):
    """The learner has a run under way, `run`."""

    def __init__(self, run: "SprintRun") -> None:
        super().__init__(str(run))
        self.run = run


class SprintRunQuerySet(models.QuerySet["SprintRun"]):
    @transaction.atomic
    def start(self, user: User, started_on: datetime.date) -> "SprintRun":
        """Begin a run on `started_on`. Raises AlreadyRunning."""
        User.objects.lock(user.pk)
        if run := self.filter(user=user, ending="running").first():
            raise AlreadyRunning(run)
        return self.create(user=user, started_on=started_on)

    def shift(self, user: User, run_id: uuid.UUID, started_on: datetime.date) -> bool:
        """Put the run that begins on `started_on` off by a week; say whether it still did."""
        rows = self.filter(user=user, pk=run_id, ending="running", started_on=started_on)
        return bool(rows.update(started_on=started_on + SHIFT, shifted_weeks=F("shifted_weeks") + 1))

    def end(self, user: User, run_id: uuid.UUID, ending: str, ended_on: datetime.date, **fields: str) -> bool:
        """End a run; say whether it was under way."""
        rows = self.filter(user=user, pk=run_id, ending="running")
        return bool(rows.update(ending=ending, ended_on=ended_on, **fields))

    @transaction.atomic
    def restart(
        self, user: User, run_id: uuid.UUID, started_on: datetime.date, today: datetime.date
    ) -> "SprintRun | None":
        """End a run and begin another; return None when it was not under way."""
        if not self.end(user, run_id, SprintRun.Ending.RESTARTED, today):
            return None
        return self.create(user=user, started_on=started_on)

    def put_back(self, user: User, changes: list[tuple[str, dict[str, Any] | None, dict[str, Any]]]) -> bool:
        """Undo changes (id, fields before, fields after; before is None for a new run), all or none.

        Return whether all runs still were as the change left them, and no other had begun.
        """
        try:
            with transaction.atomic():
                User.objects.lock(user.pk)
                for pk, was, became in changes:
                    rows = self.filter(user=user, pk=pk, **became)
                    if not (rows.delete()[0] if was is None else rows.update(**was)):
                        raise StaleRun
        except (StaleRun, IntegrityError):
            return False
        return True


class StaleRun(Exception):
    """A run has changed again since."""


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

    objects = SprintRunQuerySet.as_manager()

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
