"""What hangs on a build: requirements of its own, what proves a requirement, dated lines of its log."""

import uuid

from django.db import models
from django.db.models import Q

from roadmap.models.builds import Build
from roadmap.models.portfolio import Requirement


class OwnRequirement(models.Model):
    """A line of the checklist that the learner wrote; met since `done_on`, proved by a link or a note."""

    MOST = 12

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    build = models.ForeignKey(Build, models.CASCADE, related_name="own_requirements")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    done_on = models.DateField(null=True, blank=True)
    url = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="own_requirement_has_a_title")]

    def __str__(self) -> str:
        return self.title


class RequirementProof(models.Model):
    """What proves a requirement of the catalogue on this build: a link, a note, or both."""

    build = models.ForeignKey(Build, models.CASCADE, related_name="proofs", db_index=False)
    requirement = models.ForeignKey(Requirement, models.PROTECT, related_name="proofs")
    url = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["build", "requirement"], name="one_proof_per_build_and_requirement"
            ),
            models.CheckConstraint(condition=~Q(url="") | ~Q(note=""), name="proof_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.requirement}: {self.url or self.note}"


class BuildLine(models.Model):
    """One dated line of a build's ship log."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    build = models.ForeignKey(Build, models.CASCADE, related_name="lines", db_index=False)
    day = models.DateField()
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["-day", "id"]
        indexes = [models.Index(fields=["build", "-day"], name="roadmap_ship_log")]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="ship_log_line_says_something")]

    def __str__(self) -> str:
        return f"{self.day}: {self.text}"
