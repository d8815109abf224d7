"""All weeks and months of a learner's log, in one statement."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from roadmap.weeks import DAY, WEEK

# Days since one long before all others: the databases count them each in their own way.
_DAYS = {
    "sqlite": "CAST(julianday(day) - julianday(%s) AS integer)",
    "postgresql": "(day - CAST(%s AS date))",
}
_HISTORY = """
SELECT {days} / 7, SUBSTR(CAST(day AS text), 1, 7), SUM(minutes)
  FROM roadmap_studysession WHERE user_id = %s GROUP BY 1, 2 ORDER BY 1, 2
"""
_MARK = "SELECT COUNT(*), SUM(minutes), SUM(minutes * {days}) FROM roadmap_studysession WHERE user_id = %s"


@dataclass(frozen=True)
class History:
    """Minutes by week and by month, each named by its first day.

    Weeks and months come oldest first; those without an entry are not there.
    """

    by_week: Mapping[datetime.date, int]
    by_month: Mapping[datetime.date, int]


def history_of(user_id: int, week_starts_on: int) -> History:
    """Sum up all that `user_id` ever logged; weeks start on this ISO weekday."""
    # The first day of the calendar is a Monday.
    origin = datetime.date.min + (week_starts_on - 1) * DAY
    by_week: dict[datetime.date, int] = {}
    by_month: dict[datetime.date, int] = {}
    to_date = datetime.date.fromisoformat
    for number, text, total in _rows(_HISTORY, origin, user_id):
        week, month = origin + int(number) * WEEK, to_date(f"{text}-01")
        by_week[week] = by_week.get(week, 0) + int(total)
        by_month[month] = by_month.get(month, 0) + int(total)
    return History(by_week, by_month)


def history_mark(user_id: int) -> str:
    """Return what moves with the history, for a quarter of its time.

    An entry that comes, goes, or gets another day or length moves it. Only changes that outweigh each
    other to the minute and the day would not.
    """
    return " ".join(map(str, _rows(_MARK, datetime.date.min, user_id)[0]))


def _rows(statement: str, origin: datetime.date, user_id: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.format(days=_DAYS[connection.vendor]), [origin.isoformat(), user_id])
        return cursor.fetchall()
