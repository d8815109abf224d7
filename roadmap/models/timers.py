"""A clock that a learner started, until they say what of it was study."""

import datetime
import uuid

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.catalog import Skill
from roadmap.models.portfolio import Project
from roadmap.models.sessions import Kind, StudySession

CAP = datetime.timedelta(hours=4)
MINUTE = datetime.timedelta(minutes=1)


class StudyTimerQuerySet(models.QuerySet["StudyTimer"]):
    @transaction.atomic
    def start(self, timer: "StudyTimer") -> "StudyTimer | None":
        """Start `timer`; return the one that was stopped for it, if any.

        One for the same that runs already goes on. One that ran less than a minute is dropped.
        """
        now = timer.started_at
        User.objects.lock(timer.user_id)
        running = self.filter(user_id=timer.user_id, stopped_at=None).first()
        if running and running.subject == timer.subject and not running.forgotten(now):
            return None
        if running and running.ran(now) < MINUTE:
            running.delete()
            running = None
        if running:
            running.stop(now)
        timer.save(force_insert=True)
        return running

    @transaction.atomic
    def settle(self, timer: "StudyTimer", session: StudySession | None) -> bool:
        """Remove `timer` and log `session` for it, or nothing. False: it was settled already.

        Raises DayIsFull, and then the timer stays.
        """
        User.objects.lock(timer.user_id)
        if not self.filter(user_id=timer.user_id, pk=timer.pk).delete()[0]:
            return False
        if session:
            StudySession.objects.put(session)
        return True

    @transaction.atomic
    def put_back(self, timer: "StudyTimer", now: datetime.datetime) -> bool:
        """Save one that was settled again, stopped when another runs by now. False: it is there."""
        User.objects.lock(timer.user_id)
        if self.filter(pk=timer.pk).exists():
            return False
        if timer.stopped_at is None and self.filter(user_id=timer.user_id, stopped_at=None).exists():
            timer.stopped_at = max(now, timer.started_at)
        timer.save(force_insert=True)
        return True


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

    objects = StudyTimerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(stopped_at__isnull=True), name="one_running_timer_per_learner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"

    @property
    def subject(self) -> tuple[int | None, int | None]:
        return self.skill_id, self.project_id

    def ran(self, now: datetime.datetime) -> datetime.timedelta:
        """Return how long it ran, uncapped and never negative, `now` being aware."""
        return max((self.stopped_at or now) - self.started_at, datetime.timedelta())

    def minutes(self, now: datetime.datetime) -> int:
        """Return the whole minutes that it ran."""
        return self.ran(now) // MINUTE

    def forgotten(self, now: datetime.datetime) -> bool:
        """Return whether it is past the cap, so that it must be asked about."""
        return self.stopped_at is not None or self.ran(now) > CAP

    def stop(self, now: datetime.datetime) -> None:
        """Let it wait to be answered."""
        self.stopped_at = max(now, self.started_at)
        self.save(update_fields=["stopped_at"])

    def session(self, minutes: int, today: datetime.date) -> StudySession:
        """Return, unsaved, the entry of these minutes: on the day it started where the learner lives.

        Never after `today`, also when a clock was set back or the learner moved west meanwhile.
        """
        return StudySession(
            user_id=self.user_id,
            day=min(self.user.today(self.started_at), today),
            minutes=minutes,
            kind=self.kind,
            skill_id=self.skill_id,
            project_id=self.project_id,
        )
