"""A spreadsheet as CSV: its rows, and what its columns mean. Pure. No cell is ever run or calculated."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from roadmap.checklist.entries import MOST_LINES, Entry, day_of, state_of, title_of

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 60
_TITLES = ("title", "skill", "topic", "name", "task", "item", "subject", "lesson", "course", "whattolearn")
_STATES = ("status", "state", "done", "completed", "complete", "progress", "finished", "checked")
_DAYS = ("doneon", "completedon", "finishedon", "datedone", "datecompleted", "completiondate", "date", "when")


class Unreadable(ValueError):
    """The list cannot be read; the text says why and how to mend it."""


class Columns(NamedTuple):
    """Places of the columns, from 0; -1: there is none. `order` of days with slashes: dmy, mdy or nothing."""

    title: int
    state: int = -1
    day: int = -1
    order: str = ""


@dataclass(frozen=True)
class Table:
    """`rows` have as many cells as the widest; the first is the header if `headed`."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    headed: bool


def is_table(text: str) -> bool:
    """Whether a text is columns and no plain list: a header that we know, or the same cells in every row."""
    first = next(line for line in text.splitlines() if line.strip())
    if any(_plain(cell) in (*_TITLES, *_STATES) for cell in re.split(r"[,;\t|]", first[:2_000])):
        return True
    lines = sum(bool(line.strip()) for line in islice(text.splitlines(), 3))
    return lines > 1 and _delimiter(text)[1] == 1.0


def read(text: str) -> Table:
    """Return the cells of a CSV, its delimiter guessed. Raises Unreadable."""
    delimiter, _ = _delimiter(text)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            if len(cells) > MOST_COLUMNS:
                most = f"{MOST_COLUMNS} fit. Leave some out."
                raise Unreadable(f"Row {number} has {len(cells):,} columns; {most}")
            if len(rows) > MOST_LINES:
                raise Unreadable(f"This has more than {MOST_LINES:,} rows. Split it and bring the parts in.")
            if any(cell.strip() for cell in cells):
                rows.append((number, tuple(cells)))
    except csv.Error as error:
        raise Unreadable(
            f"Near row {len(rows) + 1} a cell is longer than 100,000 characters, "
            "or a quotation mark is not closed. Mend that row, and bring the list in again."
        ) from error
    width = max((len(cells) for _, cells in rows), default=0)
    full = [(number, (*cells, *[""] * (width - len(cells)))) for number, cells in rows]
    if not full:
        raise Unreadable("There is nothing in it. Paste your list or choose a file.")
    names = {_plain(cell) for cell in full[0][1]}
    headed = not names.isdisjoint((*_TITLES, *_STATES, *_DAYS))
    header = full[0][1] if headed else tuple(f"Column {place}" for place in range(1, width + 1))
    return Table(tuple(" ".join(cell.split())[:60] for cell in header), tuple(full[headed:]), headed)


def guessed(table: Table) -> Columns:
    """Return what the header says the columns are; without one the first is the title."""
    names = [_plain(name) for name in table.header]

    def place(wanted: Sequence[str], taken: tuple[int, ...] = ()) -> int:
        found = (names.index(name) for name in wanted if name in names)
        return next((at for at in found if at not in taken), -1)

    title = max(place(_TITLES), 0)
    state = place(_STATES, (title,))
    return Columns(title, state, place(_DAYS, (title, state)))


def entries_of(table: Table, columns: Columns) -> tuple[tuple[Entry, ...], int]:
    """Return what the rows say, and how many a state we do not know. Without that column all is done."""
    found, unclear = [], 0
    for number, cells in table.rows:
        title = title_of(_cell(cells, columns.title))
        said = _cell(cells, columns.state)
        state = state_of(said) if columns.state >= 0 else "done"
        day = day_of(_cell(cells, columns.day), columns.order) if columns.day >= 0 else None
        if state is None and (on := day_of(said, columns.order)):
            # Some lists write the day where others write “done”.
            state, day = "done", day or on
        if state is None:
            unclear += 1
        elif title:
            found.append(Entry(number, title, state, day))
    return tuple(found), unclear


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name[:200].casefold())


def _delimiter(text: str) -> tuple[str, float]:
    """Return the one that parts the first rows most evenly, and the share of rows that have as many cells."""

    def even(delimiter: str) -> tuple[float, int]:
        try:
            records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            widths = [len(cells) for cells in islice(records, 30) if cells]
        except csv.Error:
            return (0.0, 0)
        if not widths or widths[0] < 2:
            return (0.0, 0)
        return (sum(width == widths[0] for width in widths) / len(widths), widths[0])

    best = max(DELIMITERS, key=even)
    return best, even(best)[0]
