"""Undo of rows that a learner added, changed or deleted: what stood there before, signed for the page.

A token begins with the kind of row and a slash; those of ticks (`roadmap.undo`) hold no slash.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core import signing

from roadmap.undo import MAX_AGE, SALT, StaleUndo

Fields = dict[str, Any]  # as JSON: dates are text


class RowChange(NamedTuple):
    """A row before (None: there was none) and after (None: it is gone), with the fields that matter."""

    id: str
    was: Fields | None
    became: Fields | None


def kind_of(token: str) -> str:
    """Return the kind of row that a token is about, unchecked."""
    kind, slash, _ = token.partition("/")
    return kind if slash else ""


def row_token(user_id: int, kind: str, changes: Iterable[RowChange]) -> str:
    """Sign `changes` for `user_id` alone."""
    return f"{kind}/" + signing.dumps([user_id, [list(c) for c in changes]], salt=_salt(kind), compress=True)


def read_rows(user_id: int, token: str) -> list[RowChange]:
    """Return what a token of `row_token` says. Raises StaleUndo."""
    kind, _, text = token.partition("/")
    try:
        owner, rows = signing.loads(text, salt=_salt(kind), max_age=MAX_AGE)
    except signing.BadSignature as error:
        raise StaleUndo from error
    if owner != user_id:
        raise StaleUndo
    return [RowChange(*row) for row in rows]


def _salt(kind: str) -> str:
    return f"{SALT}.{kind}"
