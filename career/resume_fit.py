"""How much of a page a résumé takes, before anyone prints it. Pure, no Django.

The measures are those of static/css/resume.css and the paper files beside it. All is rounded up, so that
what fits here fits in print; a browser test holds both against each other.
"""

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from career.resume_sheet import Entry, Sheet

# Advance widths of Arial from space to tilde, in thousandths of the font size; Helvetica and Liberation Sans
# have the same.
_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 "
    "556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 "
    "556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
)
_WIDTHS = [int(width) / 1000 for width in _PLAIN.split()]
_BOLD = 1.1  # times as wide as plain, at most for any text of more than a few letters
_DISPLAY = 1.35  # the name and the headings
_SCRIPTS = ((0x600, 0.75), (0x2E80, 1.25))  # Greek and Cyrillic; Arabic and Indic
_WIDEST = 1.3  # ideographs and pictures

_EM = 10.6  # points
_LINE = 1.45
_MM = 72 / 25.4  # points


@dataclass(frozen=True)
class Paper:
    """`width` and `height` inside the margins, in ems."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 180 * _MM / _EM, 269 * _MM / _EM)
LETTER = Paper("Letter", 185.9 * _MM / _EM, 251.4 * _MM / _EM)


@dataclass(frozen=True)
class Fit:
    """Lines to spare on each paper; negative ones are too many."""

    a4: int
    letter: int

    @property
    def fits(self) -> bool:
        return min(self.a4, self.letter) >= 0


def fit(sheet: Sheet) -> Fit:
    return Fit(_spare(sheet, A4), _spare(sheet, LETTER))


def _spare(sheet: Sheet, paper: Paper) -> int:
    return math.floor((paper.height - height(sheet, paper.width)) / _LINE - 0.25)


def height(sheet: Sheet, width: float) -> float:
    """Return how high a sheet of this width stands, both in ems."""
    used = 2.75 * lines(sheet.name, width / 2.5 / _DISPLAY) + 1.1
    used += (_LINE + 0.1) * _flowed((text for text, _ in sheet.contact), width, gap=1.2)
    used += _LINE * lines(sheet.summary, width)
    if sheet.skills:
        names = max(measured(group.name) for group in sheet.skills) * _BOLD
        beside = max(width - names - 1.2, width / 3)
        used += _HEADING + sum(_LINE * max(1, lines(group.words, beside)) + 0.1 for group in sheet.skills)
    for _, entries in sheet.chapters:
        used += _HEADING + sum(_entry(entry, width) for entry in entries)
    return used


# Margin, text, padding and rule, all of a heading of 1.2 em.
_HEADING = 1.2 * (1.15 + 1.2 + 0.25 + 0.35) + 0.15


def _entry(entry: Entry, width: float) -> float:
    side = measured(entry.short_link or entry.years)
    title = measured(entry.title) * _BOLD
    whole = title + 1 + side <= width
    # Side by side, both break within the share that they get.
    head = 1 if whole else math.ceil((title + side) / (width - 1)) + 1
    said = sum(lines(line, width - 1.2) for line in entry.lines)
    return 0.5 + 1.4 * head + _LINE * said


def lines(text: str, width: float) -> int:
    """Return how many lines of this width (in ems) a text takes when broken at spaces."""
    total = 0
    for paragraph in text.splitlines():
        used, count = 0.0, 1
        for word in paragraph.split():
            long = measured(word)
            if used and used + 0.278 + long > width:
                used, count = 0.0, count + 1
            used += long + (0.278 if used else 0.0)
            if used > width:  # a word longer than the line is broken within
                broken = math.ceil(used / width) - 1
                count, used = count + broken, used - broken * width
        total += count if paragraph.strip() else 0
    return total


def _flowed(parts: Iterable[str], width: float, gap: float) -> int:
    used, count = 0.0, 0
    for part in parts:
        long = measured(part)
        if not count or used + gap + long > width:
            used, count = 0.0, count + max(1, math.ceil(long / width))
            used = min(long, width)
        else:
            used += gap + long
    return count


def measured(text: str) -> float:
    """Return the width of a text in ems, rather too much than too little."""
    return sum(map(_width, unicodedata.normalize("NFD", text)))


def _width(letter: str) -> float:
    code = ord(letter)
    if 32 <= code < 127:
        return _WIDTHS[code - 32]
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if letter in "–·•‘’“”‹›…£€":
        return 0.6 if letter != "…" else 1.0
    if 0x2010 <= code < 0x2070:
        return 1.0
    return next((width for end, width in _SCRIPTS if code < end), _WIDEST)
