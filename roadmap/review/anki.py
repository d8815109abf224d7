"""Questions as Anki reads them, and own ones back: text files with headers, columns parted by tabs. Pure.

Headers: https://docs.ankiweb.net/importing/text-files.html. An own question goes out as it was typed,
escaped, with <br> for its ends of lines and <hr> before the common slip, so that it comes back the same.
"""

import csv
import html
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

COLUMNS = ("GUID", "Front", "Back", "Tags")
HEADERS = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#tags column:4",
    "#columns:" + "\t".join(COLUMNS),
)
OWN, SKILL, MODULE = "milepost::own", "milepost::skill::", "milepost::module::"
MOST = 2_000  # lines
SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_RULE = re.compile(r"<hr\s*/?>", re.IGNORECASE)
_END_OF_LINE = re.compile(r"<br\s*/?>\n?|</(?:p|div|li|h\d|tr)>\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Note:
    """A row of the file. `front` and `back` are HTML."""

    guid: str
    front: str
    back: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class OwnRow:
    """An own question that came back: where it stood, its id (hex, or none) and its words."""

    line: int
    id: str
    skill: str
    prompt: str
    answer: str
    slip: str


@dataclass(frozen=True)
class Reading:
    """`bad`: number of a line and what is wrong with it. `others` rows are no own questions."""

    rows: tuple[OwnRow, ...]
    bad: tuple[tuple[int, str], ...]
    others: int


def written(notes: Iterable[Note]) -> str:
    """Return the file."""
    out = io.StringIO()
    out.write("\n".join(HEADERS) + "\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for note in notes:
        writer.writerow([note.guid, note.front, note.back, " ".join(note.tags)])
    return out.getvalue()


def as_typed(text: str) -> str:
    """Return what a learner typed as HTML that `read` turns back."""
    return html.escape(text.replace("\r\n", "\n"), quote=False).replace("\n", "<br>")


def with_slip(answer: str, slip: str) -> str:
    """Return the back of an own question, as typed."""
    return as_typed(answer) + (f"<hr>{as_typed(slip)}" if slip else "")


def read(text: str) -> Reading:
    """Return the own questions of a file as `written` or as Anki exports it, with what is wrong."""
    lines = text.splitlines()
    headers = dict(line[1:].split(":", 1) for line in lines if line.startswith("#") and ":" in line)
    start = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    separator = SEPARATORS.get(headers.get("separator", "tab").strip().lower(), "\t")
    guid, tags = _column(headers.get("guid column", "1")), _column(headers.get("tags column", "4"))
    rows: list[OwnRow] = []
    bad: list[tuple[int, str]] = []
    others = 0
    for number, cells in _cells(lines[start:], start, separator, bad):
        if len(rows) + others >= MOST:
            bad.append((number, f"The file has more than {MOST:,} lines. Split it."))
            break
        if not any(cell.strip() for cell in cells):
            continue
        plain = [n for n in range(len(cells)) if n not in (guid, tags)]
        named = cells[tags].split() if tags < len(cells) else []
        if named and OWN not in named and any(tag.startswith("milepost::") for tag in named):
            others += 1
            continue
        if len(plain) < 2:
            bad.append((number, "It has no front and back. Part the columns by tabs."))
            continue
        front, back = cells[plain[0]], cells[plain[1]]
        answer, *slip = _RULE.split(back, maxsplit=1)
        skill = next((tag.removeprefix(SKILL) for tag in named if tag.startswith(SKILL)), "")
        found = cells[guid].strip() if guid < len(cells) else ""
        pk = found.removeprefix("o-") if re.fullmatch(r"o-[0-9a-f]{32}", found) else ""
        rows.append(OwnRow(number, pk, skill, _typed(front), _typed(answer), _typed("".join(slip))))
    return Reading(tuple(rows), tuple(bad), others)


def _cells(
    lines: list[str], start: int, separator: str, bad: list[tuple[int, str]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of its first line in the file, from 1; a broken one goes to `bad`."""
    reader = csv.reader(iter(f"{line}\n" for line in lines), delimiter=separator, strict=True)
    while True:
        number = start + reader.line_num + 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error:
            bad.append((number, "Its quotes do not close, or it is longer than 128 kB."))


def _column(text: str) -> int:
    """Return the index of a column that a header counts from 1."""
    return int(text) - 1 if text.strip().isascii() and text.strip().isdigit() and len(text) < 4 else 0


def _typed(text: str) -> str:
    """Return HTML as somebody would type it: lines instead of tags, no entities."""
    return html.unescape(_TAG.sub("", _END_OF_LINE.sub("\n", text))).replace("\xa0", " ").strip()
