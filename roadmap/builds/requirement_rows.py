"""The rows of a build's own checklist while they are being edited. Pure, no Django."""

import uuid
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from roadmap.row_ids import row_id

LONGEST = 160
MOST = 12
OFFERED = 3  # empty rows of a new build


class Row(NamedTuple):
    """A row as it was sent; its id is there from the first look on, so that a repeat is known."""

    id: uuid.UUID
    title: str = ""
    error: str = ""


def blank() -> Row:
    return Row(uuid.uuid4())


def rows_sent(ids: Sequence[str], titles: Sequence[str]) -> list[Row]:
    """Pair what a form sent; an id that is none is replaced."""
    rows = zip_longest(ids, titles, fillvalue="")
    return [Row(row_id(pk) or uuid.uuid4(), title.strip()) for pk, title in rows][: 4 * MOST]


def moved(rows: list[Row], do: str) -> list[Row]:
    """Return the rows after a button: “add”, “drop-2” or “up-2”, counted from 1; else as they are."""
    verb, _, digits = do.partition("-")
    if verb == "add":
        return [*rows, blank()] if len(rows) < MOST else rows
    place = int(digits) - 1 if digits.isascii() and digits.isdigit() and len(digits) < 4 else -1
    if not 0 <= place < len(rows):
        return rows
    if verb == "drop":
        return rows[:place] + rows[place + 1 :]
    if verb == "up" and place:
        return [*rows[: place - 1], rows[place], rows[place - 1], *rows[place + 1 :]]
    return rows


def checked(rows: list[Row]) -> tuple[list[Row], bool]:
    """Return the rows that say something, each with its error, and whether all are well."""
    found: list[Row] = []
    seen: set[uuid.UUID] = set()
    for row in rows:
        if not row.title:
            continue
        error = ""
        if len(row.title) > LONGEST:
            error = f"This has {len(row.title)} characters. Shorten it to {LONGEST} or fewer."
        elif "\0" in row.title:
            error = "This holds a character that cannot be kept (NUL). Remove it."
        elif len(found) >= MOST:
            error = f"A checklist has {MOST} lines at most. Remove one, or merge two."
        # A copied id would make two rows one.
        found.append(row._replace(error=error, id=uuid.uuid4() if row.id in seen else row.id))
        seen.add(row.id)
    return found, not any(row.error for row in found)
