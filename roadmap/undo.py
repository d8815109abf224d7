"""Undo: what stood there before, signed and handed to the page. Nothing is kept on the server."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.core import signing

from roadmap.models.marks import SkillMark

SALT = "milepost.undo"
MAX_AGE = 3600


class Was(NamedTuple):
    """A skill's state before a change, and the state that the change gave it."""

    skill_id: int
    state: str
    done_on: datetime.date | None
    count: int
    became: str


class StaleUndo(Exception):
    """The token is not whole, not this learner's, or older than an hour."""


def token(user_id: int, changes: Iterable[tuple[int, SkillMark, str]]) -> str:
    """Sign what `changes` (skill id, mark before, state after) replaced, for `user_id` alone."""
    rows = [[pk, was.state, was.done_on.isoformat() if was.done_on else "", was.count, became] for pk, was, became in changes]
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
        Was(pk, state, datetime.date.fromisoformat(day) if day else None, number, became)
        for pk, state, day, number, became in rows
    ]
