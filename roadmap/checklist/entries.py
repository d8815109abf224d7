"""What a line of a check-list says. Pure."""

import datetime
import re
import unicodedata
from typing import NamedTuple

MOST_LINES = 5_000
LONGEST = 200  # characters of a title; what is longer is no title
EARLIEST = datetime.date(2000, 1, 1)
_STATES = {
    "done": "done complete completed finished finish yes y x true 1 ok passed known mastered ✓ ✔ ✅ ☑ 100%",
    "learning": "learning started doing wip active partial partly ongoing current studying ~ / 50%",
    "skipped": "skipped skip ignored dropped cancelled canceled n/a na - ❌ ✗",
    "open": "open todo no n false 0 pending planned 0% ☐ ⬜",
}
WORDS = {word: state for state, words in _STATES.items() for word in words.split()} | {
    "in progress": "learning",
    "in-progress": "learning",
    "in_progress": "learning",
    "under way": "learning",
    "to do": "open",
    "not started": "open",
    "not needed": "skipped",
    "not applicable": "skipped",
    "": "open",
}
RANK = {"open": 0, "skipped": 1, "learning": 2, "done": 3}
_WRITTEN = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")
_MARKUP = re.compile(r"[*_`~]{1,3}")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_NODE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)@[\w-]{4,40}", re.ASCII)


class Entry(NamedTuple):
    """`number`: of the line or row, from 1; `state`: done, learning, skipped or open; `day` it was done."""

    number: int
    title: str
    state: str
    day: datetime.date | None = None


def state_of(text: str) -> str | None:
    """Return what a word says of a skill, None for one that says nothing we know."""
    plain = " ".join(text.casefold().split()).strip("'.,;:()[]")
    if (found := WORDS.get(plain)) is not None:
        return found
    if percent := re.fullmatch(r"(\d{1,3})(?:\.\d{1,4})? ?%", plain, re.ASCII):
        share = int(percent[1])
        return "done" if share >= 100 else "learning" if share else "open"
    return None


def title_of(text: str) -> str:
    """Return a title without Markdown, without a spreadsheet's apostrophe, and from a node's id its words."""
    plain = _MARKUP.sub("", _LINK.sub(r"\1", text[: 4 * LONGEST]))
    plain = " ".join(plain.split())
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cc", "Cs"))
    if found := _NODE.fullmatch(plain):
        plain = found[1].replace("-", " ")
    return plain.lstrip("'").strip(" .,;:")[:LONGEST]


def day_of(text: str, order: str = "") -> datetime.date | None:
    """Read a day from 2000 on, None for anything else. `order`, “dmy” or “mdy”, is that of slashes.

    A day that may be two without an order is none.
    """
    plain = text.strip().lstrip("'")[:40]
    try:
        found = _day(plain, order)
    except ValueError:
        return None
    return found if found and found >= EARLIEST else None


def _day(text: str, order: str) -> datetime.date | None:
    if parts := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s])", text, re.ASCII):
        return datetime.date(int(parts[1]), int(parts[2]), int(parts[3]))
    if parts := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", text, re.ASCII):
        return datetime.date(int(parts[3]), int(parts[2]), int(parts[1]))
    if parts := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", text, re.ASCII):
        one, two, year = int(parts[1]), int(parts[2]), int(parts[3])
        if one <= 12 and two <= 12 and one != two and not order:
            return None
        day_first = order == "dmy" if one <= 12 and two <= 12 else one > 12
        return datetime.date(year, two, one) if day_first else datetime.date(year, one, two)
    words = " ".join(re.sub(r"[,.]", " ", text).split())
    for form in _WRITTEN:
        try:
            return datetime.datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None
