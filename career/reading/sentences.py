"""Where the sentences, bullets and headings of a job text lie."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "bullet", "prose"]

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-~*•·●○◦▪■‣∙–—►▶→✓✔✅+o]|\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
_INNER_BULLET = re.compile(r"[ \t][•●▪‣·][ \t]")
_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}(?:[^\W_a-zà-ÿ]|[£$€₹¥]))")
# A full stop after these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|eg|ie|vs|approx|incl|Dr|Prof|Mr|Ms|Mrs|St|No|Inc|Ltd|Co|Jr|Sr|min|max|yrs)"
    r"|\b[A-Z]|\b(?:Ph|M|B)\.(?:D|Sc|S|A|Eng))$"
)
_CARRIES_ON = re.compile(r"(?:,|[-–—/&]|\b(?:and|or|with|the|of|in|to|for|a|an|using|as|our|your|on|by))$")
_TITLE_MARK = re.compile(r"#{1,6}[ \t]+|\*\*(?=[^*\n]{1,80}\*\*\s*:?\s*$)")

HEADING_LENGTH = 70  # characters
HEADING_WORDS = 9
WRAPPED_AT_MOST = 100  # characters of a line of a text that was wrapped by a mail program


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text without the bullet before it; `under` is the heading that it stands below."""

    start: int
    end: int
    kind: Kind
    text: str
    under: str


@dataclass(slots=True)
class _Block:
    """Lines that belong together, as offsets."""

    start: int
    end: int
    bullet: bool
    last_line: int  # length of its last line


def split(text: str) -> tuple[Sentence, ...]:
    """Return every sentence in order; a bullet of several sentences is several of them."""
    found: list[Sentence] = []
    under = ""
    blocks = list(_blocks(text))
    for number, block in enumerate(blocks):
        content = text[block.start : block.end]
        if not block.bullet and _is_heading(content):
            title = content.strip("#*_: \t").lower()
            if _stands_above(text, blocks, number):
                under = title
            found.append(Sentence(block.start, block.end, "heading", content, title))
            continue
        kind: Kind = "bullet" if block.bullet else "prose"
        if (
            not block.bullet
            and number
            and blocks[number - 1].bullet
            and "\n" in _between(text, blocks, number)
        ):
            under = ""  # prose after a list and a blank line belongs to no heading any more
        found += (
            Sentence(start, end, kind, text[start:end], under)
            for start, end in _sentences(text, block.start, block.end)
        )
    return tuple(found)


def _stands_above(text: str, blocks: list[_Block], number: int) -> bool:
    """Tell whether a short line is the heading of what follows, and not one of several short lines."""
    block = blocks[number]
    if number + 1 == len(blocks):
        return False
    return text[block.end - 1] in ":*" or text[block.start] == "#" or blocks[number + 1].bullet


def _between(text: str, blocks: list[_Block], number: int) -> str:
    """Return what lies between a block and the one before, without the first line end."""
    return text[blocks[number - 1].end : blocks[number].start].replace("\r\n", "\n").partition("\n")[2]


def _blocks(text: str) -> Iterator[_Block]:
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    lengths = [end - start for start, end in lines]
    width = max(lengths, default=0)
    if width > WRAPPED_AT_MOST:
        width = 0
    current: _Block | None = None
    previous_end = 0
    for start, end in lines:
        content = text[start:end]
        inner = content.strip()
        if not inner:
            continue
        at = start + content.index(inner[0])
        stop = at + len(inner)
        bullet = _BULLET.match(inner)
        blank_between = _is_apart(text[previous_end:start])
        previous_end = end
        if current and not bullet and not blank_between and _continues(text, current, inner, width):
            current.end, current.last_line = stop, len(inner)
            continue
        if current:
            yield current
        mark = bullet.end() if bullet else 0
        current = _Block(at + mark, stop, bool(bullet), len(inner))
    if current:
        yield current


def _is_apart(gap: str) -> bool:
    return gap.replace("\r\n", "\n").count("\n") > 1


def _continues(text: str, block: _Block, line: str, width: int) -> bool:
    """Tell whether a line goes on with the sentence of the lines before it."""
    before = text[max(block.end - 40, block.start) : block.end]
    if before[-1] in ".!?:;":
        return width > 0 and before[-1] in ".!?;" and block.last_line + _first_word(line) >= width
    if line[0].islower() or _CARRIES_ON.search(before):
        return True
    return width > 0 and block.last_line > 50 and block.last_line + _first_word(line) >= width


def _first_word(line: str) -> int:
    return len(line.split(maxsplit=1)[0])


def _is_heading(content: str) -> bool:
    if len(content) > HEADING_LENGTH or "\n" in content:
        return False
    if content[-1] == ":" or _TITLE_MARK.match(content):
        return True
    words = content.split()
    return len(words) <= HEADING_WORDS and content[-1] not in ".!?;," and "," not in content


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [match.span() for match in _INNER_BULLET.finditer(text, start, end)]
    cuts += (
        (match.start() + len(match[0].rstrip()), match.end())
        for match in _END.finditer(text, start, end)
        if match[0][0] != "." or not _ABBREVIATION.search(text[max(match.start() - 8, start) : match.start()])
    )
    for cut_start, cut_end in sorted(cuts):
        if cut_start > start:
            yield start, cut_start
        start = max(cut_end, start)
    if end > start:
        yield start, end
