"""A learner's runs of the sprint and the breaks that push them, in one statement."""

import datetime
import hashlib
import marshal
import uuid
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from roadmap.weeks import DAY, Days

_SPRINT = """
SELECT 'r', CAST(id AS text), CAST(started_on AS text), CAST(ended_on AS text), shifted_weeks, ending,
  summary, CAST(made_at AS text) FROM roadmap_sprintrun WHERE user_id = %s
UNION ALL
SELECT 'b', CAST(id AS text), CAST(starts_on AS text), CAST(ends_on AS text), 0, '', label, NULL
  FROM roadmap_break WHERE user_id = %s
"""
# Whether a week was looked back on, and whether anything was planned or logged in it.
_WEEK = """
UNION ALL
SELECT 'w', NULL, NULL, NULL, CASE WHEN EXISTS (SELECT 1 FROM roadmap_studyweek
    WHERE user_id = %s AND starts_on >= %s AND starts_on < %s AND reviewed_at IS NOT NULL) THEN 1 ELSE 0 END,
  CASE WHEN EXISTS (SELECT 1 FROM roadmap_studyweek
      WHERE user_id = %s AND starts_on >= %s AND starts_on < %s AND hours IS NOT NULL)
    OR EXISTS (SELECT 1 FROM roadmap_weekpick WHERE user_id = %s AND starts_on >= %s AND starts_on < %s)
    OR EXISTS (SELECT 1 FROM roadmap_studysession WHERE user_id = %s AND day >= %s AND day < %s)
  THEN 'used' ELSE '' END, '', NULL
"""


class Run(NamedTuple):
    """A row of SprintRun."""

    id: uuid.UUID
    started_on: datetime.date
    ended_on: datetime.date | None
    shifted_weeks: int
    ending: str
    summary: str

    @property
    def begun_on(self) -> datetime.date:
        """Return day 1 as it was before the run was put off."""
        return self.started_on - 7 * self.shifted_weeks * DAY


class OwnBreak(NamedTuple):
    """A row of Break."""

    id: uuid.UUID
    starts_on: datetime.date
    ends_on: datetime.date
    label: str


class OwnWeek(NamedTuple):
    """Whether the learner looked back on a week, and whether they planned or logged in it."""

    reviewed: bool = False
    used: bool = False


UNTOUCHED = OwnWeek()


@dataclass(frozen=True)
class OwnSprint:
    """The run under way, the ended ones from the latest on, the breaks in order, and the week asked for."""

    running: Run | None
    past: tuple[Run, ...]
    breaks: tuple[OwnBreak, ...]
    fingerprint: str
    week: OwnWeek = UNTOUCHED

    @property
    def days_off(self) -> tuple[Days, ...]:
        return tuple((off.starts_on, off.ends_on) for off in self.breaks)


def own_sprint(user_id: int, week: datetime.date | None = None) -> OwnSprint:
    """Read all that moves or remembers the sprint of `user_id`, and what they did with `week` (its start)."""
    sql, values = _SPRINT, list[Any]([user_id, user_id])
    if week:
        to_text = connection.ops.adapt_datefield_value
        sql, values = sql + _WEEK, values + [user_id, to_text(week), to_text(week + 7 * DAY)] * 4
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = sorted(cursor.fetchall(), key=lambda row: (row[0], row[2], row[7] or "", row[1]))
    own_week = UNTOUCHED
    runs: list[Run] = []
    breaks: list[OwnBreak] = []
    to_date = datetime.date.fromisoformat
    for what, pk, since, until, shifted, ending, text, _ in rows:
        if what == "r":
            ended_on = to_date(until) if until else None
            runs.append(Run(uuid.UUID(pk), to_date(since), ended_on, shifted, ending, text))
        elif what == "w":
            own_week = OwnWeek(bool(shifted), bool(ending))
        else:
            breaks.append(OwnBreak(uuid.UUID(pk), to_date(since), to_date(until), text))
    return OwnSprint(
        next((run for run in runs if run.ending == "running"), None),
        tuple(run for run in reversed(runs) if run.ending != "running"),
        tuple(breaks),
        hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest(),
        own_week,
    )
