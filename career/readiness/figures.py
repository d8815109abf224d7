"""What a learner has to show, counted for the gates."""

import datetime
import uuid
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from accounts.models import User
from career import gates
from career.resumes.checks import best
from roadmap.outline import Outline
from roadmap.practice.counted import counted

# One round trip, as for the marks: the ORM takes ten times as long to compose it as the database to
# answer it. A build has at most the days it was started and shipped, of which the later one is told.
_ROWS = """
SELECT b.status, CAST(b.key AS text), COALESCE(NULLIF(b.title, ''), p.title),
    CAST(COALESCE(b.shipped_on, b.started_on) AS text),
    CASE WHEN b.metric_mine IS NULL THEN 0 ELSE 1 END, CASE WHEN b.demo = '' THEN 0 ELSE 1 END
  FROM roadmap_build b LEFT JOIN roadmap_project p ON p.id = b.project_id
  WHERE b.user_id = %s AND (b.status = 'shipped' OR b.status = 'building' AND b.started_on IS NOT NULL)
UNION ALL
SELECT 'break', CAST(starts_on AS text), CAST(ends_on AS text), NULL, 0, 0
  FROM roadmap_break WHERE user_id = %s
UNION ALL
SELECT 'problems', '', '', NULL, COUNT(*), 0 FROM roadmap_problem WHERE user_id = %s
UNION ALL
SELECT 'mocks', '', '', NULL, COUNT(*), COUNT(CASE WHEN kind = 'design' THEN 1 END)
  FROM career_interview
  WHERE user_id = %s AND is_mock AND deleted_at IS NULL AND outcome <> 'canceled'
    AND (starts_at <= %s OR debriefed_at IS NOT NULL)
UNION ALL
SELECT 'stories', '', '', NULL, COUNT(*), 0 FROM career_story
  WHERE user_id = %s AND deleted_at IS NULL
    AND situation <> '' AND task <> '' AND action <> '' AND result <> ''
"""


class NamedBuild(NamedTuple):
    """A build that is shipped, or under way; `day` is when that began."""

    day: str
    key: uuid.UUID
    title: str
    measured: bool
    demo: bool


@dataclass(frozen=True)
class Rows:
    """What the database says: builds the earliest first, and how many there are of the rest."""

    shipped: tuple[NamedBuild, ...]
    building: tuple[NamedBuild, ...]
    breaks: tuple[tuple[datetime.date, datetime.date], ...]
    problems: int
    mocks: int
    designs: int
    stories: int


def rows_of(user: User, now: datetime.datetime) -> Rows:
    """Read a learner's rows in one statement; `now` tells mocks that were held from those to come."""
    pk = user.pk
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [pk, pk, pk, pk, connection.ops.adapt_datetimefield_value(now), pk])
        found = cursor.fetchall()
    builds: dict[str, list[NamedBuild]] = {"shipped": [], "building": []}
    breaks, counts, designs = [], {}, 0
    for kind, one, two, day, number, other in found:
        if kind in builds:
            builds[kind].append(NamedBuild(day, uuid.UUID(one), two, bool(number), bool(other)))
        elif kind == "break":
            breaks.append((datetime.date.fromisoformat(one), datetime.date.fromisoformat(two)))
        else:
            counts[kind] = number
            designs += other
    return Rows(
        tuple(sorted(builds["shipped"])),
        tuple(sorted(builds["building"])),
        tuple(breaks),
        counts["problems"],
        counts["mocks"],
        designs,
        counts["stories"],
    )


def figures_of(user: User, outline: Outline, rows: Rows, today: datetime.date) -> dict[str, int]:
    """Return all figures by gate. The résumé's takes a statement."""
    shown = {f"phase_{view.phase.number}": view.tally.shown for view in outline.phases}
    checks = best(user)
    problems = [
        one.line.skill.target if one.line.state == "done" else one.line.count for one in counted(outline, 0)
    ]
    return {
        **{key: number for key, number in shown.items() if key in gates.KEYS},
        gates.SHIPPED: len(rows.shipped),
        gates.METRIC: sum(build.measured for build in rows.shipped),
        gates.DEMO: sum(build.demo for build in rows.shipped),
        gates.PROBLEMS: max(rows.problems, *problems, 0),
        gates.MOCKS: rows.mocks,
        gates.DESIGN: rows.designs,
        gates.STORIES: rows.stories,
        gates.RESUME: checks[0] if checks else 0,
        gates.WEEKS: gates.weeks_prepared(outline.begun(user, today), today, rows.breaks),
    }
