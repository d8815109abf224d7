"""A learner's own questions on one skill and what they remember of all its questions, in one statement."""

import datetime
import hashlib
import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

_SKILL_CARDS = """
SELECT 0, CAST(q.id AS text), q.prompt, q.answer, q.slip, CAST(c.due_on AS text),
  CAST(c.reviewed_on AS text), CASE WHEN c.suspended THEN 1 ELSE 0 END, c.stability, c.difficulty
  FROM roadmap_ownquestion q LEFT JOIN roadmap_reviewcard c ON c.own_id = q.id
  WHERE q.user_id = %s AND q.skill_id = %s AND q.deleted_at IS NULL
UNION ALL
SELECT question_id, '', '', '', '', CAST(due_on AS text),
  CAST(reviewed_on AS text), CASE WHEN suspended THEN 1 ELSE 0 END, stability, difficulty
  FROM roadmap_reviewcard WHERE user_id = %s AND question_id IN ({bank})
"""


class SkillCard(NamedTuple):
    """Of a question of the bank (`question_id`), or an own one (`own_id`) with its words."""

    question_id: int
    own_id: str
    prompt: str
    answer: str
    slip: str
    due_on: datetime.date | None
    reviewed_on: datetime.date | None
    suspended: bool
    stability: float | None
    difficulty: float | None


@dataclass(frozen=True)
class SkillCards:
    rows: tuple[SkillCard, ...]
    fingerprint: str


def skill_cards(user_id: int, skill_id: int, questions: Sequence[int]) -> SkillCards:
    """Read what a learner has on a skill, `questions` being the ids of those in the bank."""
    bank = ", ".join(["%s"] * len(questions)) or "0"
    with connection.cursor() as cursor:
        cursor.execute(_SKILL_CARDS.format(bank=bank), [user_id, skill_id, user_id, *questions])
        rows = cursor.fetchall()
    date = datetime.date.fromisoformat
    found = []
    for question_id, own_id, prompt, answer, slip, due_on, reviewed_on, flag, *memory in rows:
        due, last = (date(day) if day else None for day in (due_on, reviewed_on))
        found.append(SkillCard(question_id, own_id, prompt, answer, slip, due, last, bool(flag), *memory))
    digest = hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest()
    return SkillCards(tuple(found), digest)
