"""Problems that learners report with a resource."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.resources import Resource


class ResourceReportQuerySet(models.QuerySet["ResourceReport"]):
    def open(self) -> "ResourceReportQuerySet":
        return self.filter(resolved_at__isnull=True)

    def put(self, user: User, resource_id: int, problem: str, comment: str) -> None:
        """Report a problem as one statement; while the learner's same report is open, nothing happens."""
        report = ResourceReport(user=user, resource_id=resource_id, problem=problem, comment=comment)
        self.bulk_create([report], ignore_conflicts=True)

    def resolve(self, at: datetime.datetime | None = None, outcome: str = "") -> int:
        """Take the open ones among these off their resources; return how many that were."""
        outcome = outcome or ResourceReport.Outcome.ACCEPTED
        return self.open().update(resolved_at=at or timezone.now(), outcome=outcome)


class ResourceReport(models.Model):
    """Reaches staff in the admin and stands on the resource until it is resolved."""

    class Problem(models.TextChoices):
        DEAD = "dead", "The link is dead"
        NOT_FREE = "not-free", "It is no longer free"
        WRONG = "wrong", "Something about it is wrong"

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        DISMISSED = "dismissed", "Dismissed"

    resource = models.ForeignKey(Resource, models.PROTECT, related_name="reports")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="resource_reports")
    problem = models.CharField(max_length=8, choices=Problem.choices)
    comment = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, blank=True, default="", db_default="")

    objects = ResourceReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "resource", "problem"],
                condition=Q(resolved_at__isnull=True),
                name="one_open_report_per_learner_and_problem",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource}: {self.get_problem_display()}"
