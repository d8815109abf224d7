"""CSV as people's programs write and read it: encodings, delimiters, and cells that are no formulas. Pure.

A cell that a spreadsheet would run as a formula goes out with an apostrophe before it and comes back
without, whatever apostrophes it began with: `plain(neutral(text)) == text`.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

MOST_ROWS = 10_000
MOST_COLUMNS = 100
DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 30  # rows, to find the delimiter
# Also the wide forms that some spreadsheets take for the narrow ones.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_KINDS = (
    (
        b"PK\x03\x04",
        "This is a workbook or an archive. Open it in your spreadsheet, save it as CSV (UTF-8), ",
    ),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel workbook. Open it, save it as CSV (UTF-8), "),
    (b"%PDF", "This is a PDF. Export the list as CSV (UTF-8), "),
)
NO_TEXT = "This file is no text. Save your list as CSV (UTF-8) and choose that file."
WINDOWS = (
    "This file is no UTF-8, so it was read as Windows text (cp1252). "
    "Look whether names with accents are right; if not, save it as CSV (UTF-8) and choose it again."
)


class Unreadable(ValueError):
    """The file cannot be read; the text says why and how to mend it."""


@dataclass(frozen=True)
class Table:
    """`rows`: number as in a spreadsheet, whose header is row 1, and cells, as many as the header has."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def decoded(raw: bytes) -> tuple[str, str]:
    """Return the text of a file, and what to say about its encoding. Raises Unreadable."""
    for start, what in _KINDS:
        if raw.startswith(start):
            raise Unreadable(f"{what}and choose that file.")
    said = ""
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        if raw.startswith(_UTF_16):
            raise Unreadable(NO_TEXT) from error
        try:
            text, said = raw.decode("cp1252"), WINDOWS
        except UnicodeDecodeError:
            raise Unreadable(NO_TEXT) from error
    if _BINARY.search(text):
        raise Unreadable(NO_TEXT)
    if not text.strip():
        raise Unreadable("This file is empty.")
    return text, said


def read(text: str) -> Table:
    """Return the cells of a CSV, its delimiter guessed. Rows without any text are left out.

    Raises Unreadable for broken quotes, overlong cells, and more rows or columns than are taken.
    """
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r"sep=(.)", first.strip("\r"))
    delimiter, skipped = (named[1], 1) if named else (_delimiter(text), 0)
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in _records(rest if named else text, delimiter, 1 + skipped):
        if len(cells) > MOST_COLUMNS:
            raise Unreadable(f"Row {number} has {len(cells):,} columns; {MOST_COLUMNS} fit. Leave some out.")
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) > MOST_ROWS:
            raise Unreadable(f"This file has more than {MOST_ROWS:,} rows. Split it and read the parts.")
        rows.append((number, tuple(cells)))
    if not rows:
        raise Unreadable("This file has no rows.")
    (_, header), *others = rows
    if not others:
        raise Unreadable("This file has one row. The first holds the names of the columns: add yours below.")
    width = len(header)
    return Table(
        tuple(cell.strip() for cell in header),
        tuple((number, (*cells, *[""] * width)[:width]) for number, cells in others),
    )


def written(rows: Iterable[Sequence[object]]) -> str:
    """Return a CSV as spreadsheets take it, every cell safe to open."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([neutral(str(cell)) for cell in row] for row in rows)
    return out.getvalue()


def neutral(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """Return what `neutral` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _records(text: str, delimiter: str, first: int) -> Iterable[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first
    try:
        for number, cells in enumerate(reader, first):
            yield number, cells
    except csv.Error as error:
        raise Unreadable(_reason(str(error), number + 1)) from error


def _reason(error: str, number: int) -> str:
    if "field limit" in error:
        return (
            f"A cell near row {number} is longer than 100,000 characters, "
            "perhaps because a quotation mark in it is never closed. Shorten it or mend the mark."
        )
    return (
        f"Near row {number} a quotation mark is opened and not closed, or stands inside a cell alone. "
        'Write "" for a quotation mark within a quoted cell.'
    )


def _delimiter(text: str) -> str:
    """Return the one that parts the first rows into the most columns, as evenly as can be."""

    def even(delimiter: str) -> tuple[float, int]:
        try:
            widths = [len(cells) for _, cells in islice(_records(text, delimiter, 1), _LOOKED_AT) if cells]
        except Unreadable:
            return (0, 0)
        if not widths or widths[0] < 2:
            return (0, 0)
        return (sum(width == widths[0] for width in widths) / len(widths), widths[0])

    return max(DELIMITERS, key=even)
