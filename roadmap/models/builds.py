"""A learner's build: their copy of a portfolio project, or something of their own."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import User
from roadmap.models.portfolio import Project, Requirement


class BuildQuerySet(models.QuerySet["Build"]):
    def start(self, user: User, project_id: int, today: datetime.date) -> "Build":
        """Begin the learner's build of a project; one that is begun stays as it is."""
        row = Build(user=user, project_id=project_id, started_on=today)
        self.bulk_create([row], ignore_conflicts=True)
        mine = self.filter(user=user, project_id=project_id)
        mine.filter(started_on=None, status=Build.Status.BUILDING).update(started_on=today)
        return mine.get()

    def plan(self, user: User, project_id: int, ship_by: datetime.date | None) -> None:
        """Set the day by which the project shall ship, or none, as one statement."""
        self.bulk_create(
            [Build(user=user, project_id=project_id, ship_by=ship_by)],
            update_conflicts=True,
            unique_fields=["user", "project"],
            update_fields=["ship_by"],
        )


class Build(models.Model):
    """`project` is empty for a build of the learner's own, which then has a `title`.

    The skills it shows are its rows of `Evidence`. The columns have defaults in the database because
    a tick or a ship-by date makes a build of a project without knowing more of it.
    """

    class Status(models.TextChoices):
        IDEA = "idea", "Idea"
        BUILDING = "building", "Building"
        SHIPPED = "shipped", "Shipped"
        DROPPED = "dropped", "Dropped"

    # What a status that was set can be undone to.
    STATE = ("status", "started_on", "shipped_on")
    MOST = 100  # builds of one's own

    class Better(models.TextChoices):
        LOWER = "lower", "lower"
        HIGHER = "higher", "higher"

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="builds", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="builds", null=True, blank=True)
    title = models.CharField(max_length=120, blank=True, db_default="")
    summary = models.CharField(max_length=160, blank=True, db_default="")
    problem = models.TextField(max_length=4000, blank=True, db_default="")
    approach = models.TextField(max_length=4000, blank=True, db_default="")
    would_change = models.TextField(max_length=4000, blank=True, db_default="")
    data_source = models.CharField(max_length=200, blank=True, db_default="")
    data_license = models.CharField(max_length=80, blank=True, db_default="")
    metric_name = models.CharField(max_length=60, blank=True, db_default="")
    metric_baseline = models.FloatField(null=True, blank=True)
    metric_mine = models.FloatField(null=True, blank=True)
    metric_better = models.CharField(
        max_length=6, choices=Better.choices, default=Better.HIGHER, db_default=Better.HIGHER
    )
    repository = models.CharField(max_length=500, blank=True, db_default="")
    demo = models.CharField(max_length=500, blank=True, db_default="")
    no_demo = models.CharField("why there is no demo", max_length=200, blank=True, db_default="")
    writeup = models.CharField(max_length=500, blank=True, db_default="")
    readme_points = models.CharField(
        max_length=5, blank=True, db_default="", help_text="Of q r n d x: which points the README has."
    )
    status = models.CharField(
        max_length=8, choices=Status.choices, default=Status.BUILDING, db_default=Status.BUILDING
    )
    ship_by = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    shipped_on = models.DateField(null=True, blank=True)
    on_profile = models.BooleanField(default=True, db_default=True)
    made_at = models.DateTimeField(default=timezone.now, db_default=Now())

    objects = BuildQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "project"], name="one_build_per_learner_and_project"),
            models.CheckConstraint(
                condition=Q(project__isnull=False) | ~Q(title=""), name="own_build_has_a_title"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["idea", "building", "shipped", "dropped"]),
                name="build_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status="shipped", shipped_on__isnull=False)
                | (~Q(status="shipped") & Q(shipped_on__isnull=True)),
                name="shipped_build_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.project)

    @property
    def begun(self) -> bool:
        """Whether there is more to it than a tick or a day to ship by."""
        return bool(self.started_on) or self.status != self.Status.BUILDING

    @property
    def is_open(self) -> bool:
        """Whether it is still to be shipped."""
        return self.status in (self.Status.IDEA, self.Status.BUILDING)

    @property
    def state(self) -> dict[str, str | None]:
        """Return the status with its dates, as JSON takes them."""
        days = {name: getattr(self, name) for name in self.STATE[1:]}
        return {"status": self.status, **{name: day and day.isoformat() for name, day in days.items()}}

    @transaction.atomic
    def become(self, status: str, today: datetime.date) -> None:
        """Take the wanted status; a day that was noted before stays as it was."""
        self._lock()
        self.status = status
        if status != self.Status.IDEA:
            self.started_on = self.started_on or today
        self.shipped_on = (self.shipped_on or today) if status == self.Status.SHIPPED else None
        self.save(update_fields=self.STATE)

    @transaction.atomic
    def put_back(self, was: dict[str, str | None], became: dict[str, str | None]) -> bool:
        """Undo a status: False when it has changed again since."""
        self._lock()
        if self.state != became:
            return False
        self.status = was["status"] or self.Status.BUILDING
        for name in self.STATE[1:]:
            day = was[name]
            setattr(self, name, datetime.date.fromisoformat(day) if day else None)
        self.save(update_fields=self.STATE)
        return True

    @transaction.atomic
    def mark_readme(self, point: str, *, done: bool) -> None:
        """Note that the README has a point (a letter), or has it no more."""
        self._lock("readme_points")
        kept = self.readme_points.replace(point, "")
        self.readme_points = kept + point if done else kept
        self.save(update_fields=["readme_points"])

    def _lock(self, *names: str) -> None:
        """Read anew what is about to change, so that two requests at once do not undo each other."""
        rows = Build.objects.select_for_update().filter(pk=self.pk).values(*(names or self.STATE))
        for name, value in rows.get().items():
            setattr(self, name, value)


class RequirementTickQuerySet(models.QuerySet["RequirementTick"]):
    def tick(self, user: User, project_id: int, requirement_id: int, done_on: datetime.date) -> None:
        """Note that the requirement is met, on the learner's build; the first day stays.

        Two statements that no other can come between harmfully: an empty build is as good as none.
        Plain SQL because the ORM would read the build's id back and wrap each insert in a transaction.
        """
        key = Build._meta.get_field("key").get_db_prep_value(uuid.uuid4(), connection)
        rows: list[tuple[str, list[Any]]] = [
            (
                "INSERT INTO roadmap_build (key, user_id, project_id) VALUES (%s, %s, %s)"
                " ON CONFLICT (user_id, project_id) DO NOTHING",
                [key, user.pk, project_id],
            ),
            (
                "INSERT INTO roadmap_requirementtick (build_id, requirement_id, done_on)"
                " SELECT id, %s, %s FROM roadmap_build WHERE user_id = %s AND project_id = %s"
                " ON CONFLICT (build_id, requirement_id) DO NOTHING",
                [requirement_id, connection.ops.adapt_datefield_value(done_on), user.pk, project_id],
            ),
        ]
        with connection.cursor() as cursor:
            for statement, values in rows:
                cursor.execute(statement, values)

    def untick(self, user: User, requirement_id: int) -> None:
        """Note that the requirement is open again. Plain SQL as above: delete() opens a transaction."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM roadmap_requirementtick WHERE requirement_id = %s"
                " AND build_id IN (SELECT id FROM roadmap_build WHERE user_id = %s)",
                [requirement_id, user.pk],
            )


class RequirementTick(models.Model):
    """A met requirement that has no skill of its own; unticking deletes the row."""

    build = models.ForeignKey(Build, models.CASCADE, related_name="ticks", db_index=False)
    requirement = models.ForeignKey(Requirement, models.PROTECT, related_name="ticks")
    done_on = models.DateField()

    objects = RequirementTickQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["build", "requirement"], name="one_tick_per_build_and_requirement"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement}: {self.done_on}"
