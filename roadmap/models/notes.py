"""Private notes on a skill, a project or a resource."""

import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.safestring import SafeString

from accounts.models import User
from roadmap.both_texts import both
from roadmap.markdown import to_html
from roadmap.models.catalog import Skill
from roadmap.models.portfolio import Project
from roadmap.models.resources import Resource


class NoteQuerySet(models.QuerySet["Note"]):
    def of(self, user: User, **thing: int) -> "Note | None":
        """Return the learner's note on one thing (`skill_id=`, `project_id=` or `resource_id=`)."""
        return self.filter(user=user, **thing).first()

    def put_late(
        self, user: User, text: str, *, base: str, at: datetime.datetime, heading: str, **thing: int
    ) -> str:
        """Write a note that waited since `at` and began as `base`; return what stands there now.

        When it was changed elsewhere meanwhile, both texts stay, the one that waited below `heading`.
        """
        with transaction.atomic():
            User.objects.lock(user.pk)
            row = self.of(user, **thing)
            there = row.text if row else ""
            merged = both(there, text, base, heading)
            if len(merged) <= Note.MAX_LENGTH and merged != there:
                self.filter(pk=row.pk).update(text=merged, saved_at=at) if row else self.put(
                    user, merged, **thing
                )
        return merged

    def put(self, user: User, text: str, **thing: int) -> None:
        """Write the note on one thing, as one statement."""
        self.bulk_create(
            [Note(user=user, text=text, **thing)],
            update_conflicts=True,
            unique_fields=["user", *(name.removesuffix("_id") for name in thing)],
            update_fields=["text", "saved_at"],
        )


class Note(models.Model):
    """Markdown, seen by its writer only. Exactly one of skill, project and resource is set."""

    MAX_LENGTH = 20_000

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notes", db_index=False)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="notes", null=True, blank=True)
    project = models.ForeignKey(Project, models.PROTECT, related_name="notes", null=True, blank=True)
    resource = models.ForeignKey(Resource, models.PROTECT, related_name="notes", null=True, blank=True)
    text = models.TextField(blank=True, max_length=MAX_LENGTH)
    saved_at = models.DateTimeField(default=timezone.now)

    objects = NoteQuerySet.as_manager()

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

    @property
    def html(self) -> SafeString:
        return to_html(self.text)
