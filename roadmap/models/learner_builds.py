"""All builds of a learner, in one statement."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from roadmap.models.build_rows import OwnRequirement
from roadmap.models.builds import Build

LONG = ("problem", "approach", "would_change")


@dataclass(frozen=True)
class BuildMark:
    """What a learner did with one project; `ticks` maps the id of a requirement to the day it was met."""

    build: Build | None = None
    ticks: dict[int, datetime.date] = field(default_factory=dict)

    @property
    def ship_by(self) -> datetime.date | None:
        return self.build.ship_by if self.build else None

    @property
    def begun(self) -> Build | None:
        """Return the build, once it is more than a tick or a day to ship by."""
        return self.build if self.build and self.build.begun else None


@dataclass(frozen=True)
class OwnBuild:
    """A build of the learner's own, with how many of its requirements are met."""

    build: Build
    met: int
    total: int


@dataclass(frozen=True)
class LearnerBuilds:
    """`projects`: by id of the project. `own`: the latest first."""

    projects: Mapping[int, BuildMark] = field(default_factory=dict)
    own: tuple[OwnBuild, ...] = ()
    fingerprint: str = ""


NO_BUILDS = LearnerBuilds()


def builds_of(user: User, *, texts: bool = False) -> LearnerBuilds:
    """Read a learner's builds with their ticks, in one statement; long texts only when asked for."""
    rows: QuerySet[Any] = (
        Build.objects.filter(user=user)
        .defer(*([] if texts else LONG))
        .order_by("-made_at", "pk", "ticks__requirement_id")
        .annotate(
            tick=F("ticks__requirement_id"),
            tick_day=F("ticks__done_on"),
            met=_count(OwnRequirement.objects.filter(done_on__isnull=False)),
            total=_count(OwnRequirement.objects.all()),
        )
    )
    projects: dict[int, BuildMark] = {}
    own: list[OwnBuild] = []
    seen = []
    for build in rows:
        seen.append([value for name, value in build.__dict__.items() if name != "_state"])
        if build.project_id is None:
            own.append(OwnBuild(build, build.met, build.total))
            continue
        mark = projects.setdefault(build.project_id, BuildMark(build))
        if build.tick is not None:
            mark.ticks[build.tick] = build.tick_day
    return LearnerBuilds(projects, tuple(own), str(seen))


def _count(rows: "QuerySet[OwnRequirement]") -> Coalesce:
    mine = rows.filter(build=OuterRef("pk")).order_by().values("build")
    return Coalesce(Subquery(mine.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)
