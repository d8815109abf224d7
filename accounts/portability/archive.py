"""Everything of a person as one ZIP, written row by row, so that its size costs no memory."""

import csv
import datetime
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from django.db import connection, transaction

from accounts.csv_text import neutral
from accounts.models import User
from accounts.portability.columns import Column, columns
from accounts.portability.register import Section, documents, sections
from accounts.portability.rows import Row, rows

FORMAT, VERSION = "milepost", 1
JSON = "milepost.json"
IN_MEMORY = 256 * 1024  # bytes of one CSV before it goes to the disk
README = """Your Milepost, as of {day}

milepost.json   everything, to import into a Milepost account again (settings, “Your data”)
csv/            the same as a table each; cells that a spreadsheet would run begin with an apostrophe
*.md            what you wrote, to read anywhere

Times are in UTC, amounts of money are exact. The runway's figures are in it: savings, expenses, income.
Not in it: your password, log-ins, tokens and the address of your calendar feed, which open your account.
The format is described in docs/export.md of Milepost.
"""


def write(user: User, file: IO[bytes], now: datetime.datetime) -> int:
    """Write the export as it is at `now` (aware); return its number of rows. Raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive, _one_moment():
        tables: list[tuple[str, IO[bytes]]] = []
        try:
            total = _write_json(user, archive, now, tables)
            for name, table in tables:
                table.seek(0)
                with archive.open(f"csv/{name}.csv", "w") as out:
                    while piece := table.read(65_536):
                        out.write(piece)
        finally:
            for _, table in tables:
                table.close()
        for document in documents():
            for name, text in document.files(user):
                archive.writestr(name, text)
        archive.writestr("README.txt", README.format(day=now.date().isoformat()))
    return total


def head(now: datetime.datetime) -> Row:
    """Return what the JSON begins with."""
    stamp = now.astimezone(datetime.UTC).isoformat(timespec="microseconds")[:-6] + "Z"
    return {"format": FORMAT, "version": VERSION, "exported_at": stamp}


def _write_json(
    user: User, archive: zipfile.ZipFile, now: datetime.datetime, tables: list[tuple[str, IO[bytes]]]
) -> int:
    total = 0
    with archive.open(JSON, "w") as raw, io.TextIOWrapper(raw, "utf-8", newline="\n") as out:
        out.write(_text(head(now))[:-1])
        for section in sections():
            # With the mark at the front, without which Excel takes UTF-8 for something else.
            table = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # closed by who reads it
            tables.append((section.name, table))
            lines = io.TextIOWrapper(table, "utf-8-sig", newline="")
            out.write(f',\n"{section.name}": [')
            total += _write_rows(section, user, out, lines)
            out.write("]")
            lines.detach()
        out.write("}\n")
    return total


def _write_rows(section: Section, user: User, out: IO[str], lines: IO[str]) -> int:
    shown, number = columns(section), 0
    table = csv.writer(lines)
    table.writerow([column.name for column in shown])
    for number, row in enumerate(rows(section, user), 1):
        out.write(f"{',' if number > 1 else ''}\n{_text(row)}")
        table.writerow([_cell(column, row[column.name]) for column in shown])
    lines.flush()
    return number


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.kind == "slugs":
        return " ".join(value)
    if column.kind in ("json", "bool"):
        return neutral(_text(value))
    # A negative number is no formula.
    return str(value) if column.kind in ("int", "float", "decimal") else neutral(str(value))


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read everything as it was at one moment, without keeping anybody from writing."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        # Not atomic(): that begins IMMEDIATE, which takes the one place to write.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
