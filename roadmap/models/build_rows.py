"""What hangs on a build: requirements of its own, what proves a requirement, dated lines of its log."""

import datetime
import uuid
from collections.abc import Sequence

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from roadmap.models.builds import Build
from roadmap.models.portfolio import Requirement


class OwnRequirementQuerySet(models.QuerySet["OwnRequirement"]):
    @transaction.atomic
    def put(self, build: Build, titles: Sequence[tuple[uuid.UUID, str]]) -> None:
        """Make these (id, title), in this order, the requirements of `build`; ticks and proof stay.

        A requirement left out is deleted. An id that belongs to another build is passed over.
        """
        Build.objects.select_for_update().get(pk=build.pk)
        there = {row.pk: row for row in self.filter(build=build)}
        wanted = [
            OwnRequirement(id=pk, build=build, title=title, position=place)
            for place, (pk, title) in enumerate(titles, 1)
        ]
        self.filter(build=build).exclude(pk__in=[row.pk for row in wanted]).delete()
        self.bulk_create([row for row in wanted if row.pk not in there], ignore_conflicts=True)
        self.bulk_update([row for row in wanted if row.pk in there], ["title", "position"])

    def mark(self, build: Build, pk: uuid.UUID, done_on: datetime.date | None) -> bool:
        """Note the day on which a requirement was met, or that it is open; the first day stays.

        False when the build has no such requirement.
        """
        rows = self.filter(build=build, pk=pk)
        if done_on:
            return bool(rows.filter(done_on=None).update(done_on=done_on)) or rows.exists()
        return bool(rows.update(done_on=None))


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

    objects = OwnRequirementQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="own_requirement_has_a_title")]

    def __str__(self) -> str:
        return self.title


class RequirementProofQuerySet(models.QuerySet["RequirementProof"]):
    def put(self, build: Build, requirement_id: int, *, url: str, note: str) -> None:
        """Write what proves a requirement as one statement; nothing at all deletes it."""
        if not url and not note:
            self.filter(build=build, requirement_id=requirement_id).delete()
            return
        self.bulk_create(
            [RequirementProof(build=build, requirement_id=requirement_id, url=url, note=note)],
            update_conflicts=True,
            unique_fields=["build", "requirement"],
            update_fields=["url", "note"],
        )


class RequirementProof(models.Model):
    """What proves a requirement of the catalogue on this build: a link, a note, or both."""

    build = models.ForeignKey(Build, models.CASCADE, related_name="proofs", db_index=False)
    requirement = models.ForeignKey(Requirement, models.PROTECT, related_name="proofs")
    url = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=500, blank=True)

    objects = RequirementProofQuerySet.as_manager()

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

    MOST = 500  # of one build

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    build = models.ForeignKey(Build, models.CASCADE, related_name="lines", db_index=False)
    day = models.DateField()
    text = models.CharField(max_length=500)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-made_at"]
        indexes = [models.Index(fields=["build", "-day"], name="roadmap_ship_log")]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="ship_log_line_says_something")]

    def __str__(self) -> str:
        return f"{self.day}: {self.text}"

    @property
    def fields(self) -> dict[str, str]:
        """Return what the learner wrote, as JSON takes it."""
        return {"day": self.day.isoformat(), "text": self.text, "made_at": self.made_at.isoformat()}
