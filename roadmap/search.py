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


def rank(text: Text, wanted: Sequence[str]) -> int | None:
    """Say how well `text` answers the folded words `wanted`; None when one of them is missing.

    0: the title starts with them; 1: all in the title; 2: in title or author; 3: topics needed.
    """
    title, author, topics = text
    if all(word in title for word in wanted):
        return 0 if title.startswith(" ".join(wanted)) else 1
    if all(word in title or word in author for word in wanted):
        return 2
    return 3 if all(word in title or word in author or word in topics for word in wanted) else None
