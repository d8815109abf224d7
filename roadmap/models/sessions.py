"""The study log: time spent, on which day, on what."""

import datetime
import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, Sum
from django.utils import timezone

from accounts.models import User
from roadmap.models.catalog import Skill
from roadmap.models.portfolio import Project

DAY = 24 * 60
TIMER_CAP = datetime.timedelta(hours=4)


class Kind(models.TextChoices):
    THEORY = "theory", "Learn"
    PRACTICE = "practice", "Practice"
    BUILD = "build", "Build"


class DayIsFull(Exception):
    """The entry would give its day more than 24 hours; `left` minutes would fit."""

    def __init__(self, left: int) -> None:
        super().__init__(f"{left} minutes are left of this day.")
        self.left = left


class StudySessionQuerySet(models.QuerySet["StudySession"]):
    @transaction.atomic
    def put(self, session: "StudySession") -> None:
        """Save a new or changed entry. Raises DayIsFull.

        The learner's row is locked first, so that two entries at once cannot overfill a day; SQLite
        has one writer at a time anyway.
        """
        User.objects.select_for_update().get(pk=session.user_id)
        others = self.filter(user_id=session.user_id, day=session.day).exclude(pk=session.pk)
        taken = others.aggregate(minutes=Sum("minutes"))["minutes"] or 0
        if taken + session.minutes > DAY:
            raise DayIsFull(DAY - taken)
        session.save()


class StudySession(models.Model):
    """`minutes` of one `kind`, for a skill, a project, or neither."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_sessions", db_index=False
    )
    day = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    skill = models.ForeignKey(Skill, models.PROTECT, null=True, blank=True, related_name="sessions")
    project = models.ForeignKey(Project, models.PROTECT, null=True, blank=True, related_name="sessions")
    note = models.CharField(max_length=500, blank=True)
    logged_at = models.DateTimeField(default=timezone.now)

    objects = StudySessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=DAY), name="minutes_fit_a_day"),
            models.CheckConstraint(
                condition=Q(skill__isnull=True) | Q(project__isnull=True), name="one_subject_per_session"
            ),
        ]
        indexes = [
            # Holds all that the sums read, so that they need not touch the rows.
            models.Index(fields=["user", "day", "kind", "skill", "minutes"], name="roadmap_log_sums"),
            # Lets the sums by skill be read in their order, in half the time of sorting them.
            models.Index(fields=["user", "skill", "day", "minutes"], name="roadmap_log_by_skill"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.minutes} min"


class StudyTimer(models.Model):
    """A running clock, or one that was stopped by something else than its learner and waits to be answered.

    Nothing of it counts before the learner says how much was study.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="study_timers")
    started_at = models.DateTimeField(default=timezone.now)
    stopped_at = models.DateTimeField(null=True, blank=True, help_text="Empty while it runs.")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    skill = models.ForeignKey(Skill, models.PROTECT, null=True, blank=True, related_name="timers")
    project = models.ForeignKey(Project, models.PROTECT, null=True, blank=True, related_name="timers")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(stopped_at__isnull=True), name="one_running_timer_per_learner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"

    def ran(self, now: datetime.datetime) -> datetime.timedelta:
        """Return how long it ran, uncapped and never negative, `now` being aware."""
        return max((self.stopped_at or now) - self.started_at, datetime.timedelta())

    def forgotten(self, now: datetime.datetime) -> bool:
        """Return whether it is past the cap, so that it must be asked about."""
        return self.stopped_at is not None or self.ran(now) > TIMER_CAP
