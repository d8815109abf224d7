"""Search that minds neither case nor accents; every word must be found. Pure, no Django."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})


class Text(NamedTuple):
    """What can be found of one thing, folded, the weightiest part first."""

    title: str
    author: str
    topics: str


def fold(text: str) -> str:
    """Return `text` without case, accents and typographic quotes: “Géron” and “geron” become one."""
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(letters).translate(_PLAIN).casefold()


def words(query: str) -> tuple[str, ...]:
    return tuple(fold(query).split())


def rank(text: Text, wanted: Sequence[str]) -> int:
    """Say how well `text`, which has all the folded words `wanted`, answers them.

    0: the title starts with them; 1: all in the title; 2: in title or author; 3: topics needed.
    """
    if all(word in text.title for word in wanted):
        return 0 if text.title.startswith(" ".join(wanted)) else 1
    return 2 if all(word in text.title or word in text.author for word in wanted) else 3
