"""From the bytes of a file, or a text pasted, to entries. Pure; it takes whatever it is given.

A program may have written it (JSON), a spreadsheet (CSV), or a person (Markdown, or a plain list).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roadmap.checklist.entries import LONGEST, MOST_LINES, Entry, day_of, state_of, title_of
from roadmap.checklist.table import Columns, Table, Unreadable, entries_of, guessed, is_table, read

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_KINDS = (
    (b"PK\x03\x04", "a workbook or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old workbook"),
    (b"%PDF", "a PDF"),
)
NO_TEXT = "This is no text. Save your list as text, Markdown, CSV or JSON in UTF-8, and choose that file."
EMPTY = "There is nothing in it. Paste your list or choose a file."
NOT_JSON = "This begins like JSON but is not whole. Export it again, or paste the titles, one on each line."
MANY = f"This has more than {MOST_LINES:,} lines. Split it and bring the parts in one after the other."
_BOX = re.compile(r"\s{0,40}(?:[-*+]\s{1,4}|\d{1,4}[.)]\s{1,4})?\[(.)\]\s{1,8}(\S.*)")
_BULLET = re.compile(r"\s{0,40}(?:[-*+•]\s{1,4}|\d{1,4}[.)]\s{1,4})?(\S.*)")
_BOXES = {" ": "open", "/": "learning", "~": "learning", "-": "skipped"} | dict.fromkeys("xX✓✔", "done")
_TAIL = re.compile(r"[\s(:✅-]{1,8}(\d{4}-\d{2}-\d{2})\)?\s{0,8}$", re.ASCII)
_NAMES = ("title", "name", "topic", "skill", "label", "text", "id")
_DAYS = ("done_on", "doneOn", "completed_at", "completedAt", "date", "done_at", "doneAt")


@dataclass(frozen=True)
class Checklist:
    """`kind`: json, table, markdown or list; `table` and `columns` are there for a table only.

    `unclear`: how many lines say a state that we do not know.
    """

    kind: str
    entries: tuple[Entry, ...]
    unclear: int = 0
    table: Table | None = None
    columns: Columns | None = None


def decoded(raw: bytes) -> str:
    """Return the text of a file. Raises Unreadable."""
    for start, what in _KINDS:
        if raw.startswith(start):
            raise Unreadable(f"This is {what}. Save the list in it as CSV (UTF-8), and choose that file.")
    utf_16 = raw.startswith(_UTF_16)
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(NO_TEXT)


def checklist_of(text: str, columns: Columns | None = None) -> Checklist:
    """Read a text; `columns` say what those of a table mean where the guess is wrong. Raises Unreadable."""
    text = text.lstrip("\ufeff")
    if _BINARY.search(text) or any(0xD800 <= ord(sign) < 0xE000 for sign in text):
        raise Unreadable(NO_TEXT)
    if not text.strip():
        raise Unreadable(EMPTY)
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise Unreadable(MANY)
    boxed = any(_BOX.fullmatch(line[:2_000]) for line in lines)
    if text.lstrip()[0] in "{[" and not boxed:
        return _json(text)
    if boxed:
        return _boxes(lines)
    if is_table(text):
        table = read(text)
        columns = columns or guessed(table)
        entries, unclear = entries_of(table, columns)
        return Checklist("table", entries, unclear, table, columns)
    return Checklist("list", tuple(_plain(lines)))


def _boxes(lines: list[str]) -> Checklist:
    found, unclear = [], 0
    for number, line in enumerate(lines, 1):
        box = _BOX.fullmatch(line[:2_000])
        if not box:
            continue
        state = _BOXES.get(box[1])
        if state is None:
            unclear += 1
            continue
        found.append(_dated(number, box[2], state))
    return Checklist("markdown", tuple(entry for entry in found if entry.title), unclear)


def _plain(lines: list[str]) -> Iterator[Entry]:
    """Take every line as something done; headings and rules are none."""
    for number, line in enumerate(lines, 1):
        found = _BULLET.fullmatch(line[:2_000])
        if found and not found[1].startswith("#"):
            entry = _dated(number, found[1], "done")
            if entry.title.strip("-=*_ "):
                yield entry


def _dated(number: int, text: str, state: str) -> Entry:
    """Read what follows a box: a title, and perhaps the day at its end."""
    tail = _TAIL.search(text[-60:])
    day = day_of(tail[1]) if tail else None
    if tail and day:
        text = text[: len(text) - (len(text[-60:]) - tail.start())]
    return Entry(number, title_of(text), state, day)


def _json(text: str) -> Checklist:
    try:
        data = json.loads(text)
    # Too deep, a number of ten thousand digits, or no JSON at all.
    except (ValueError, RecursionError) as error:
        raise Unreadable(NOT_JSON) from error
    found: list[Entry] = []
    unclear = 0
    for title, state, day in _items(data, "", 0):
        if len(found) + unclear >= MOST_LINES:
            raise Unreadable(MANY)
        if state is None:
            unclear += 1
        elif plain := title_of(title):
            found.append(Entry(len(found) + 1, plain, state, day))
    if not found and not unclear:
        raise Unreadable("There are no titles in it: “done”, “learning” and “skipped” hold lists of them.")
    return Checklist("json", tuple(found), unclear)


def _items(data: Any, state: str, depth: int) -> Iterator[tuple[str, str | None, Any]]:
    """Yield title, state (None: unknown) and day of all that `data` names; `state` is that of its list."""
    if depth > 4:
        return
    if isinstance(data, str):
        yield data, state or "done", None
    elif isinstance(data, list):
        for each in data:
            yield from _items(each, state, depth + 1)
    elif isinstance(data, dict):
        title = next((data[name] for name in _NAMES if isinstance(data.get(name), str)), "")
        if title:
            yield title, _said(data, state), _when(data)
            return
        for key, value in data.items():
            if isinstance(value, list | dict):
                yield from _items(value, state_of(str(key)[:LONGEST]) or state, depth + 1)


def _said(data: dict[Any, Any], state: str) -> str | None:
    for name in ("status", "state", "progress", "done", "completed", "checked"):
        if name in data:
            return state_of(str(data[name])[:LONGEST])
    return state or "done"


def _when(data: dict[Any, Any]) -> Any:
    text = next((data[name] for name in _DAYS if isinstance(data.get(name), str)), "")
    return day_of(text) if text else None
