"""All that the pages of a week need to know of a learner besides their marks, in one statement."""

import datetime
import hashlib
import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from roadmap.week_plan import Pick
from roadmap.weeks import DAY, WEEK, Days, week_of

RECENT = 12 * WEEK

# Minutes are summed in the database: by skill up to the weeks in question, and within them by day.
# An entry for a project has no skill: saying so lets the index find them.
_ROWS = """
SELECT 'b', COALESCE(skill_id, 0), '', {begun}, NULL, SUM(minutes), 0
  FROM roadmap_studysession WHERE user_id = %s AND day < %s GROUP BY skill_id
UNION ALL
SELECT 'd', COALESCE(skill_id, 0), kind, CAST(day AS text), NULL, SUM(minutes), COUNT(*)
  FROM roadmap_studysession WHERE user_id = %s AND day >= %s AND day < %s GROUP BY day, kind, skill_id
UNION ALL
SELECT 'o', project_id, '', CAST(MIN(day) AS text), NULL, 0, 0
  FROM roadmap_studysession WHERE user_id = %s AND skill_id IS NULL AND project_id IS NOT NULL
  GROUP BY project_id
UNION ALL
SELECT 'w', CASE WHEN reviewed_at IS NULL THEN 0 ELSE 1 END, line, CAST(starts_on AS text),
  CAST(hours AS text), 0, 0 FROM roadmap_studyweek WHERE user_id = %s AND starts_on >= %s
UNION ALL
SELECT 'p', skill_id, choice, CAST(starts_on AS text), NULL, COALESCE(position, -1), 0
  FROM roadmap_weekpick WHERE user_id = %s AND starts_on >= %s
UNION ALL
SELECT 'x', 0, pitfall, '', NULL, 0, 0 FROM roadmap_pitfalldismissal WHERE user_id = %s
UNION ALL
SELECT 'f', 0, '', '', NULL, 0, 0 FROM roadmap_calendarfeed WHERE user_id = %s
UNION ALL
SELECT 'k', 0, label, CAST(starts_on AS text), CAST(ends_on AS text), 0, 0
  FROM roadmap_break WHERE user_id = %s
"""


class Logged(NamedTuple):
    """What was logged on one day for one skill (0: none) as one kind."""

    day: datetime.date
    skill_id: int
    kind: str
    minutes: int
    entries: int


class Own(NamedTuple):
    """What the learner said of a week: hours for it alone, their line, and whether it is reviewed."""

    hours: float | None = None
    line: str = ""
    reviewed: bool = False


class PlannedBreak(NamedTuple):
    days: Days
    label: str


NOTHING = Own()


@dataclass(frozen=True)
class WeekRows:
    """A learner's rows around `week`. Everything goes by weeks that begin on the weekday of `week`.

    `begun`, `projects_begun`: the first day logged on a skill or a project, by its id; of skills only when
    asked for, as it costs as much as all the rest. `dismissed`: slugs of pitfalls.
    """

    week: datetime.date
    before: Mapping[int, int]
    logged: tuple[Logged, ...]
    own: Mapping[datetime.date, Own]
    picks: Mapping[datetime.date, Mapping[int, Pick]]
    begun: Mapping[int, datetime.date]
    projects_begun: Mapping[int, datetime.date]
    dismissed: frozenset[str]
    breaks: tuple[PlannedBreak, ...]
    has_feed: bool
    fingerprint: str
    _spent: dict[datetime.date, dict[int, int]] = field(default_factory=dict, repr=False)

    def of(self, week: datetime.date) -> Own:
        return self.own.get(week, NOTHING)

    def picked(self, week: datetime.date) -> Mapping[int, Pick]:
        return self.picks.get(week, {})

    def within(self, first: datetime.date, days: int = 7) -> Iterator[Logged]:
        """Yield what was logged in the `days` from `first` on."""
        end = first + days * DAY
        return (entry for entry in self.logged if first <= entry.day < end)

    def minutes(self, week: datetime.date) -> int:
        return sum(entry.minutes for entry in self.within(week))

    def spent(self, week: datetime.date) -> Mapping[int, int]:
        """Return the minutes by skill up to the day before `week`."""
        if week in self._spent:
            return self._spent[week]
        total = self._spent[week] = dict(self.before)
        for entry in self.logged:
            if entry.day < week:
                total[entry.skill_id] = total.get(entry.skill_id, 0) + entry.minutes
        return total


def week_rows(user_id: int, week: datetime.date, *, begun_too: bool = False) -> WeekRows:
    """Read the rows around `week`, which begins on the first day of the learner's weeks."""
    to_text, to_date = connection.ops.adapt_datefield_value, datetime.date.fromisoformat
    since = week - min(RECENT, week - datetime.date.min)
    # Rows of weeks that began on another weekday lie up to six days off.
    shifted = to_text(since - min(WEEK, since - datetime.date.min))
    first, end = to_text(since), to_text(week + WEEK)
    with connection.cursor() as cursor:
        cursor.execute(
            _ROWS.format(begun="CAST(MIN(day) AS text)" if begun_too else "NULL"),
            [
                user_id,
                first,
                user_id,
                first,
                end,
                user_id,
                user_id,
                shifted,
                user_id,
                shifted,
                *[user_id] * 3,
            ],
        )
        rows = sorted(cursor.fetchall(), key=lambda row: (row[0], row[3], row[1], row[2]))
    starts_on = week.isoweekday()
    before: dict[int, int] = {}
    logged: list[Logged] = []
    own: dict[datetime.date, Own] = {}
    picks: dict[datetime.date, dict[int, Pick]] = {}
    begun: dict[int, datetime.date] = {}
    projects_begun: dict[int, datetime.date] = {}
    has_feed = False
    dismissed: set[str] = set()
    breaks: list[PlannedBreak] = []
    for what, number, text, day, other, amount, entries in rows:
        if what == "b":
            before[number] = int(amount)
            if begun_too:
                begun[number] = to_date(day)
        elif what == "d":
            logged.append(Logged(to_date(day), number, text, int(amount), int(entries)))
            if begun_too:
                begun.setdefault(number, to_date(day))
        elif what == "o":
            projects_begun[number] = to_date(day)
        elif what == "w":
            hours = float(other) if other is not None else None
            own[week_of(to_date(day), starts_on)] = Own(hours, text, bool(number))
        elif what == "p":
            of_week = picks.setdefault(week_of(to_date(day), starts_on), {})
            of_week[number] = Pick(text, int(amount) if amount >= 0 else None)
        elif what == "x":
            dismissed.add(text)
        elif what == "f":
            has_feed = True
        else:
            breaks.append(PlannedBreak((to_date(day), to_date(other)), text))
    digest = hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12)
    return WeekRows(
        week,
        before,
        tuple(logged),
        own,
        picks,
        begun,
        projects_begun,
        frozenset(dismissed),
        tuple(breaks),
        has_feed,
        digest.hexdigest(),
    )
