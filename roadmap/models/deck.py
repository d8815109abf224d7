"""All that a review needs to know of one learner, in one statement."""

import datetime
import hashlib
import marshal
import uuid
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

# Four weeks and what was before tell whether somebody is just back from a pause.
RECENT = datetime.timedelta(28)
CAP = 20

_DECK = """
SELECT 'c', COALESCE(question_id, 0), CAST(own_id AS text), CAST(due_on AS text),
  CAST(reviewed_on AS text), CASE WHEN suspended THEN 1 ELSE 0 END, stability, difficulty, answers, lapses,
  CAST(reviewed_at AS text), CAST(id AS text)
  FROM roadmap_reviewcard WHERE user_id = %s
UNION ALL
SELECT 'o', skill_id, CAST(id AS text), NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_ownquestion WHERE user_id = %s AND deleted_at IS NULL
UNION ALL
SELECT 's', skill_id, state, NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_skillprogress WHERE user_id = %s AND state IN ('done', 'learning')
UNION ALL
SELECT 'p', daily_cap, NULL, CAST(interview_on AS text), NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewplan WHERE user_id = %s
UNION ALL
SELECT DISTINCT 'd', 0, NULL, CAST(day AS text), NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewanswer WHERE user_id = %s AND day >= %s AND day < %s
UNION ALL
SELECT 'd', 0, NULL, CAST(MAX(day) AS text), NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewanswer WHERE user_id = %s AND day < %s
UNION ALL
SELECT 't', CAST(COALESCE(SUM(seconds), 0) AS bigint), NULL, NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewanswer WHERE user_id = %s AND day = %s
UNION ALL
SELECT 'b', 0, NULL, CAST(starts_on AS text), CAST(ends_on AS text), 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_break WHERE user_id = %s AND ends_on >= %s AND ends_on < %s
UNION ALL
SELECT 'v', number, NULL, NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL FROM roadmap_catalogueversion
"""


class CardRow(NamedTuple):
    """A card; `question_id` 0 means an own question, `own_id`. `id` None: it was never answered."""

    question_id: int
    own_id: str | None
    due_on: datetime.date | None
    reviewed_on: datetime.date | None
    suspended: bool
    stability: float | None
    difficulty: float | None
    answers: int
    lapses: int
    reviewed_at: str | None
    id: str | None


@dataclass(frozen=True)
class Deck:
    """A learner's cards, own questions (id to skill), skills known or under way, and terms of review.

    `days`: of earlier answers, in order, those of four weeks and the last before them. `seconds` were
    spent on answers today. `version` is the catalogue's.
    """

    version: int
    cards: tuple[CardRow, ...]
    own: dict[str, int]
    done: frozenset[int]
    learning: frozenset[int]
    cap: int
    interview_on: datetime.date | None
    days: tuple[datetime.date, ...]
    seconds: int
    breaks: tuple[tuple[datetime.date, datetime.date], ...]
    fingerprint: str


def deck_of(user_id: int, today: datetime.date) -> Deck:
    """Read the deck of a learner whose own date is `today`."""
    text = connection.ops.adapt_datefield_value
    day, since, week = text(today), text(today - RECENT), text(today - datetime.timedelta(7))
    who = user_id
    with connection.cursor() as cursor:
        cursor.execute(_DECK, [who, who, who, who, who, since, day, who, since, who, day, who, week, day])
        rows = cursor.fetchall()
    cards: list[CardRow] = []
    own: dict[str, int] = {}
    done: set[int] = set()
    learning: set[int] = set()
    days: set[datetime.date] = set()
    breaks: list[tuple[datetime.date, datetime.date]] = []
    version, cap, interview_on, seconds = 0, CAP, None, 0
    date = datetime.date.fromisoformat
    for kind, number, key, first, second, flag, stability, difficulty, answers, lapses, moment, pk in rows:
        if kind == "c":
            cards.append(
                CardRow(
                    number,
                    key,
                    date(first),
                    date(second) if second else None,
                    bool(flag),
                    stability,
                    difficulty,
                    answers,
                    lapses,
                    moment,
                    pk,
                )
            )
        elif kind == "o":
            own[key] = number
        elif kind == "s":
            (done if key == "done" else learning).add(number)
        elif kind == "d" and first:
            days.add(date(first))
        elif kind == "b":
            breaks.append((date(first), date(second)))
        elif kind == "p":
            cap, interview_on = number, date(first) if first else None
        elif kind == "t":
            seconds = int(number)
        elif kind == "v":
            version = number
    return Deck(
        version,
        tuple(cards),
        own,
        frozenset(done),
        frozenset(learning),
        cap,
        interview_on,
        tuple(sorted(days)),
        seconds,
        tuple(breaks),
        hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest(),
    )


def as_uuid(text: str) -> uuid.UUID:
    """Return the id that a database gave as text, with dashes or without."""
    return uuid.UUID(text)
