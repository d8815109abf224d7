"""What shows that a learner has a skill."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from roadmap.models.builds import Build
from roadmap.models.catalog import Skill


class Evidence(models.Model):
    """A link, a build or a note. A skill is *shown* by a link or by a build that has shipped."""

    class Kind(models.TextChoices):
        REPOSITORY = "repository", "Repository"
        NOTEBOOK = "notebook", "Notebook"
        POST = "post", "Post"
        CERTIFICATE = "certificate", "Certificate"
        DEMO = "demo", "Demo"
        OTHER = "other", "Other link"
        BUILD = "build", "Build"
        NOTE = "note", "Note"

    LINKS = (Kind.REPOSITORY, Kind.NOTEBOOK, Kind.POST, Kind.CERTIFICATE, Kind.DEMO, Kind.OTHER)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="evidence", db_index=False
    )
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    build = models.ForeignKey(Build, models.CASCADE, related_name="evidence", null=True, blank=True)
    title = models.CharField(max_length=120, blank=True)
    url = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    day = models.DateField(help_text="When it was made or done.")
    is_private = models.BooleanField(default=False, help_text="Kept off the public profile.")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="build", build__isnull=False, url="")
                | Q(kind="note", build__isnull=True, url="") & ~Q(note="")
                | Q(build__isnull=True) & ~Q(url="") & ~Q(kind__in=["build", "note"]),
                name="evidence_is_a_link_a_build_or_a_note",
            ),
            models.UniqueConstraint(
                fields=["user", "skill", "build"], name="one_evidence_per_skill_and_build"
            ),
            models.UniqueConstraint(
                fields=["user", "skill", "url"], condition=~Q(url=""), name="one_evidence_per_skill_and_link"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or self.note[:60] or str(self.build)
