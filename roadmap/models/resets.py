"""Progress that a learner took back, kept for an hour so that all of it can return."""

import datetime
import uuid
from collections.abc import Collection
from typing import Any, NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.build_rows import OwnRequirement
from roadmap.models.builds import Build, RequirementTick
from roadmap.models.progress import MilestoneProgress, SkillProgress

KEPT = datetime.timedelta(hours=1)
Rows = list[Any]
Kept = dict[str, str | None]


class What(NamedTuple):
    """Which items a reset takes in, by id; `everything` also those that no catalogue lists any more."""

    skills: Collection[int]
    milestones: Collection[int]
    projects: Collection[int]
    everything: bool = False


class ResetSnapshotQuerySet(models.QuerySet["ResetSnapshot"]):
    def alive(self, user: User, now: datetime.datetime) -> "ResetSnapshotQuerySet":
        """Return what `user` can still undo, the latest first."""
        return self.filter(user=user, made_at__gt=now - KEPT).order_by("-made_at")

    def sweep(self, now: datetime.datetime) -> int:
        """Drop what can no longer be undone; return how many that were."""
        return self.filter(made_at__lte=now - KEPT).delete()[0]

    @transaction.atomic
    def reset(self, user: User, title: str, what: What, now: datetime.datetime) -> "ResetSnapshot | None":
        """Take states, dates, counts, milestones and met requirements back; None when there were none.

        Evidence, notes, builds and the log are not looked at. A milestone's note and build stay.
        """
        User.objects.lock(user.pk)
        skills = SkillProgress.objects.filter(user=user)
        milestones = MilestoneProgress.objects.filter(user=user, done_on__isnull=False)
        ticks = RequirementTick.objects.filter(build__user=user)
        own = OwnRequirement.objects.filter(build__user=user, done_on__isnull=False)
        if not what.everything:
            skills = skills.filter(skill_id__in=what.skills)
            milestones = milestones.filter(milestone_id__in=what.milestones)
            ticks = ticks.filter(build__project_id__in=what.projects)
            own = own.filter(build__project_id__in=what.projects)
        # Locked and taken by id: what is marked from now on is newer, and stays.
        kinds: list[models.QuerySet[Any]] = [skills, milestones, ticks, own]
        found: list[list[Any]] = [list(each.select_for_update(of=("self",))) for each in kinds]
        if not any(found):
            return None
        rows: dict[str, Rows] = {
            "skills": [_columns_of(row) for row in found[0]],
            "milestones": [[row.milestone_id, _text(row.done_on)] for row in found[1]],
            "ticks": [[row.build_id, row.requirement_id, _text(row.done_on)] for row in found[2]],
            "own": [[str(row.pk), _text(row.done_on)] for row in found[3]],
        }
        ids = [[row.pk for row in each] for each in found]
        SkillProgress.objects.filter(pk__in=ids[0]).delete()
        MilestoneProgress.objects.filter(pk__in=ids[1]).update(done_on=None)
        RequirementTick.objects.filter(pk__in=ids[2]).delete()
        OwnRequirement.objects.filter(pk__in=ids[3]).update(done_on=None)
        return self.create(user=user, title=title, rows=rows, made_at=now)


class ResetSnapshot(models.Model):
    """One reset; `rows` are lists of values by kind, days and moments as text."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reset_snapshots")
    made_at = models.DateTimeField(default=timezone.now)
    title = models.CharField(max_length=160)
    rows = models.JSONField()

    objects = ResetSnapshotQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["made_at"], name="roadmap_resets_by_age")]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="reset_says_of_what")]

    def __str__(self) -> str:
        return self.title

    @property
    def skills(self) -> int:
        return len(self.rows["skills"])

    @property
    def others(self) -> int:
        """Return how many milestones and requirements were taken back."""
        return sum(len(self.rows[kind]) for kind in ("milestones", "ticks", "own"))

    @transaction.atomic
    def undo(self) -> int:
        """Bring back what stood there, row by row, but for rows that the learner has written since.

        Returns how many rows came back; a second call finds nothing to do.
        """
        User.objects.lock(self.user_id)
        if not ResetSnapshot.objects.filter(pk=self.pk).delete()[0]:
            return 0
        return self._skills() + self._milestones() + self._ticks() + self._own()

    def _skills(self) -> int:
        there = set(SkillProgress.objects.filter(user_id=self.user_id).values_list("skill_id", flat=True))
        rows = (SkillProgress(user_id=self.user_id, **_columns_from(kept)) for kept in self.rows["skills"])
        back = [row for row in rows if row.skill_id not in there]
        SkillProgress.objects.bulk_create(back, ignore_conflicts=True)
        return len(back)

    def _milestones(self) -> int:
        mine = MilestoneProgress.objects.filter(user_id=self.user_id)
        days = {pk: _day(day) for pk, day in self.rows["milestones"]}
        rows = list(mine.filter(milestone_id__in=days, done_on=None))
        for row in rows:
            row.done_on = days[row.milestone_id]
        mine.bulk_update(rows, ["done_on"])
        return len(rows)

    def _ticks(self) -> int:
        mine = RequirementTick.objects.filter(build__user_id=self.user_id)
        builds = set(Build.objects.filter(user_id=self.user_id).values_list("pk", flat=True))
        there = set(mine.values_list("build_id", "requirement_id"))
        back = [
            RequirementTick(build_id=build, requirement_id=pk, done_on=datetime.date.fromisoformat(day))
            for build, pk, day in self.rows["ticks"]
            if build in builds and (build, pk) not in there
        ]
        RequirementTick.objects.bulk_create(back, ignore_conflicts=True)
        return len(back)

    def _own(self) -> int:
        mine = OwnRequirement.objects.filter(build__user_id=self.user_id)
        days = {uuid.UUID(pk): _day(day) for pk, day in self.rows["own"]}
        rows = list(mine.filter(pk__in=days, done_on=None))
        for row in rows:
            row.done_on = days[row.pk]
        mine.bulk_update(rows, ["done_on"])
        return len(rows)


def _columns_of(row: SkillProgress) -> Kept:
    """Return every column of a row but its id and its learner, as text."""
    return {
        field.attname: None if getattr(row, field.attname) is None else field.value_to_string(row)
        for field in SkillProgress._meta.concrete_fields
        if field.name not in ("id", "user")
    }


def _columns_from(kept: Kept) -> dict[str, Any]:
    fields = {field.attname: field for field in SkillProgress._meta.concrete_fields}
    return {
        name: None if text is None else fields[name].to_python(text)
        for name, text in kept.items()
        if name in fields
    }


def _text(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
