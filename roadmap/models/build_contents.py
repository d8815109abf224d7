"""All that hangs on one build, in one statement."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

# Days and ids come as text: SQLite and PostgreSQL keep them differently.
_CONTENTS = """
SELECT 'o', CAST(id AS text), position, title, CAST(done_on AS text), url, note
  FROM roadmap_ownrequirement WHERE build_id = %s
UNION ALL
SELECT 'p', '', requirement_id, '', NULL, url, note FROM roadmap_requirementproof WHERE build_id = %s
UNION ALL
SELECT 'l', CAST(id AS text), 0, text, CAST(day AS text), CAST(made_at AS text), ''
  FROM roadmap_buildline WHERE build_id = %s
UNION ALL
SELECT 'e', '', skill_id, '', NULL, '', '' FROM roadmap_evidence WHERE build_id = %s
"""


@dataclass(frozen=True)
class Proof:
    """What proves a requirement: a link, a note, or both."""

    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class OwnLine:
    """A requirement of the learner's own."""

    id: uuid.UUID
    title: str
    done_on: datetime.date | None
    proof: Proof


@dataclass(frozen=True)
class LogLine:
    id: uuid.UUID
    day: datetime.date
    text: str


@dataclass(frozen=True)
class BuildContents:
    """`requirements` in order, `proofs` by id of the project's requirement, `lines` latest first."""

    requirements: tuple[OwnLine, ...]
    proofs: dict[int, Proof]
    lines: tuple[LogLine, ...]
    skills: frozenset[int]
    fingerprint: str


NOTHING = BuildContents((), {}, (), frozenset(), "")


def contents_of(build_id: int) -> BuildContents:
    """Read what hangs on a build."""
    with connection.cursor() as cursor:
        cursor.execute(_CONTENTS, [build_id] * 4)
        rows = cursor.fetchall()
    return BuildContents(
        requirements=tuple(_own(row) for row in sorted(_of("o", rows), key=lambda row: (row[2], row[1]))),
        proofs={row[2]: Proof(row[5], row[6]) for row in _of("p", rows)},
        lines=tuple(
            LogLine(uuid.UUID(row[1]), datetime.date.fromisoformat(row[4]), row[3])
            for row in sorted(_of("l", rows), key=lambda row: (row[4], row[5]), reverse=True)
        ),
        skills=frozenset(row[2] for row in _of("e", rows)),
        fingerprint=str(sorted(map(str, rows))),
    )


Row = tuple[str, str, int, str, str, str, str]


def _of(kind: str, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row[0] == kind]


def _own(row: Row) -> OwnLine:
    done_on = datetime.date.fromisoformat(row[4]) if row[4] else None
    return OwnLine(uuid.UUID(row[1]), row[3], done_on, Proof(row[5], row[6]))
