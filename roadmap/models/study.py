"""All that a page needs to know of a learner's hours, in one statement that sums in the database."""

import datetime
import hashlib
import marshal
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from roadmap.models.history import days_since_origin
from roadmap.models.timers import StudyTimer
from roadmap.weeks import Days

# The four weeks of the log's first page and the one under way.
RECENT = datetime.timedelta(5 * 7)
MONTH = datetime.timedelta(28)

_STUDY = """
SELECT 's', COALESCE(skill_id, 0), CAST(SUM(minutes * {days}) AS text), NULL, SUM(minutes), NULL
  FROM roadmap_studysession WHERE user_id = %s GROUP BY skill_id
UNION ALL
SELECT 'f', 0, '', CAST((SELECT MIN(day) FROM roadmap_studysession WHERE user_id = %s) AS text), COUNT(*),
  NULL FROM roadmap_studysession WHERE user_id = %s
UNION ALL
SELECT 'd', 0, '', CAST(day AS text), SUM(minutes), NULL
  FROM roadmap_studysession WHERE user_id = %s AND day >= %s GROUP BY day
UNION ALL
SELECT 'k', 0, kind, NULL, SUM(minutes), NULL
  FROM roadmap_studysession WHERE user_id = %s AND day > %s AND day <= %s GROUP BY kind
UNION ALL
SELECT 'b', 0, label, CAST(starts_on AS text), 0, CAST(ends_on AS text)
  FROM roadmap_break WHERE user_id = %s
UNION ALL
SELECT 't', COALESCE(skill_id, 0), kind || ' ' || CAST(id AS text), CAST(started_at AS text),
  COALESCE(project_id, 0), CAST(stopped_at AS text) FROM roadmap_studytimer WHERE user_id = %s
"""


@dataclass(frozen=True)
class Study:
    """A learner's minutes: by skill (0: no skill), by recent day, by kind over 28 days; breaks and timers.

    The fingerprint moves with all that was ever logged: an entry that comes, goes, or gets another day,
    length or skill. Only changes that outweigh each other to the minute and the day would not move it.
    `first_day` is the day of the oldest entry, `entries` their number. Days are known from `since` on. The
    timers come latest first.
    """

    by_skill: Mapping[int, int]
    by_day: Mapping[datetime.date, int]
    by_kind: Mapping[str, int]
    first_day: datetime.date | None
    entries: int
    breaks: tuple[Days, ...]
    labels: tuple[str, ...]
    fingerprint: str
    since: datetime.date = datetime.date.max
    timers: tuple[StudyTimer, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(self.by_skill.values())

    def running(self, now: datetime.datetime) -> StudyTimer | None:
        """Return the timer that runs, unless it is one to be asked about, `now` being aware."""
        return next((timer for timer in self.timers if not timer.forgotten(now)), None)

    def moment(self, now: datetime.datetime) -> str:
        """Return what tells a page of `now` from an earlier one: the fingerprint, and minutes that run."""
        running = next((timer for timer in self.timers if timer.stopped_at is None), None)
        return f"{self.fingerprint} {running.minutes(now) if running else ''}"

    def minutes_of(self, week: datetime.date) -> int:
        """Return the minutes of the seven days from `week` on, when they are recent."""
        return sum(self.by_day.get(week + datetime.timedelta(n), 0) for n in range(7))


def study_of(user_id: int, today: datetime.date) -> Study:
    """Read what `user_id` logged up to now, `today` being their own date."""
    to_text = connection.ops.adapt_datefield_value
    recent, month, day = (to_text(d) for d in (today - RECENT, today - MONTH, today))
    with connection.cursor() as cursor:
        cursor.execute(
            _STUDY.format(days=days_since_origin()),
            [user_id, user_id, user_id, user_id, recent, user_id, month, day, user_id, user_id],
        )
        rows = cursor.fetchall()
    by_skill: dict[int, int] = {}
    by_day: dict[datetime.date, int] = {}
    by_kind: dict[str, int] = {}
    breaks: list[tuple[Days, str]] = []
    timers: list[StudyTimer] = []
    first_day, entries = None, 0
    to_date = datetime.date.fromisoformat
    for what, number, text, since, total, until in rows:
        if what == "s":
            by_skill[number] = int(total)
        elif what == "f":
            first_day, entries = to_date(since) if since else None, int(total)
        elif what == "d":
            by_day[to_date(since)] = int(total)
        elif what == "k":
            by_kind[text] = int(total)
        elif what == "b":
            breaks.append(((to_date(since), to_date(until)), text))
        else:
            timers.append(_timer(user_id, number, text, since, total, until))
    breaks.sort()
    timers.sort(key=lambda timer: timer.started_at, reverse=True)
    digest = hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest()
    return Study(
        by_skill,
        by_day,
        by_kind,
        first_day,
        entries,
        tuple(days for days, _ in breaks),
        tuple(label for _, label in breaks),
        digest,
        today - RECENT,
        tuple(timers),
    )


def _timer(user_id: int, skill: int, text: str, since: str, project: int, until: str | None) -> StudyTimer:
    kind, pk = text.split()
    return StudyTimer(
        id=uuid.UUID(pk),
        user_id=user_id,
        started_at=_moment(since),
        stopped_at=_moment(until) if until else None,
        kind=kind,
        skill_id=skill or None,
        project_id=project or None,
    )


def _moment(text: str) -> datetime.datetime:
    found = datetime.datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
