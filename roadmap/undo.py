"""Undo: what stood there before, signed and handed to the page. Nothing is kept on the server.

A token begins with the kind of row and a slash; those of ticks hold no slash.
"""

import datetime
import json
from collections.abc import Iterable
from typing import Any, NamedTuple

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


class _Utf8:
    """JSON that spends on a letter what UTF-8 does: the token travels in a cookie."""

    def dumps(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


def sign(user_id: int, content: list[Any], kind: str = "") -> str:
    """Return a token that holds `content` (as JSON) for `user_id` alone; `kind` is that of the rows."""
    text = signing.dumps([user_id, content], salt=_salt(kind), compress=True, serializer=_Utf8)
    return f"{kind}/{text}" if kind else text


def check(user_id: int, token: str, kind: str = "") -> list[Any]:
    """Return what a token of this kind holds. Raises StaleUndo."""
    text = token.removeprefix(f"{kind}/") if kind else token
    try:
        owner, content = signing.loads(text, salt=_salt(kind), max_age=MAX_AGE, serializer=_Utf8)
    except signing.BadSignature as error:
        raise StaleUndo from error
    if owner != user_id:
        raise StaleUndo
    found: list[Any] = content
    return found


def kind_of(token: str) -> str:
    """Return the kind of row that a token is about, unchecked."""
    kind, slash, _ = token.partition("/")
    return kind if slash else ""


def _salt(kind: str) -> str:
    return f"{SALT}.{kind}" if kind else SALT


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
    return sign(user_id, rows)


def read(user_id: int, text: str) -> list[Was]:
    """Return what `text` says stood there before. Raises StaleUndo."""
    return [
        Was(
            pk,
            SkillMark(state, datetime.date.fromisoformat(day) if day else None, number, at or None),
            became,
        )
        for pk, state, day, number, at, became in check(user_id, text)
    ]
