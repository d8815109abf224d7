"""All weeks and months of a learner's log, and when each skill was begun, in one statement."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection

from roadmap.weeks import DAY, WEEK

YEAR = 54 * WEEK  # full weeks and the one under way
# The first day of the calendar is a Monday. The databases count the days since, each in its own way.
ORIGIN = datetime.date.min
_DAYS = {
    "sqlite": "CAST(julianday(day) - 1721425.5 AS integer)",
    "postgresql": "CAST(day - DATE '0001-01-01' AS bigint)",
}
_HISTORY = """
SELECT 'w', ({days} - %s) / 7, SUBSTR(CAST(day AS text), 1, 7), SUM(minutes)
  FROM roadmap_studysession WHERE user_id = %s GROUP BY 2, 3
UNION ALL
SELECT 'd', 0, CAST(day AS text), SUM(minutes)
  FROM roadmap_studysession WHERE user_id = %s AND day >= %s GROUP BY day
UNION ALL
SELECT 'b', COALESCE(skill_id, 0), CAST(MIN(day) AS text), 0
  FROM roadmap_studysession WHERE user_id = %s GROUP BY skill_id
ORDER BY 1, 2, 3
"""


def days_since_origin() -> str:
    """Return the SQL that counts the days from `ORIGIN` to a column called day."""
    return _DAYS[connection.vendor]


@dataclass(frozen=True)
class History:
    """Minutes by week and by month, each named by its first day, and by day of the last year.

    All come oldest first; what has no entry is not there. `begun` are the first days by skill (0: no skill).
    """

    by_week: Mapping[datetime.date, int]
    by_month: Mapping[datetime.date, int]
    by_day: Mapping[datetime.date, int]
    begun: Mapping[int, datetime.date]


def history_of(user_id: int, week_starts_on: int, today: datetime.date) -> History:
    """Sum up all that `user_id` ever logged; weeks start on this ISO weekday."""
    offset = week_starts_on - 1
    since = connection.ops.adapt_datefield_value(today - YEAR)
    with connection.cursor() as cursor:
        cursor.execute(_HISTORY.format(days=days_since_origin()), [offset, user_id, user_id, since, user_id])
        rows = cursor.fetchall()
    by_week: dict[datetime.date, int] = {}
    by_month: dict[datetime.date, int] = {}
    by_day: dict[datetime.date, int] = {}
    begun: dict[int, datetime.date] = {}
    origin, to_date = ORIGIN + offset * DAY, datetime.date.fromisoformat
    for what, number, text, total in rows:
        if what == "d":
            by_day[to_date(text)] = int(total)
        elif what == "b":
            begun[number] = to_date(text)
        else:
            week, month = origin + int(number) * WEEK, to_date(f"{text}-01")
            by_week[week] = by_week.get(week, 0) + int(total)
            by_month[month] = by_month.get(month, 0) + int(total)
    return History(by_week, by_month, by_day, begun)
