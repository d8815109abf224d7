"""Rounds as pages show them: of one application, and of all."""

import datetime
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError

from accounts import time_zones
from accounts.models import User
from career.interviews.points import Preparation, preparation
from career.interviews.when import When, when_of
from career.models import Application, Interview, PreparationPoint
from roadmap.days import near_day
from roadmap.links import http_url

PAST = 50  # as many as the list shows at once


@dataclass(frozen=True)
class PointView:
    """A point of the list before a round; `own`: the learner's, who may take it off the list."""

    interview: uuid.UUID
    key: str
    text: str
    done: bool
    own: bool

    @property
    def id(self) -> str:
        return f"point-{self.interview.hex[:12]}-{self.key}"


@dataclass(frozen=True)
class RoundView:
    """A round with its points; `number` is its place among those of its application, from 1.

    `debrief` is “due”, “written” or nothing; `held` the day it was on, in short.
    """

    row: Interview
    number: int
    when: When | None
    held: str
    is_over: bool
    debrief: str
    points: tuple[PointView, ...] = ()

    @property
    def title(self) -> str:
        return str(self.row)

    @property
    def is_ahead(self) -> bool:
        return not (self.is_over or self.row.canceled)

    @property
    def link(self) -> str:
        """Return the place when it is an address that can be opened."""
        return self.row.place if is_address(self.row.place) else ""

    @property
    def done(self) -> int:
        return sum(point.done for point in self.points)

    @property
    def preparation(self) -> Preparation:
        return preparation(self.row.kind)


@dataclass(frozen=True)
class RoundList:
    """All rounds: those to be looked back on, those to come (soonest first, without a day last), the past."""

    due: tuple[RoundView, ...]
    ahead: tuple[RoundView, ...]
    past: tuple[RoundView, ...]
    older: int


def round_view(row: Interview, number: int, user: User, now: datetime.datetime) -> RoundView:
    today, when = user.today(now), None
    if row.starts_at:
        own = time_zones.zone(user.time_zone)
        when = when_of(row.starts_at, row.minutes, row.zone_info, own, today)
    return RoundView(
        row,
        number,
        when,
        near_day(when.date, today) if when else "",
        row.is_over(now),
        "written" if row.debriefed_at else "due" if row.debrief_due(now) else "",
    )


def points_of(row: Interview, rows: Iterable[PreparationPoint]) -> tuple[PointView, ...]:
    """Return the guide's points for this kind of round, ticked as the rows say, then the learner's own."""
    kept = {point.key: point for point in rows}
    guide = preparation(row.kind)
    found = [
        PointView(row.pk, one.key, one.text, one.key in kept and kept[one.key].done, False)
        for one in guide.points
    ]
    own = [point for point in kept.values() if point.text]
    found += [PointView(row.pk, point.key, point.text, point.done, True) for point in own]
    return tuple(found)


def rounds_of(application: Application, user: User, now: datetime.datetime) -> tuple[RoundView, ...]:
    """Return the rounds of an application in their order, with their points, in two statements.

    `user` is its learner, in whose words the times are given.
    """
    rows = list(Interview.objects.filter(application=application))
    return _with_points([round_view(row, n, user, now) for n, row in enumerate(rows, 1)])


def round_list(user: User, now: datetime.datetime, *, whole: bool = False) -> RoundList:
    """Return a learner's rounds in two statements; of the past the last `PAST`, unless `whole`."""
    rows = Interview.objects.rounds(user).defer("note", "went_well", "weak_spot", "application__note")
    views = [round_view(row, 0, user, now) for row in rows]
    due = [view for view in views if view.debrief == "due"]
    ahead = [view for view in views if view.is_ahead]
    past = [view for view in reversed(views) if not view.is_ahead and view.debrief != "due"]
    ahead.sort(key=lambda view: view.row.starts_at or datetime.datetime.max.replace(tzinfo=datetime.UTC))
    shown = past if whole else past[:PAST]
    return RoundList(tuple(due), _with_points(ahead), tuple(shown), len(past) - len(shown))


def is_address(place: str) -> bool:
    try:
        http_url(place)
    except ValidationError:
        return False
    return True


def _with_points(views: Iterable[RoundView]) -> tuple[RoundView, ...]:
    each = list(views)
    rows: Mapping[uuid.UUID, list[PreparationPoint]] = {view.row.pk: [] for view in each}
    for point in PreparationPoint.objects.filter(interview__in=list(rows)) if rows else ():
        rows[point.interview_id].append(point)
    return tuple(replace(view, points=points_of(view.row, rows[view.row.pk])) for view in each)
