"""The words of a text, and the terms of the table that they spell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from career.reading.table import TOKEN, Spelling, Term, TermTable, gap_kind

# A name inside an address names nothing. What stands before the @ is looked at once, from its beginning.
_ADDRESS = re.compile(
    r"https?://\S{1,2000}|\bwww\.\S{1,500}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A term in the text: `start` and `end` count from the start of the text."""

    term: Term
    start: int
    end: int


class Words:
    """`tokens`: the words where they stand, without those of addresses; `lower`: the same in lower case."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.lower = [token[0].lower() for token in self.tokens]
        self._all: frozenset[str] | None = None

    def has(self, phrase: str) -> bool:
        """Tell whether a word in lower case, or a few, is in the text."""
        if self._all is None:
            self._all = frozenset(self.lower)
        return phrase in self._all or (" " in phrase and phrase in self.text.lower())

    def matches(self, since: int, until: int, tables: tuple[TermTable, ...]) -> Iterator[Match]:
        """Yield the terms that the words number `since` to `until` spell; of two that overlap the longer."""
        at = since
        while at < until:
            found = self._longest(at, until, tables)
            if found is None:
                at += 1
                continue
            term, last = found
            yield Match(term, self.tokens[at].start(), self.tokens[last].end())
            at = last + 1

    def _longest(self, at: int, until: int, tables: tuple[TermTable, ...]) -> tuple[Term, int] | None:
        """Return the longest term that starts at a word, and its last word; the first table wins."""
        best: tuple[Term, int] | None = None
        for table in tables:
            node = table.root
            for number in range(at, until):
                following = node.after.get(self.lower[number])
                if following is None:
                    break
                node = following
                if node.ends and (best is None or number > best[1]):
                    term = self._fitting(at, number, node.ends)
                    best = (term, number) if term else best
        return best

    def _fitting(self, at: int, last: int, ends: list[Spelling]) -> Term | None:
        tokens = self.tokens
        gaps = tuple(
            gap_kind(self.text[tokens[number].end() : tokens[number + 1].start()])
            for number in range(at, last)
        )
        for spelling in ends:
            if spelling.gaps == gaps and (
                not spelling.term.exact
                or all(tokens[at + number][0] == word for number, word in enumerate(spelling.tokens))
            ):
                return spelling.term
        return None


def _tokens(text: str) -> list[re.Match[str]]:
    hidden = [match.span() for match in _ADDRESS.finditer(text)]
    if not hidden:
        return list(TOKEN.finditer(text))
    kept: list[re.Match[str]] = []
    following = iter([*hidden, (len(text), len(text))])
    left, right = next(following)
    for token in TOKEN.finditer(text):
        while token.start() >= right:
            left, right = next(following)
        if token.start() < left:
            kept.append(token)
    return kept
