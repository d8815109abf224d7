"""Undo of rows that a learner added, changed or deleted: what stood there before, signed for the page."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from roadmap.undo import check, kind_of, sign

Fields = dict[str, Any]  # as JSON: dates are text


class RowChange(NamedTuple):
    """A row before (None: there was none) and after (None: it is gone), with the fields that matter."""

    id: str
    was: Fields | None
    became: Fields | None


def row_token(user_id: int, kind: str, changes: Iterable[RowChange]) -> str:
    """Sign `changes` for `user_id` alone."""
    return sign(user_id, [list(change) for change in changes], kind)


def read_rows(user_id: int, token: str) -> list[RowChange]:
    """Return what a token of `row_token` says. Raises StaleUndo."""
    return [RowChange(*row) for row in check(user_id, token, kind_of(token))]
