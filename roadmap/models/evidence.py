"""What shows that a learner has a skill."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.builds import Build
from roadmap.models.catalog import Skill

Fields = dict[str, Any]  # as JSON: dates are text


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def on(self, user: User, skill_id: int) -> list["Evidence"]:
        """Return what the learner has on one skill, the latest first, builds at hand."""
        rows = self.filter(user=user, skill_id=skill_id).select_related("build__project")
        return list(rows.order_by("-day", "-made_at"))

    def public(self, user_id: int, *, builds: bool) -> "EvidenceQuerySet":
        """Return what strangers may see: links, and with `builds` also shipped builds; never a note."""
        shown = ~Q(url="")
        if builds:
            shown |= Q(build__status=Build.Status.SHIPPED, build__on_profile=True)
        return self.filter(shown, user=user_id, is_private=False)

    def add(self, piece: "Evidence") -> bool:
        """Save a new piece once; False when the skill has the same link, build or piece already.

        A stranger's id is replaced.
        """
        if self.filter(pk=piece.pk).exclude(user=piece.user_id).exists():
            piece.pk = uuid.uuid4()
        try:
            with transaction.atomic():
                piece.save(force_insert=True)
        except IntegrityError:
            same = Q(pk=piece.pk)
            if piece.build_id:
                same |= Q(skill=piece.skill_id, build=piece.build_id)
            if piece.url:
                same |= Q(skill=piece.skill_id, url=piece.url)
            if not self.filter(same, user=piece.user_id).exists():
                raise
            return False
        return True

    def attach(self, build: Build, skill_ids: Iterable[int], day: datetime.date) -> None:
        """Let a build show these skills too, as one statement; those it shows already stay as they are."""
        self.bulk_create(
            [
                Evidence(user_id=build.user_id, skill_id=pk, kind=Evidence.Kind.BUILD, build=build, day=day)
                for pk in skill_ids
            ],
            ignore_conflicts=True,
        )

    def put_back(self, user: User, pk: str, was: Fields | None, became: Fields | None) -> bool:
        """Undo a change of one piece (None: there was none, or is none); say whether it was still so."""
        own = self.filter(user=user, pk=pk)
        if was is None:
            return bool(own.filter(**became or {}).delete()[0])
        if became is not None:
            return bool(own.filter(**became).update(**was))
        if was["build_id"] and not Build.objects.filter(pk=was["build_id"], user=user).exists():
            return False
        return self.add(Evidence(pk=pk, user=user, **was))


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

    MOST = 50  # on one skill
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

    objects = EvidenceQuerySet.as_manager()

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

    @property
    def fields(self) -> Fields:
        """Return what a learner chose of it, as JSON."""
        names = ("skill_id", "kind", "build_id", "title", "url", "note", "is_private")
        return {name: getattr(self, name) for name in names} | {"day": self.day.isoformat()}

    @property
    def shows(self) -> bool:
        """Whether the skill is shown by it."""
        return bool(self.url) or (self.build is not None and self.build.status == Build.Status.SHIPPED)
