"""All weeks and months of a learner's log, and when each skill was begun, in one statement."""

import datetime
import hashlib
import marshal
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from roadmap.weeks import DAY, WEEK

# Whole weeks since a day long before all others: the databases count days each in their own way.
_WEEKS = {
    "sqlite": "CAST(julianday(day) - julianday(%s) AS integer) / 7",
    "postgresql": "(day - CAST(%s AS date)) / 7",
}
_HISTORY = """
SELECT 'w', {weeks}, NULL, SUM(minutes) FROM roadmap_studysession WHERE user_id = %s GROUP BY 2
UNION ALL
SELECT 'm', 0, SUBSTR(CAST(day AS text), 1, 7), SUM(minutes)
  FROM roadmap_studysession WHERE user_id = %s GROUP BY 3
UNION ALL
SELECT 's', skill_id, CAST(MIN(day) AS text), 0
  FROM roadmap_studysession WHERE user_id = %s AND skill_id IS NOT NULL GROUP BY skill_id
ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class History:
    """Minutes by week (its first day) and by month (its first day), and each skill's first day of study.

    Weeks and months come oldest first; those without an entry are not there.
    """

    by_week: Mapping[datetime.date, int]
    by_month: Mapping[datetime.date, int]
    begun: Mapping[int, datetime.date]
    fingerprint: str


def history_of(user_id: int, week_starts_on: int) -> History:
    """Sum up all that `user_id` ever logged; weeks start on this ISO weekday."""
    # The first day of the calendar is a Monday.
    origin = datetime.date.min + (week_starts_on - 1) * DAY
    statement = _HISTORY.format(weeks=_WEEKS[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute(statement, [origin.isoformat(), user_id, user_id, user_id])
        rows = cursor.fetchall()
    to_date = datetime.date.fromisoformat
    digest = hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest()
    return History(
        {origin + int(number) * WEEK: int(total) for what, number, _, total in rows if what == "w"},
        {to_date(f"{month}-01"): int(total) for what, _, month, total in rows if what == "m"},
        {number: to_date(day) for what, number, day, _ in rows if what == "s"},
        digest,
    )
