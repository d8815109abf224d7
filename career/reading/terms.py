"""Which terms of the table a sentence names. Under-finding is better than inventing."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from career.reading.meant import is_meant
from career.reading.sentences import Sentence
from career.reading.table import Term, TermTable
from career.reading.words import Match, Words

LONGEST = 2000  # characters of a sentence in which an ambiguous word is weighed

Tables = tuple[TermTable, ...]


def find(sentence: Sentence, words: Words, since: int, until: int, tables: Tables) -> list[Match]:
    """Return the terms that a sentence, words number `since` to `until`, names."""
    matches = [
        match
        for match in words.matches(since, until, tables)
        if not any(words.has(phrase) for phrase in match.term.unless)
    ]
    if not matches:
        return []
    sure = {number for number, match in enumerate(matches) if not match.term.beside and not match.term.never}
    if len(sure) < len(matches) and sentence.end - sentence.start < LONGEST:
        # “An orchestrator, we think Prefect”: two ambiguous ways to name one skill are not ambiguous.
        ways = Counter(match.term.slug for match in matches if match.term.beside and not match.term.listed)
        sure |= {n for n, match in enumerate(matches) if match.term.slug and ways[match.term.slug] > 1}
        firm = bool(sure)
        for number, match in enumerate(matches):
            if match.term.beside and is_meant(words.text, sentence, matches, number, sure, firm):
                sure.add(number)
    kept = [match for number, match in enumerate(matches) if number in sure]
    inner = list(_inside(kept, words, since, until, tables))
    return sorted([*kept, *inner], key=lambda match: match.start) if inner else kept


def _inside(matches: list[Match], words: Words, since: int, until: int, tables: Tables) -> Iterator[Match]:
    """Yield the products inside of longer terms that name another skill."""
    ideas = iter([match for match in matches if match.term.slug and not match.term.tool])
    idea = next(ideas, None)
    for number in range(since, until):
        token = words.tokens[number]
        while idea and token.start() >= idea.end:
            idea = next(ideas, None)
        if idea is None:
            return
        if token.start() < idea.start or token.span() == (idea.start, idea.end):
            continue
        for table in tables:
            node = table.root.after.get(words.lower[number])
            for spelling in node.ends if node else ():
                term = spelling.term
                if term.tool and term.slug and not term.beside and term.slug != idea.term.slug:
                    yield Match(term, token.start(), token.end())


def own_table(own: Mapping[str, str | None]) -> TermTable:
    """Return a table of the learner's own terms: lower case -> slug, or None for none of the roadmap."""
    # The table's “(a|b)” is no notation of learners.
    plain = ((re.sub(r"[()|]", " ", words), slug) for words, slug in own.items())
    return TermTable.of(Term(words, slug or "", tool=True) for words, slug in plain if words.strip())
