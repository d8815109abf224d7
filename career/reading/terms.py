"""Which terms of the table a sentence names. Under-finding is better than inventing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from career.reading.table import TOKEN, Spelling, Term, TermTable, gap_kind

# A name inside an address names nothing.
_ADDRESS = re.compile(r"https?://\S{1,2000}|\bwww\.\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
# What stands between the members of a list.
_LIST_GAP = re.compile(r"\s*[,;/&(+|]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|and/or|&|\+)\s+|\)\s*,?\s*(?:and|or)?\s*")
# Words after which an ambiguous name is a technology.
_CUE = re.compile(
    r"(?:\b(?:experience|experienced|proficien(?:t|cy)|fluen(?:t|cy)|skill(?:s|ed)?|knowledge|familiar(?:ity)?"
    r"|expert(?:ise)?|background|competen(?:t|ce|cy)|confident|comfortable|exposure|grounding|hands-on|solid|strong"
    r"|programming|coding|written|write|developing|built|coded|code|developed|working|production|work|scripting)"
    r"(?:\s+(?:with|in|of|using|on|to))?|\b(?:using|like|know|uses?|e\.g\.|such as|including|language:|languages:|especially|tools?:|stack:|advanced|basic|either))"
    r"\s+(?:some |modern |advanced |basic |good |either )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:$|[,.;:/)(]|(?:and|or|is|are|for|programming|language|code|developers?|skills?|experience|services?"
    r"|microservices|as|at|with|where|preferred|would|if|in|to|on|we|but|because|libraries|packages|backend|from)\b)"
)
LONGEST = 2000  # characters of a sentence in which an ambiguous word is weighed
_NOT_AFTER = re.compile(r"\s*(?:&\s?D\b|\.\s?[A-Z]\b|[-‐–][a-z]|’|')")


@dataclass(frozen=True, slots=True)
class Match:
    """A term in the text: `start` and `end` count from the start of the text."""

    term: Term
    start: int
    end: int


Token = re.Match[str]


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text, without those of addresses: a name inside an address names nothing."""
    hidden = [match.span() for match in _ADDRESS.finditer(text)]
    if not hidden:
        return list(TOKEN.finditer(text))
    hidden.append((len(text), len(text)))
    kept: list[Token] = []
    following = iter(hidden)
    left, right = next(following)
    for token in TOKEN.finditer(text):
        while token.start() >= right and left < len(text):
            left, right = next(following)
        if token.start() < left:
            kept.append(token)
    return kept


class Words:
    """The words of a text and what they rule out: where cards are paid with, tokenization is no skill."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens_of(text)
        self._text = text
        self._lower: frozenset[str] | None = None

    def rule_out(self, term: Term) -> bool:
        if not term.unless:
            return False
        if self._lower is None:
            self._lower = frozenset(token[0].lower() for token in self.tokens)
        return any(word in (self._text.lower() if " " in word else self._lower) for word in term.unless)


def find(text: str, start: int, end: int, tokens: list[Token], words: Words, *tables: TermTable) -> list[Match]:
    """Return the terms that text[start:end], one sentence of `tokens`, names; of two that overlap the longer.

    “Python package” also names Python.
    """
    matches = [match for match in _matches(text, tokens, tables) if not words.rule_out(match.term)]
    sure = {number for number, match in enumerate(matches) if not match.term.beside and not match.term.never}
    firm = bool(sure)
    if len(sure) < len(matches) and end - start < LONGEST:
        for number, match in enumerate(matches):
            if match.term.beside and _is_meant(text, start, end, matches, number, sure, firm):
                sure.add(number)
    kept = [match for number, match in enumerate(matches) if number in sure]
    return sorted([*kept, *_inside(kept, tokens, tables)], key=lambda match: match.start)


def _inside(matches: list[Match], tokens: list[Token], tables: tuple[TermTable, ...]) -> Iterator[Match]:
    """Yield the products inside of longer terms that name another skill."""
    ideas = [match for match in matches if not match.term.tool and match.term.slug]
    if not ideas:
        return
    following = iter(ideas)
    idea: Match | None = next(following)
    for token in tokens:
        while idea and token.start() >= idea.end:
            idea = next(following, None)
        if idea is None:
            return
        if token.start() < idea.start or token.span() == (idea.start, idea.end):
            continue
        for table in tables:
            node = table.root.after.get(token[0].lower())
            for spelling in node.ends if node else ():
                term = spelling.term
                if term.tool and term.slug and not term.beside and term.slug != idea.term.slug:
                    yield Match(term, token.start(), token.end())


def _matches(text: str, tokens: list[Token], tables: tuple[TermTable, ...]) -> Iterator[Match]:
    words = [token[0].lower() for token in tokens]
    at = 0
    while at < len(tokens):
        found = _longest(text, tokens, words, at, tables)
        if found is None:
            at += 1
            continue
        term, last = found
        yield Match(term, tokens[at].start(), tokens[last].end())
        at = last + 1


def _longest(
    text: str, tokens: list[Token], words: list[str], at: int, tables: tuple[TermTable, ...]
) -> tuple[Term, int] | None:
    """Return the longest term that starts at a word, and its last word; the first table wins over the others."""
    best: tuple[Term, int] | None = None
    for table in tables:
        node = table.root
        for number in range(at, len(words)):
            following = node.after.get(words[number])
            if following is None:
                break
            node = following
            if node.ends and (best is None or number > best[1]):
                term = _fitting(text, tokens[at : number + 1], node.ends)
                best = (term, number) if term else best
    return best


def _fitting(text: str, tokens: list[Token], ends: list[Spelling]) -> Term | None:
    gaps = tuple(
        gap_kind(text[left.end() : right.start()]) for left, right in zip(tokens, tokens[1:], strict=False)
    )
    for spelling in ends:
        if spelling.gaps == gaps and (
            not spelling.term.exact or all(t[0] == word for t, word in zip(tokens, spelling.tokens, strict=True))
        ):
            return spelling.term
    return None


def _is_meant(
    text: str, start: int, end: int, matches: list[Match], number: int, sure: set[int], firm: bool
) -> bool:
    """Tell whether an ambiguous word is a technology here: in a list with one, or after “experience with”."""
    match = matches[number]
    after = text[match.end : min(match.end + 40, end)]
    before = text[max(match.start - 60, start) : match.start]
    letter = match.term.listed
    if letter and (_NOT_AFTER.match(after) or re.search(r"[&’'.]\s?$", before)):
        return False
    if _in_list(text, matches, number, sure):
        return True
    if letter and not match.term.exact:
        return False
    if _CUE.search(before) and (not match.term.exact or _AFTER.match(after)):
        return True
    if re.search(r"\b(?:in|with|using)\s$", before) and letter and _AFTER.match(after):
        return True
    if letter:
        return False
    if match.start == start and match.term.exact:
        return not after.strip(" .;")
    return firm


def _in_list(text: str, matches: list[Match], number: int, sure: set[int]) -> bool:
    """Tell whether only a comma, a stroke or “and” lies between this term and another that is certain."""
    for step in (-1, 1):
        here = number
        while 0 <= here + step < len(matches) and abs(here + step - number) <= 6:
            left, right = sorted((here, here + step))
            gap = text[matches[left].end : matches[right].start]
            if len(gap) > 12 or not _LIST_GAP.fullmatch(gap):
                break
            here += step
            if here in sure:
                return True
    return False


def own_table(own: Mapping[str, str | None]) -> TermTable:
    """Return a table of the learner's own terms: lower case -> slug, or None for what is not in the roadmap."""
    return TermTable.of(Term(words, slug or "", tool=True) for words, slug in own.items() if words.strip())
