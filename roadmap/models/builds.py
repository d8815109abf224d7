"""A learner's own copy of a portfolio project."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection, models

from accounts.models import User
from roadmap.models.portfolio import Project, Requirement


@dataclass(frozen=True)
class BuildMark:
    """What a learner did with one project; `ticks` maps the id of a requirement to the day it was met."""

    ship_by: datetime.date | None = None
    ticks: dict[int, datetime.date] = field(default_factory=dict)


class BuildQuerySet(models.QuerySet["Build"]):
    def marks_of(self, user: User) -> dict[int, BuildMark]:
        """Read all builds of a learner with their ticks, by id of the project, in one statement."""
        rows = self.filter(user=user).order_by("project_id", "ticks__requirement_id")
        marks: dict[int, BuildMark] = {}
        for project_id, ship_by, requirement_id, done_on in rows.values_list(
            "project_id", "ship_by", "ticks__requirement_id", "ticks__done_on"
        ):
            mark = marks.setdefault(project_id, BuildMark(ship_by))
            if requirement_id is not None:
                mark.ticks[requirement_id] = done_on
        return marks

    def plan(self, user: User, project_id: int, ship_by: datetime.date | None) -> None:
        """Set the day by which the project shall ship, or none, as one statement."""
        self.bulk_create(
            [Build(user=user, project_id=project_id, ship_by=ship_by)],
            update_conflicts=True,
            unique_fields=["user", "project"],
            update_fields=["ship_by"],
        )


class Build(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="builds", db_index=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="builds")
    ship_by = models.DateField(null=True, blank=True)

    objects = BuildQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "project"], name="one_build_per_learner_and_project"),
        ]

    def __str__(self) -> str:
        return str(self.project)


class RequirementTickQuerySet(models.QuerySet["RequirementTick"]):
    def tick(self, user: User, project_id: int, requirement_id: int, done_on: datetime.date) -> None:
        """Note that the requirement is met, on the learner's build; the first day stays.

        Two statements that no other can come between harmfully: an empty build is as good as none.
        Plain SQL because the ORM would read the build's id back and wrap each insert in a transaction.
        """
        rows: list[tuple[str, list[Any]]] = [
            (
                "INSERT INTO roadmap_build (user_id, project_id) VALUES (%s, %s)"
                " ON CONFLICT (user_id, project_id) DO NOTHING",
                [user.pk, project_id],
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
        self.filter(build__user=user, requirement_id=requirement_id).delete()


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
