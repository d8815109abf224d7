"""Undo: what stood there before, signed and handed to the page. Nothing is kept on the server."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.core import signing

from roadmap.models.marks import SkillMark

SALT = "milepost.undo"
MAX_AGE = 3600


class Was(NamedTuple):
    """A skill's mark before a change (OPEN: there was no row), and the state that the change gave it."""

    skill_id: int
    mark: SkillMark
    became: str


class StaleUndo(Exception):
    """The token is not whole, not this learner's, or older than an hour."""


def token(user_id: int, changes: Iterable[tuple[int, SkillMark, str]]) -> str:
    """Sign what `changes` (skill id, mark before, state after) replaced, for `user_id` alone."""
    rows = [
        [
            pk,
            was.state,
            was.done_on.isoformat() if was.done_on else "",
            was.count,
            str(was.changed_at or ""),
            became,
        ]
        for pk, was, became in changes
    ]
    return signing.dumps([user_id, rows], salt=SALT, compress=True)


def read(user_id: int, text: str) -> list[Was]:
    """Return what `text` says stood there before. Raises StaleUndo."""
    try:
        owner, rows = signing.loads(text, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature as error:
        raise StaleUndo from error
    if owner != user_id:
        raise StaleUndo
    return [
        Was(
            pk,
            SkillMark(state, datetime.date.fromisoformat(day) if day else None, number, at or None),
            became,
        )
        for pk, state, day, number, at, became in rows
    ]
