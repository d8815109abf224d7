"""What a job text says, by rules: no model, and silence is no signal."""

import re
from bisect import bisect_left
from collections.abc import Container, Mapping

from career.reading.facts import find_facts
from career.reading.findings import Fact, Facts, Mention, Outside, Reading, Sign, Span
from career.reading.sentences import split
from career.reading.signs import Weighed, find_signs
from career.reading.table import TermTable, table
from career.reading.terms import find, own_table
from career.reading.wanted import is_optional, is_refused, refuses, wishes
from career.reading.words import Match, Words

__all__ = ["Fact", "Facts", "Mention", "Outside", "Reading", "Sign", "Span", "read"]


def read(
    text: str,
    skills: Container[str],
    own: Mapping[str, str | None] | None = None,
    terms: TermTable | None = None,
) -> Reading:
    """Find in `text` what the table of terms knows.

    `skills`: slugs of the catalogue, or a mapping from them; what is not among them is not mentioned.
    `own`: the learner's own terms in lower case -> slug of a skill, or None for what is not in the roadmap;
    they win over the table. Never raises, whatever the text.
    """
    tables = (own_table(own), terms or table()) if own else (terms or table(),)
    mentions: list[Mention] = []
    outside: list[Outside] = []
    sentences = split(text)
    words = Words(text)
    weighed: list[Weighed] = []
    at = 0
    for sentence in sentences:
        since = bisect_left(words.tokens, sentence.start, at, key=re.Match.start)
        at = bisect_left(words.tokens, sentence.end, since, key=re.Match.start)
        matches = find(sentence, words, since, at, tables)
        wanted: list[Match] = []
        weighed.append(Weighed(sentence, words.lower[since:at], wanted))
        if not matches:
            continue
        refuses_some, wishes_some = refuses(sentence, words.lower[since:at]), wishes(sentence)
        for match in matches:
            if refuses_some and is_refused(sentence, match.start, match.end):
                continue
            wanted.append(match)
            written = text[match.start : match.end]
            optional = wishes_some and is_optional(sentence, match.start, match.end)
            if match.term.slug in skills:
                mentions.append(Mention(match.term.slug, written, match.start, match.end, optional))
            elif match.term.tool or match.term.area not in {"", "field"}:
                outside.append(Outside(written, match.start, match.end, optional))
    return Reading(
        tuple(mentions),
        tuple(outside),
        find_signs(weighed),
        find_facts(sentences, weighed),
        tuple(Span(s.start, s.end) for s in sentences),
    )
