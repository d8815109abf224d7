"""What a learner did: one row per learner and item, kept when the catalogue changes."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from roadmap.models.builds import Build
from roadmap.models.catalog import Skill
from roadmap.models.marks import SkillMark
from roadmap.models.portfolio import Milestone
from roadmap.models.resources import Resource

_PUT = (
    "INSERT INTO roadmap_skillprogress (user_id, skill_id, state, done_on, count, changed_at)"
    " VALUES (%s, %s, %s, %s, %s, %s)"
    " ON CONFLICT (user_id, skill_id) DO UPDATE SET state = excluded.state,"
    " done_on = excluded.done_on, count = excluded.count, changed_at = excluded.changed_at"
)
_PUT_COUNTED = (
    "INSERT INTO roadmap_skillprogress (user_id, skill_id, state, done_on, count, changed_at, counted_at)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s)"
    " ON CONFLICT (user_id, skill_id) DO UPDATE SET state = excluded.state,"
    " done_on = excluded.done_on, count = excluded.count, changed_at = excluded.changed_at,"
    " counted_at = excluded.counted_at"
)
_UNLESS_LATER = " WHERE roadmap_skillprogress.changed_at <= excluded.changed_at"


class SkillProgressQuerySet(models.QuerySet["SkillProgress"]):
    def put(
        self,
        *,
        user_id: int,
        skill_id: int,
        state: str,
        done_on: datetime.date | None,
        count: int,
        at: datetime.datetime | None = None,
        counted: bool = False,
        late: bool = False,
    ) -> bool:
        """Write one tick as one statement: the wanted state, whatever stood there before.

        A repeat changes nothing but `changed_at`. `counted`: the count is what the learner changed. `late`:
        the change waited since `at`, and a later one stays. Returns whether it was written. Plain SQL because
        this is the hottest write of all and the ORM's upsert costs twice as much and a transaction around
        it; the text is the same on SQLite and PostgreSQL.
        """
        moment = connection.ops.adapt_datetimefield_value(at or timezone.now())
        day = connection.ops.adapt_datefield_value(done_on)
        sql = f"{_PUT_COUNTED if counted else _PUT}{_UNLESS_LATER if late else ''}"
        values: list[Any] = [user_id, skill_id, state, day, count, moment]
        with connection.cursor() as cursor:
            cursor.execute(sql, [*values, moment] if counted else values)
            return bool(cursor.rowcount)

    def put_count(self, *, user_id: int, skill_id: int, count: int, at: datetime.datetime) -> bool:
        """Write a count that waited since `at`, unless it was changed later; the state stays."""
        unchanged = Q(counted_at=None) | Q(counted_at__lte=at)
        row = self.filter(unchanged, user_id=user_id, skill_id=skill_id)
        return bool(row.update(count=count, counted_at=at))

    def put_all(
        self,
        user_id: int,
        states: Iterable[tuple[int, str, datetime.date | None, int]],
        at: datetime.datetime | None = None,
    ) -> None:
        """Write many ticks (skill id, state, done on, count) as one statement."""
        now = at or timezone.now()
        self.bulk_create(
            [
                SkillProgress(
                    user_id=user_id,
                    skill_id=pk,
                    state=state,
                    done_on=done_on,
                    count=count,
                    changed_at=now,
                    counted_at=now if count else None,
                )
                for pk, state, done_on, count in states
            ],
            update_conflicts=True,
            unique_fields=["user", "skill"],
            update_fields=["state", "done_on", "count", "changed_at", "counted_at"],
        )

    @transaction.atomic
    def put_back(self, user_id: int, asked: Mapping[int, tuple[SkillMark, str]]) -> list[int]:
        """Undo: give skills (by id) the mark they had, where they still are in the state they became.

        A skill that had no row loses its row, and the others get back the moment of their last
        change, so that Resume finds the trail as it was. Returns the ids put back.
        """
        rows = self.select_for_update().filter(user_id=user_id, skill_id__in=asked)
        back = [row for row in rows if row.state == asked[row.skill_id][1]]
        new = [row.pk for row in back if asked[row.skill_id][0].changed_at is None]
        self.filter(pk__in=new).delete()
        kept = [row for row in back if row.pk not in new]
        for row in kept:
            mark = asked[row.skill_id][0]
            row.state, row.done_on, row.count, row.changed_at = (
                mark.state,
                mark.done_on,
                mark.count,
                mark.moment,
            )
        self.bulk_update(kept, ["state", "done_on", "count", "changed_at"])
        return [row.skill_id for row in back]


class SkillProgress(models.Model):
    """A learner's state of one skill. No row means open."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        LEARNING = "learning", "Learning"
        DONE = "done", "Done"
        SKIPPED = "skipped", "Skipped"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="skill_progress", db_index=False
    )
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="progress")
    state = models.CharField(max_length=8, choices=State.choices)
    done_on = models.DateField(null=True, blank=True)
    count = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    counted_at = models.DateTimeField(null=True, blank=True, help_text="When the count was last changed.")

    objects = SkillProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "skill progress"
        constraints = [
            models.UniqueConstraint(fields=["user", "skill"], name="one_state_per_learner_and_skill"),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False)
                | Q(state__in=["open", "learning", "skipped"], done_on__isnull=True),
                name="done_skill_has_a_date",
            ),
        ]
        indexes = [
            # Holds all that a roadmap reads, so that it need not touch the rows.
            models.Index(
                fields=["user", "skill", "state", "done_on", "count", "changed_at"], name="roadmap_read"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill}: {self.state}"


class MilestoneProgressQuerySet(models.QuerySet["MilestoneProgress"]):
    def put(self, user: User, milestone_id: int, *, done_on: datetime.date | None, note: str) -> None:
        """Write one milestone's day (None: open) and note as one statement."""
        self.bulk_create(
            [MilestoneProgress(user=user, milestone_id=milestone_id, done_on=done_on, note=note)],
            update_conflicts=True,
            unique_fields=["user", "milestone"],
            update_fields=["done_on", "note"],
        )

    def name_build(self, build: Build, milestone_id: int) -> None:
        """Say that `build` shows the milestone; whether it is reached stays as it was."""
        self.bulk_create(
            [MilestoneProgress(user_id=build.user_id, milestone_id=milestone_id, build=build)],
            update_conflicts=True,
            unique_fields=["user", "milestone"],
            update_fields=["build"],
        )


class MilestoneProgress(models.Model):
    """A milestone reached (`done_on`), or reopened with its note kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="milestone_progress", db_index=False
    )
    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="progress")
    done_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, max_length=2000)
    build = models.ForeignKey(
        Build, models.SET_NULL, related_name="milestones", null=True, blank=True, help_text="What shows it."
    )

    objects = MilestoneProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "milestone progress"
        constraints = [
            models.UniqueConstraint(fields=["user", "milestone"], name="one_row_per_learner_and_milestone"),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.done_on or 'open'}"


class ResourceProgressQuerySet(models.QuerySet["ResourceProgress"]):
    def put_state(self, user: User, resource_id: int, state: str) -> None:
        """Write what the learner does with a resource as one statement; the thumb stays."""
        self._put(ResourceProgress(user=user, resource_id=resource_id, state=state), "state")

    def put_thumb(self, user: User, resource_id: int, thumb: int) -> None:
        """Write a thumb (1, -1, or 0 for none) as one statement; the state stays."""
        self._put(ResourceProgress(user=user, resource_id=resource_id, thumb=thumb), "thumb")

    def _put(self, row: "ResourceProgress", field: str) -> None:
        self.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["user", "resource"],
            update_fields=[field, "changed_at"],
        )


class ResourceProgress(models.Model):
    """What a learner does with a resource, and their thumb."""

    class State(models.TextChoices):
        NONE = "none", "Not saved"
        SAVED = "saved", "Saved"
        USING = "using", "In use"
        FINISHED = "finished", "Finished"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="resource_progress", db_index=False
    )
    resource = models.ForeignKey(Resource, models.PROTECT, related_name="progress")
    state = models.CharField(max_length=8, choices=State.choices, default=State.NONE)
    thumb = models.SmallIntegerField(default=0, help_text="1 up, -1 down, 0 none.")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ResourceProgressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "resource progress"
        constraints = [
            models.UniqueConstraint(fields=["user", "resource"], name="one_row_per_learner_and_resource"),
            models.CheckConstraint(condition=Q(thumb__in=[-1, 0, 1]), name="thumb_up_down_or_none"),
        ]

    def __str__(self) -> str:
        return f"{self.resource}: {self.state}"
