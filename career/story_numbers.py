"""Numbers in a story, and whether its list of sources names them. Pure, no Django."""

import re
import unicodedata
from collections.abc import Iterator

# A number stands alone: the 1 of “F1”, “GPT-4” and “v2.1” belongs to a name.
_NUMBER = re.compile(r"(?<![\w.,])(?<!\w-)\d+(?:[.,]\d+)*")
# What follows a number that is none: “1st”, “3D”, “5-fold”.
_NO_NUMBER = re.compile(r"(?:st|nd|rd|th)\b|D\b|-[^\W\d_]", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|from|by|of)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?"
    r"(?: \d{1,2},)?)\s$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
MOST = 12
NEAR = 20  # characters around a number that say what it is


def without_source(texts: Iterator[str] | tuple[str, ...], sources: str) -> tuple[str, ...]:
    """Return the numbers of `texts`, as they are written, that `sources` does not name: at most twelve.

    Years and days of a month need no source. “4,180” and “4180” are the same number.
    """
    named = {value for _, value in _numbers(sources)}
    found = {value: written for text in texts for written, value in _numbers(text) if value not in named}
    return tuple(dict.fromkeys(found.values()))[:MOST]


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Yield each number as it is written and as it is compared."""
    text = _ADDRESS.sub(" ", text)
    for match in _NUMBER.finditer(text):
        before = text[max(match.start() - NEAR, 0) : match.start()]
        after = text[match.end() : match.end() + NEAR]
        written = match[0]
        if _NO_NUMBER.match(after) or _is_date(before, written):
            continue
        yield written + ("%" if after.startswith("%") else ""), _value(written)


def _is_date(before: str, written: str) -> bool:
    if not _YEAR_BEFORE.search(before):
        return False
    is_year = len(written) == 4 and written.startswith(("19", "20"))
    is_day = len(written) <= 2 and bool(re.search(r"[A-Z][a-z]{2,8}\.? $", before)) and int(written) <= 31
    return is_year or is_day


def _value(written: str) -> str:
    digits = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in written)
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    if plain.count(".") == 1:
        plain = plain.rstrip("0").rstrip(".")
    return plain.lstrip("0") or "0"
