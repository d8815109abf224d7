"""Patterns as they are written down: words with single spaces and curly apostrophes."""

import re
from collections.abc import Callable, Iterator

# A class of characters, which stays as it is, or what stands for several characters.
_CLASS_OR_MARK = re.compile(r"\[(?:\\.|[^\]])*\]|[ ’]")
_ESCAPE_OR_CAPITAL = re.compile(r"\\.|\(\?P|\(\?-i:|[A-Z]")


class Wording:
    """Alternatives, whatever their capitals; the methods are those of a compiled pattern.

    To ignore capitals costs `re` three times as much as to heed them. So the text in lower case is sifted
    first, by the pattern in lower case, which lets through all that the pattern itself could find.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern, re.IGNORECASE)
        self._sieve = re.compile(_ESCAPE_OR_CAPITAL.sub(_lowered, pattern))

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if self._sieve.search(text.lower()) else None

    def search_within(self, text: str, start: int, end: int) -> re.Match[str] | None:
        return self._pattern.search(text, start, end)

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text) if self._sieve.match(text.lower()) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._pattern.fullmatch(text) if self._sieve.fullmatch(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text) if self._sieve.search(text.lower()) else iter(())

    def findall(self, text: str) -> list[str]:
        return self._pattern.findall(text) if self._sieve.search(text.lower()) else []

    def subn(self, new: str, text: str) -> tuple[str, int]:
        return self._pattern.subn(new, text) if self._sieve.search(text.lower()) else (text, 0)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._pattern.sub(new, text) if self._sieve.search(text.lower()) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return self._pattern.split(text, maxsplit) if self._sieve.search(text.lower()) else [text]


def wording(*patterns: str) -> Wording:
    """Compile alternatives, whatever their capitals: a space is any white space, ’ either apostrophe."""
    # What begins with a word is tried at the beginning of words alone, which is several times as fast.
    words = [pattern.removeprefix(r"\b") for pattern in patterns if pattern.startswith(r"\b")]
    others = [pattern for pattern in patterns if not pattern.startswith(r"\b")]
    joined = "|".join([*others, rf"\b(?:{'|'.join(words)})"] if len(words) > 1 else patterns)
    return Wording(_CLASS_OR_MARK.sub(_spelled_out, joined))


def _spelled_out(found: re.Match[str]) -> str:
    return {" ": r"\s+", "’": "['’]"}.get(found[0], found[0])


def _lowered(found: re.Match[str]) -> str:
    if found[0] == "(?-i:":
        return "(?:"
    return found[0].lower() if found[0].isalpha() else found[0]
