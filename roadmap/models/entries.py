"""A stretch of a learner's log, entry by entry, in one statement."""

import datetime
import uuid
from typing import NamedTuple

from django.db import connection

# Written out because the ORM takes longer to compose it than the database takes to answer.
_ENTRIES = """
SELECT CAST(id AS text), CAST(day AS text), minutes, kind, skill_id, project_id, note
  FROM roadmap_studysession WHERE user_id = %s AND day >= %s AND day < %s
  ORDER BY day DESC, logged_at DESC, id LIMIT %s
"""


class EntryRow(NamedTuple):
    """An entry as the database has it; its id and its day are text."""

    text_id: str
    text_day: str
    minutes: int
    kind: str
    skill_id: int | None
    project_id: int | None
    note: str

    @property
    def id(self) -> uuid.UUID:
        return uuid.UUID(self.text_id)

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.text_day)


def entries_of(user_id: int, since: datetime.date, before: datetime.date, most: int) -> list[EntryRow]:
    """Return what `user_id` logged from the day `since` to the one before `before`, the latest first."""
    to_text = connection.ops.adapt_datefield_value
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [user_id, to_text(since), to_text(before), most])
        return [EntryRow._make(row) for row in cursor.fetchall()]
