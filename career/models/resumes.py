"""Versions of a learner's résumé."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from career.models.kept import KeptRow
from roadmap.models import Build


class Resume(KeptRow):
    """One page. `number` is the version, given once and never again to another of this learner.

    Lists are JSON: `links` of text; `skills` of {"name", "words"}; `jobs` of {"title", "years", "lines"};
    `education` of {"title", "years"}.
    """

    class Paper(models.TextChoices):
        A4 = "a4", "A4"
        LETTER = "letter", "Letter"

    MOST = 40  # of one learner

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="resumes")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80, blank=True, help_text="What it is for, such as forecasting.")
    name = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    links: "models.JSONField[list[str]]" = models.JSONField(default=list, blank=True)
    summary = models.TextField(max_length=600, blank=True)
    skills: "models.JSONField[list[dict[str, Any]]]" = models.JSONField(default=list, blank=True)
    jobs: "models.JSONField[list[dict[str, Any]]]" = models.JSONField(default=list, blank=True)
    education: "models.JSONField[list[dict[str, Any]]]" = models.JSONField(default=list, blank=True)
    paper = models.CharField(max_length=6, choices=Paper.choices, default=Paper.A4)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["user", "number"], name="one_resume_per_learner_and_number")
        ]

    def __str__(self) -> str:
        return f"v{self.number}{', ' if self.title else ''}{self.title}"


class ResumeProject(models.Model):
    """A project on a résumé, drafted from a build and kept in the learner's words when that build is gone."""

    MOST = 6  # on one résumé

    resume = models.ForeignKey(Resume, models.CASCADE, related_name="projects", db_index=False)
    position = models.PositiveSmallIntegerField()
    build = models.ForeignKey(Build, models.SET_NULL, related_name="+", null=True, blank=True)
    title = models.CharField(max_length=160)
    link = models.CharField(max_length=500, blank=True)
    lines = models.TextField(max_length=800, blank=True, help_text="One a line; the first with the number.")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["resume", "position"], name="one_project_per_place_on_a_resume"),
            models.CheckConstraint(condition=~Q(title=""), name="resume_project_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
