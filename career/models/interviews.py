"""Rounds of interviews, mock ones too: prepared, held, looked back on."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from career.models.applications import Application
from career.models.kept import KeptRow
from roadmap.models import Skill


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


class PreparationPoint(models.Model):
    """A point of the list before a round: one of the guide's by its `key`, or the learner's own `text`."""

    MOST = 30  # of one round

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="points", db_index=False)
    key = models.CharField(max_length=40)
    text = models.CharField(max_length=200, blank=True)
    done = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "key"], name="one_point_per_interview_and_key")
        ]

    def __str__(self) -> str:
        return self.text or self.key


class AskedQuestion(models.Model):
    """“I was asked this”: from a debrief, or noted without one."""

    MOST = 2_000  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="asked_questions")
    interview = models.ForeignKey(Interview, models.SET_NULL, related_name="asked", null=True, blank=True)
    on = models.DateField()
    text = models.CharField(max_length=500)
    answer = models.TextField("what I would say now", max_length=2000, blank=True)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["-on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="asked_question_says_something")]

    def __str__(self) -> str:
        return self.text
