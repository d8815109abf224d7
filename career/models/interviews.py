"""Rounds of interviews, mock ones too: prepared, held, looked back on."""

import datetime
import uuid
import zoneinfo
from collections.abc import Iterable
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts import time_zones
from accounts.models import User
from career.models.applications import Application
from career.models.kept import KeptRow, Living
from roadmap.models import Skill


class Interviews(Living["Interview"]):
    def rounds(self, user: User) -> models.QuerySet["Interview"]:
        """Return the rounds of a learner's applications, those of deleted ones left out."""
        rows = self.filter(user=user, is_mock=False, application__deleted_at=None)
        return rows.select_related("application")

    def mocks(self, user: User) -> models.QuerySet["Interview"]:
        """Return a learner's mock interviews, the last one first."""
        return self.filter(user=user, is_mock=True).order_by("-starts_at", "-made_at")

    def on_calendar(self, user: User, since: datetime.datetime) -> models.QuerySet["Interview"]:
        """Return the rounds with a time from `since` (aware) on that were not canceled."""
        return self.rounds(user).filter(starts_at__gte=since).exclude(outcome=Interview.Outcome.CANCELED)

    def add(self, row: "Interview", weak: Iterable[int] = ()) -> bool:
        """Save a new one with its weak skills (ids) once; False when its learner has one of this id."""
        _, added = row.add_once()
        if added:
            row.weak_skills.set(list(weak))
        return added


class Interview(KeptRow):
    """A round. `starts_at` is a moment, `zone` the one in which it was agreed; a mock has no application."""

    class Kind(models.TextChoices):
        PHONE = "phone", "Phone screen"
        CODING = "coding", "Coding"
        DESIGN = "design", "ML design"
        FUNDAMENTALS = "fundamentals", "ML fundamentals"
        ONSITE = "onsite", "Final round, onsite or virtual"
        OTHER = "other", "Other"

    class Outcome(models.TextChoices):
        OPEN = "", "Not known yet"
        PASSED = "passed", "Passed"
        FAILED = "failed", "Not passed"
        CANCELED = "canceled", "Canceled"

    MOST = 1_000  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="interviews")
    application = models.ForeignKey(
        Application, models.CASCADE, related_name="interviews", null=True, blank=True
    )
    is_mock = models.BooleanField(default=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    minutes = models.PositiveSmallIntegerField(default=45)
    place = models.CharField("place or link", max_length=500, blank=True)
    people = models.CharField("with whom", max_length=200, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    note = models.TextField(max_length=4000, blank=True)
    went_well = models.TextField(max_length=2000, blank=True)
    weak_spot = models.TextField(max_length=2000, blank=True)
    debriefed_at = models.DateTimeField(null=True, blank=True)
    weak_skills = models.ManyToManyField(Skill, related_name="+", blank=True)

    objects: ClassVar[Interviews] = Interviews()

    class Meta:
        ordering = ["starts_at", "made_at"]
        indexes = [models.Index(fields=["user", "starts_at"], name="interviews_of_a_learner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_mock=True, application=None) | Q(is_mock=False, application__isnull=False),
                name="interview_is_for_an_application_or_a_mock",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None) | ~Q(zone=""), name="interview_at_a_time_has_a_zone"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    @property
    def zone_info(self) -> zoneinfo.ZoneInfo:
        return time_zones.zone(self.zone)

    @property
    def local(self) -> datetime.datetime | None:
        """Return when it starts on the clock of its own zone."""
        return self.starts_at.astimezone(self.zone_info) if self.starts_at else None

    @property
    def ends_at(self) -> datetime.datetime | None:
        return self.starts_at + datetime.timedelta(minutes=self.minutes) if self.starts_at else None

    @property
    def canceled(self) -> bool:
        return self.outcome == self.Outcome.CANCELED

    def is_over(self, now: datetime.datetime) -> bool:
        return self.ends_at is not None and self.ends_at <= now

    def debrief_due(self, now: datetime.datetime) -> bool:
        """Return whether it was held and nothing is written about it yet."""
        return not (self.is_mock or self.debriefed_at or self.canceled) and self.is_over(now)


class PreparationPointQuerySet(models.QuerySet["PreparationPoint"]):
    def put(self, interview: Interview, key: str, done: bool) -> None:
        """Put one of the guide's points into the wanted state, as one statement."""
        self.bulk_create(
            [PreparationPoint(interview=interview, key=key, done=done)],
            update_conflicts=True,
            unique_fields=["interview", "key"],
            update_fields=["done"],
        )

    def put_own(self, interview: Interview, key: str, done: bool) -> bool:
        """Put a point of the learner's own into the wanted state; say whether it is there."""
        return bool(self.filter(interview=interview, key=key).update(done=done))

    def add(self, interview: Interview, key: str, text: str) -> None:
        """Add a point of the learner's own once, however often its form is sent."""
        self.bulk_create([PreparationPoint(interview=interview, key=key, text=text)], ignore_conflicts=True)


class PreparationPoint(models.Model):
    """A point of the list before a round: one of the guide's by its `key`, or the learner's own `text`."""

    MOST = 30  # of one round

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="points", db_index=False)
    key = models.CharField(max_length=40)
    text = models.CharField(max_length=200, blank=True)
    done = models.BooleanField(default=False)

    objects = PreparationPointQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "key"], name="one_point_per_interview_and_key")
        ]

    def __str__(self) -> str:
        return self.text or self.key


class AskedQuestions(Living["AskedQuestion"]):
    def of(self, user: User) -> models.QuerySet["AskedQuestion"]:
        """Return all that a learner was asked, the last first, with the rounds at hand."""
        rows = self.filter(user=user).select_related("interview__application")
        return rows.defer("interview__note", "interview__application__note")

    def log(self, interview: Interview, lines: Iterable[str], on: datetime.date) -> int:
        """Write down what was asked in a round, each line once; return how many are new.

        A line that was deleted meanwhile comes back.
        """
        now, step = timezone.now(), datetime.timedelta(microseconds=1)  # they stay in their order
        rows = [
            AskedQuestion(
                pk=uuid.uuid5(interview.pk, line),
                user=interview.user,
                interview=interview,
                on=on,
                text=line,
                made_at=now + place * step,
            )
            for place, line in enumerate(lines)
        ]
        keys = [row.pk for row in rows]
        there = set(self.filter(pk__in=keys).values_list("pk", flat=True))
        AskedQuestion.everything.filter(pk__in=keys).exclude(deleted_at=None).update(deleted_at=None)
        AskedQuestion.everything.bulk_create(rows, ignore_conflicts=True)
        return len(set(keys) - there)


class AskedQuestion(KeptRow):
    """“I was asked this”: from a debrief, or noted without one."""

    MOST = 2_000  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="asked_questions")
    interview = models.ForeignKey(Interview, models.SET_NULL, related_name="asked", null=True, blank=True)
    on = models.DateField()
    text = models.CharField(max_length=500)
    answer = models.TextField("what I would say now", max_length=2000, blank=True)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="+", null=True, blank=True)

    objects: ClassVar[AskedQuestions] = AskedQuestions()

    class Meta:
        ordering = ["-on", "made_at"]
        indexes = [models.Index(fields=["user", "on"], name="asked_of_a_learner")]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="asked_question_says_something")]

    def __str__(self) -> str:
        return self.text

    @property
    def held_in(self) -> Interview | None:
        """Return the round it was asked in, unless that or its application was deleted."""
        row = self.interview
        if row is None or row.deleted_at or (row.application and row.application.deleted_at):
            return None
        return row
