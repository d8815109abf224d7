"""The maintained table of terms: which words of job texts name which skill of the roadmap."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import yaml

# The same as yaml.safe_load, in C where PyYAML was built with it: the table is read in 20 ms instead of 200.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FILE = Path(__file__).with_name("terms.yaml")

TOKEN = re.compile(r"\.NET\b|[^\W_]+(?:\+\+\d\d|[+#]{1,2}(?![^\W_]))?")
_DASHES = str.maketrans("‐‑–—\u00a0’‘", "----\x20''")
_BRITISH = (
    (re.compile(r"iz(?=(?:e|ed|er|ing|ation)s?\b)"), "is"),
    (re.compile(r"(?:(?<=model)|(?<=label))(?=ing\b)"), "l"),
    (re.compile(r"(?<=behavi)or\b"), "our"),
    (re.compile(r"\bprogram\b"), "programme"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a few, and the skill that they name.

    `slug` is empty outside the roadmap; `area` is the kind of job that it belongs to. `tool`: a product, a
    language or a library. `exact`: as written, capitals and all; `beside`: only beside another technology;
    `listed`: only in a list with one; `never`: swallows the terms inside it; `unless`: words of the text with
    which it means something else; `since`: the year in which it could first be had.
    """

    words: str
    slug: str = ""
    area: str = ""
    tool: bool = False
    exact: bool = False
    beside: bool = False
    listed: bool = False
    never: bool = False
    unless: frozenset[str] = frozenset()
    since: int = 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to write a term: its words (as written where `term.exact`) and what lies between them."""

    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    term: Term


@dataclass(slots=True)
class Node:
    """A word in lower case that spellings go through: what may follow it, and the spellings that end here."""

    after: "dict[str, Node]" = field(default_factory=dict)
    ends: list[Spelling] = field(default_factory=list)


@dataclass(frozen=True)
class TermTable:
    """Terms, and all their spellings word by word."""

    terms: tuple[Term, ...]
    root: Node = field(repr=False)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "TermTable":
        terms = tuple(terms)
        root = Node()
        for term in terms:
            for spelling in _spellings(term):
                node = root
                for token in spelling.tokens:
                    node = node.after.setdefault(token.lower(), Node())
                node.ends.append(spelling)
                node.ends.sort(key=lambda end: not end.term.exact)  # “REST” before “rest”
        return cls(terms, root)


def gap_kind(gap: str) -> str:
    """Return what lies between words in one spelling: a hyphen is a space, “ / ” is “/”."""
    if gap in {" ", "-"}:
        return " "
    plain = gap.translate(_DASHES)
    if plain.strip(" \t\r\n-") == "":
        return " " if len(plain) <= 4 and plain.count("-") <= 1 else "|"
    return plain.replace(" ", "") if plain.strip() in {"/", "&"} else plain


def expanded(words: str) -> list[str]:
    """Return what “(a|b|) c” stands for: “a c”, “b c” and “c”."""
    parts = re.split(r"\(([^()]*)\)", words)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return [" ".join("".join(choice).split()) for choice in product(*choices)]


def spellings(words: str) -> set[str]:
    """Return the ways to write a term: plural, British, and a hyphenated one as a single word."""
    found = {words}
    for pattern, british in _BRITISH:
        found |= {pattern.sub(british, spelling) for spelling in found}
    found |= {spelling.replace("-", "") for spelling in found if re.search(r"[a-z]-[a-z]", spelling)}
    return found | {plural for spelling in found if (plural := _plural(spelling))}


def _plural(words: str) -> str:
    last = words.split()[-1]
    if not last[-1].isalpha() or last[-1] in "sS" or len(last) < 3:
        return ""
    if words[-1] == "y" and words[-2] not in "aeiou":
        return words[:-1] + "ies"
    return words + ("es" if words.endswith(("x", "ch", "sh")) else "s")


def _spellings(term: Term) -> Iterator[Spelling]:
    # A name has no plural: “sparks” is not two Sparks.
    is_name = " " not in term.words and (term.tool or (term.exact and not term.words.isupper()))
    ways = set(expanded(term.words))
    if not (term.never or is_name):
        ways = {spelling for words in ways for spelling in spellings(words)}
    for words in sorted(ways):
        matches = list(TOKEN.finditer(words))
        tokens = tuple(match[0] if term.exact else match[0].lower() for match in matches)
        gaps = tuple(gap_kind(words[left.end() : right.start()]) for left, right in pairwise(matches))
        if tokens:
            yield Spelling(tokens, gaps, term)


@cache
def table() -> TermTable:
    """Return the table of terms.yaml; it is read once."""
    data = yaml.load(FILE.read_text(encoding="utf-8"), Loader=_LOADER)  # nosec B506: both are safe
    return TermTable.of(_terms(data))


def _terms(data: Mapping[str, Any]) -> Iterator[Term]:
    exact, beside, listed = (frozenset(data[key]) for key in ("exact", "beside", "listed"))

    since = {words: year for year, names in data["since"].items() for words in names}

    def made(words: str, slug: str, area: str, tool: bool) -> Term:
        return Term(
            words,
            slug,
            area,
            tool,
            words in exact,
            words in beside or words in listed,
            words in listed,
            since=since.get(words) or since.get(slug, 0),
            unless=frozenset(word.lower() for word in data["unless"].get(words, ())),
        )

    for slug, groups in data["skills"].items():
        for words in groups.get("tools", ()):
            yield made(words, slug, "", True)
        for words in groups.get("ideas", ()):
            yield made(words, slug, "", False)
    ideas = frozenset(data["outside_ideas"])
    for area, names in data["outside"].items():
        for words in names:
            yield made(words, "", area, words not in ideas)
    for words in data["fields"]:
        yield Term(words, area="field", since=since.get(words, 0))
    for words in data["never"]:
        yield Term(words, never=True, exact=words != words.lower())
