"""The log as its learner reads it: entries by week, latest first, a few weeks at a time."""

import datetime
import uuid
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Max, Sum

from accounts.models import User
from roadmap.catalogue import Catalogue
from roadmap.days import named_week
from roadmap.models.entries import EntryRow, entries_of
from roadmap.models.sessions import DAY, Kind
from roadmap.models.study import Study
from roadmap.recent import Recent
from roadmap.subjects import Subject, subject_of
from roadmap.weeks import WEEK, week_of

WEEKS = 4
# A day holds no more entries than minutes, so that one day always fits.
MOST = DAY


@dataclass(frozen=True)
class Entry:
    """One entry; `kind` in words."""

    id: uuid.UUID
    day: datetime.date
    minutes: int
    kind: str
    subject: Subject
    note: str


@dataclass(frozen=True)
class LogWeek:
    """A week that holds entries; `minutes` are those of all its seven days."""

    title: str
    minutes: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class LogPage:
    """`earlier`: the day before which there is more, if there is.

    Equal only to itself, so that what was made of it can be kept.
    """

    weeks: tuple[LogWeek, ...]
    earlier: datetime.date | None


NOTHING = LogPage((), None)
_LABELS = dict(Kind.choices)
_pages = Recent[LogPage](100)


def log_page(
    user: User,
    catalogue: Catalogue,
    study: Study,
    week_starts_on: int,
    today: datetime.date,
    before: datetime.date,
) -> LogPage:
    """Return the four weeks up to the latest entry before a day; weeks without an entry are left out.

    Three statements at most, however much there is; one where `study` knows the days.
    """
    latest = max((day for day in study.by_day if day < before), default=None) or _latest(user, study, before)
    if latest is None:
        return NOTHING
    start = week_of(latest, week_starts_on) - (WEEKS - 1) * WEEK
    rows = entries_of(user.pk, start, before, MOST + 1)

    def make() -> LogPage:
        return _page(user, catalogue, study, rows, start, before, week_starts_on, today)

    made_from = (rows, study.fingerprint, catalogue.version, week_starts_on, today, before)
    return _pages.get(user.pk, made_from, make)


def _page(
    user: User,
    catalogue: Catalogue,
    study: Study,
    rows: list[EntryRow],
    start: datetime.date,
    before: datetime.date,
    week_starts_on: int,
    today: datetime.date,
) -> LogPage:
    if len(rows) > MOST:
        start = rows[-1].day + datetime.timedelta(1)
        rows = [row for row in rows if row.day >= start]
    totals = _totals(user, study, week_of(start, week_starts_on), before + WEEK, week_starts_on)
    weeks = tuple(
        LogWeek(named_week(week, today), totals[week], tuple(_entry(catalogue, row) for row in found))
        for week, found in groupby(rows, lambda row: week_of(row.day, week_starts_on))
    )
    return LogPage(weeks, start if study.first_day and study.first_day < start else None)


def _latest(user: User, study: Study, before: datetime.date) -> datetime.date | None:
    if study.first_day is None or study.first_day >= before:
        return None
    latest: datetime.date | None = user.study_sessions.filter(day__lt=before).aggregate(day=Max("day"))["day"]
    return latest


def _totals(
    user: User, study: Study, start: datetime.date, end: datetime.date, week_starts_on: int
) -> dict[datetime.date, int]:
    """Return the minutes of each week from `start` on, summed by the database."""
    totals: dict[datetime.date, int] = defaultdict(int)
    if study.since <= start:
        days = list(study.by_day.items())
    else:
        sums = user.study_sessions.filter(day__gte=start, day__lt=end).order_by("day")
        days = list(sums.values("day").annotate(sum=Sum("minutes")).values_list("day", "sum"))
    for day, minutes in days:
        totals[week_of(day, week_starts_on)] += minutes
    return totals


def _entry(catalogue: Catalogue, row: EntryRow) -> Entry:
    return Entry(row.id, row.day, row.minutes, _LABELS[row.kind], subject_of(catalogue, row), row.note)
