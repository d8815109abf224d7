"""All that the resource pages need to know of one learner, in one statement."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db import connection

# One round trip, written out for the reason given in `marks`.
_MARKS = """
SELECT 'r', resource_id, state, thumb FROM roadmap_resourceprogress WHERE user_id = %s
UNION ALL
SELECT DISTINCT 'p', resource_id, problem, 0 FROM roadmap_resourcereport WHERE resolved_at IS NULL
UNION ALL
SELECT 'v', number, '', 0 FROM roadmap_catalogueversion
"""


class ResourceMark(NamedTuple):
    """A learner's row of one resource; `thumb` is 1, -1 or 0."""

    state: str
    thumb: int


UNMARKED = ResourceMark("none", 0)


@dataclass(frozen=True)
class ResourceMarks:
    """A learner's own rows and everyone's unresolved problems, by id of the resource."""

    version: int
    mine: Mapping[int, ResourceMark]
    problems: Mapping[int, frozenset[str]]
    fingerprint: str

    def of(self, pk: int) -> ResourceMark:
        """Return the mark of a resource; without a row there is nothing."""
        return self.mine.get(pk, UNMARKED)

    def reported(self, pk: int) -> frozenset[str]:
        return self.problems.get(pk, frozenset())

    def with_mark(self, pk: int, mark: ResourceMark) -> "ResourceMarks":
        """Return these marks as they are once `mark` is written."""
        return replace(self, mine={**self.mine, pk: mark}, fingerprint="")

    def with_problem(self, pk: int, problem: str) -> "ResourceMarks":
        """Return these marks as they are once `problem` is reported."""
        return replace(self, problems={**self.problems, pk: self.reported(pk) | {problem}}, fingerprint="")


def resource_marks_of(user_id: int | None) -> ResourceMarks:
    """Read the marks of a learner; for `None`, a visitor, only the problems reported."""
    with connection.cursor() as cursor:
        cursor.execute(_MARKS, [user_id])
        rows = sorted(cursor.fetchall())
    mine: dict[int, ResourceMark] = {}
    problems: dict[int, frozenset[str]] = {}
    version = 0
    for kind, number, text, thumb in rows:
        if kind == "r":
            mine[number] = ResourceMark(text, thumb)
        elif kind == "p":
            problems[number] = problems.get(number, frozenset()) | {text}
        else:
            version = number
    digest = hashlib.blake2b(repr(rows).encode(), digest_size=12).hexdigest()
    return ResourceMarks(version, mine, problems, digest)
