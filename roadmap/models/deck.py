"""All that a review needs to know of one learner, in one statement."""

import datetime
import hashlib
import marshal
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db import connection

# Four weeks and what was before tell whether somebody is just back from a pause.
RECENT = datetime.timedelta(28)
CAP = 20

# Days and moments come as text, as in `roadmap.models.marks`, and sort as the days do. Of cards that
# rest until they are due only the questions are read, in one row, as of the skills: a row for each would
# take as long as all the rest. With an interview ahead all compete for the day, and none rests.
_WHOLE = """
SELECT 'c', COALESCE(question_id, 0), CAST(own_id AS text), CAST(due_on AS text),
  CAST(reviewed_on AS text), CASE WHEN suspended THEN 1 ELSE 0 END, stability, difficulty, answers, lapses,
  CAST(reviewed_at AS text), CAST(id AS text)
  FROM roadmap_reviewcard WHERE user_id = %s"""
_NEAR = """
  AND (due_on <= %s OR reviewed_on >= %s OR EXISTS (
    SELECT 1 FROM roadmap_reviewplan p WHERE p.user_id = %s AND p.interview_on > %s))
UNION ALL
SELECT 'r', 0, {questions}, CAST(MIN(due_on) AS text), {owns}, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewcard WHERE user_id = %s AND due_on > %s AND (reviewed_on IS NULL OR reviewed_on < %s)
    AND NOT EXISTS (SELECT 1 FROM roadmap_reviewplan p WHERE p.user_id = %s AND p.interview_on > %s)"""
_TERMS = """
UNION ALL
SELECT 'o', skill_id, CAST(id AS text), NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_ownquestion WHERE user_id = %s AND deleted_at IS NULL
UNION ALL
SELECT 'p', daily_cap, NULL, CAST(interview_on AS text), NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewplan WHERE user_id = %s
UNION ALL
SELECT 'd', 0, NULL, CAST(day AS text), NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM (SELECT DISTINCT day FROM roadmap_reviewanswer WHERE user_id = %s AND day >= %s AND day < %s) AS days
UNION ALL
SELECT 'd', 0, NULL, CAST(MAX(day) AS text), NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewanswer WHERE user_id = %s AND day < %s
UNION ALL
SELECT 't', CAST(COALESCE(SUM(seconds), 0) AS bigint), NULL, NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_reviewanswer WHERE user_id = %s AND day = %s
UNION ALL
SELECT 'b', 0, NULL, CAST(starts_on AS text), CAST(ends_on AS text), 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_break WHERE user_id = %s AND ends_on >= %s AND ends_on < %s"""
_STATES = """
UNION ALL
SELECT 's', 0, {skills}, NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL
  FROM roadmap_skillprogress WHERE user_id = %s AND state IN ('done', 'learning')
UNION ALL
SELECT 'v', number, NULL, NULL, NULL, 0, NULL, NULL, 0, 0, NULL, NULL FROM roadmap_catalogueversion"""
_LIST = {"sqlite": "GROUP_CONCAT({})", "postgresql": "STRING_AGG(CAST({} AS text), ',')"}


class CardRow(NamedTuple):
    """A card; `question_id` 0 means an own question, `own_id`. Days are text, such as “2026-07-19”."""

    question_id: int
    own_id: str | None
    due_on: str
    reviewed_on: str | None
    suspended: int
    stability: float | None
    difficulty: float | None
    answers: int
    lapses: int
    reviewed_at: str | None
    id: str


@dataclass(frozen=True)
class Deck:
    """A learner's cards, own questions (id to skill), skills known or under way, and terms of review.

    `resting`: the questions, by id, whose cards are not due and were not read; `next_on` is the first of
    their days, as text. `days`: of earlier answers, in order, those of four weeks and the last before them.
    `seconds` were spent on answers today. `version` is the catalogue's.
    """

    version: int
    cards: tuple[CardRow, ...]
    resting: frozenset[int]
    resting_own: frozenset[str]
    next_on: str
    own: Mapping[str, int]
    live: frozenset[int]
    cap: int
    interview_on: datetime.date | None
    days: tuple[datetime.date, ...]
    seconds: int
    breaks: tuple[tuple[datetime.date, datetime.date], ...]
    fingerprint: str


def deck_of(
    user_id: int,
    today: datetime.date,
    *,
    whole: bool = False,
    known: tuple[int, frozenset[int]] | None = None,
) -> Deck:
    """Read the deck of a learner whose own date is `today`.

    `whole`: with all of the cards that are not due. `known`: the catalogue's version and the skills done
    or under way, where they were read already.
    """
    text = connection.ops.adapt_datefield_value
    day, since, week = text(today), text(today - RECENT), text(today - datetime.timedelta(7))
    who: Any = user_id
    sql, values = _WHOLE, [who]
    if not whole:
        sql, values = sql + _NEAR, [*values, day, day, who, day, who, day, day, who, day]
    sql, values = sql + _TERMS, [*values, who, who, who, since, day, who, since, who, day, who, week, day]
    if known is None:
        sql, values = sql + _STATES, [*values, who]
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**_lists(connection.vendor)), values)
        rows = cursor.fetchall()
    cards: list[CardRow] = []
    own: dict[str, int] = {}
    live = resting = frozenset[int]()
    resting_own, next_on = frozenset[str](), ""
    days: set[datetime.date] = set()
    breaks: list[tuple[datetime.date, datetime.date]] = []
    version, cap, interview_on, seconds = 0, CAP, None, 0
    date, card = datetime.date.fromisoformat, CardRow._make
    for row in rows:
        kind, number, key, first, second = row[:5]
        if kind == "c":
            cards.append(card(row[1:]))
        elif kind == "s":
            live = _numbers(key)
        elif kind == "r":
            resting, next_on = _numbers(key), first or ""
            resting_own = frozenset(second.split(",")) if second else frozenset()
        elif kind == "o":
            own[key] = number
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
        known[0] if known else version,
        tuple(cards),
        resting,
        resting_own,
        next_on,
        own,
        known[1] if known else live,
        cap,
        interview_on,
        tuple(sorted(days)),
        seconds,
        tuple(breaks),
        hashlib.blake2b(marshal.dumps(rows, 2), digest_size=12).hexdigest(),
    )


@cache
def _lists(vendor: str) -> dict[str, str]:
    """Return the expressions that make one text of many ids."""
    columns = {"questions": "question_id", "owns": "own_id", "skills": "skill_id"}
    return {name: _LIST[vendor].format(column) for name, column in columns.items()}


def _numbers(text: str | None) -> frozenset[int]:
    return frozenset(map(int, text.split(","))) if text else frozenset()


def as_uuid(text: str) -> uuid.UUID:
    """Return the id that a database gave as text, with dashes or without."""
    return uuid.UUID(text)
