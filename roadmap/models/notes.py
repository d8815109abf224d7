"""Private notes on a skill, a project or a resource."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from roadmap.models.catalog import Skill
from roadmap.models.portfolio import Project
from roadmap.models.resources import Resource


class Note(models.Model):
    """Markdown, seen by its writer only. Exactly one of skill, project and resource is set."""

    MAX_LENGTH = 20_000

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notes", db_index=False)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="notes", null=True, blank=True)
    project = models.ForeignKey(Project, models.PROTECT, related_name="notes", null=True, blank=True)
    resource = models.ForeignKey(Resource, models.PROTECT, related_name="notes", null=True, blank=True)
    text = models.TextField(blank=True, max_length=MAX_LENGTH)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "skill"], name="one_note_per_learner_and_skill"),
            models.UniqueConstraint(fields=["user", "project"], name="one_note_per_learner_and_project"),
            models.UniqueConstraint(fields=["user", "resource"], name="one_note_per_learner_and_resource"),
            models.CheckConstraint(
                condition=Q(skill__isnull=False, project__isnull=True, resource__isnull=True)
                | Q(skill__isnull=True, project__isnull=False, resource__isnull=True)
                | Q(skill__isnull=True, project__isnull=True, resource__isnull=False),
                name="note_is_on_exactly_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"Note on {self.skill or self.project or self.resource}"
