"""The study log: time spent, on which day, on what."""

import datetime
import uuid

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import F, Q, Sum
from django.utils import timezone

from accounts.models import User
from roadmap.models.catalog import Skill
from roadmap.models.portfolio import Project

DAY = 24 * 60


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
    def add(self, session: "StudySession") -> bool:
        """Save a new entry once: sent again under its id, it changes nothing and the answer is False.

        Raises DayIsFull. An id that something else has already is replaced.
        """
        User.objects.lock(session.user_id)
        there = self.filter(pk=session.pk).first()
        if there and there.user_id == session.user_id and there.content == session.content:
            return False
        if there:
            session.pk = uuid.uuid4()
        self.put(session)
        return True

    @transaction.atomic
    def put(self, session: "StudySession") -> None:
        """Save a new or changed entry. Raises DayIsFull.

        The learner's row is locked first, so that two entries at once cannot overfill a day; SQLite
        has one writer at a time anyway.
        """
        User.objects.lock(session.user_id)
        others = self.filter(user_id=session.user_id, day=session.day).exclude(pk=session.pk)
        taken = others.aggregate(minutes=Sum("minutes"))["minutes"] or 0
        if taken + session.minutes > DAY:
            raise DayIsFull(DAY - taken)
        session.save(force_insert=session._state.adding)

    def grow(
        self, pk: uuid.UUID, user_id: int, day: datetime.date, minutes: int, *, kind: str, note: str
    ) -> None:
        """Add `minutes` to the entry `pk`, as one statement; without one begin it.

        A day that is full stays as it is. Plain SQL because the ORM knows no upsert with a condition; the
        text is the same on both databases.
        """
        row = StudySession(pk=pk, user_id=user_id, day=day, minutes=minutes, kind=kind, note=note)
        fields = {field.column: field for field in row._meta.concrete_fields}
        columns = ("id", "user_id", "day", "minutes", "kind", "note", "logged_at")
        values = [
            fields[name].get_db_prep_save(getattr(row, fields[name].attname), connection) for name in columns
        ]
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO roadmap_studysession (id, user_id, day, minutes, kind, note, logged_at)"
                " SELECT %s, %s, %s, %s, %s, %s, %s WHERE %s >="
                " (SELECT COALESCE(SUM(minutes), 0) FROM roadmap_studysession"
                " WHERE user_id = %s AND day = %s)"
                " ON CONFLICT (id) DO UPDATE SET minutes = roadmap_studysession.minutes + excluded.minutes",
                [*values, DAY - minutes, user_id, values[2]],
            )

    def shrink(self, pk: uuid.UUID, user_id: int, minutes: int) -> None:
        """Take `minutes` from an entry; one that has no more goes."""
        own = self.filter(pk=pk, user_id=user_id)
        if not own.filter(minutes__gt=minutes).update(minutes=F("minutes") - minutes):
            own.delete()


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

    @property
    def content(self) -> tuple[datetime.date, int, str, int | None, int | None, str]:
        """Return all that its learner said of it."""
        return self.day, self.minutes, self.kind, self.skill_id, self.project_id, self.note
