"""Years, degree, place, pay and technologies, as stated: each is verbatim."""

import re
from collections.abc import Iterable, Iterator

from career.reading.findings import Fact, Facts
from career.reading.pay import find_pay
from career.reading.place import find_places
from career.reading.sentences import Sentence
from career.reading.signs import Weighed

MOST = 6  # of each kind
LONGEST = 1500  # characters of a sentence in which facts are looked for

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)"
_YEARS = re.compile(
    r"(?<![\w£$€.,-])(?:(?:at\s+least|a\s+minimum\s+of|minimum(?:\s+of)?|min\.?|around|about|over|"
    r"more\s+than|roughly|approximately)\s+)?"
    rf"{_NUMBER}\s?(?:\+|plus|or\s+more|(?:to|or|-|–|"
    rf"—)\s?{_NUMBER})?\s?\+?\s+(?:or\s+more\s+)?(?:years?|yrs?)\b['’]?"
    r"(?:\s+(?:of\s+)?(?:[\w-]+\s+){0,3}experience|\s+of\s+(?:work|\w+\s+work))?",
    re.IGNORECASE,
)
_NO_EXPERIENCE_BEFORE = re.compile(
    r"\b(?:for|in|over|within|after|every|last|past|next|of\s+the|than|first|since|within\s+the|during|"
    r"funded|renewable|lasts?|runs|contract|of|ran|age\w*|these|those|all|ten)\s+(?:more\s+than\s+|"
    r"over\s+|the\s+|at\s+least\s+|about\s+)?$",
    re.IGNORECASE,
)
_NO_EXPERIENCE_AFTER = re.compile(
    r"^\s*(?:ago|old|of\s+age|olds?|from\s+now|later|contract|fixed|vesting|before|running|"
    r"in\s+a\s+row|of\s+(?:data|history|funding|runway|growth))\b",
    re.IGNORECASE,
)

_LEVEL = (
    r"(?:Ph\.?\s?D\.?|[Dd]octorate|DPhil|M\.?Sc\.?|MBA|MEng|MCA|M\.?Tech|MS(?=\s+(?:in|or|degree)|/)|"
    r"[Mm]aster(?:['’]?s)?(?:\s+degree)?|[Bb]achelor(?:['’]?s)?(?:\s+degree)?|B\.?Sc\.?|BEng|BE|"
    r"B\.?Tech|BS(?=\s+(?:in|or|degree)|/)|BA(?=\s+in)|"
    r"HBO|WO|(?:(?:[Cc]ompleted|[Pp]ostgraduate|[Uu]ndergraduate|[Uu]niversity|[Cc]ollege|[Rr]esearch|"
    r"[Qq]uantitative|[Tt]echnical|STEM|[Ff]irst|[Gg]ood|[Aa]dvanced|[Hh]igher|[Rr]elevant|"
    r"[Gg]raduate)\s+){0,2}(?:[Dd]egree|[Dd]iploma|qualification)s?)"
)
_DEGREE = re.compile(
    rf"(?:\b(?:[Aa]n?|[Ee]xcellent|[Gg]ood|[Cc]ompleted)\s+){{0,2}}\b{_LEVEL}(?:\s?(?:/|,|or|and|"
    rf",\s+or)\s?(?:an?\s+)?{_LEVEL})*(?![\w’'])"
    r"(?:\s+or\s+(?:equivalent|comparable)(?:\s+experience)?|\s+level\s+of\s+thinking|"
    r"(?:\s+in\s+(?:an?\s+|the\s+)?[^.;:()!?–—\n]{2,90}?)(?=[.;:()!?–—\n]|$|,?\s+(?:is|are|was|"
    r"required|preferred|plus|and\s+(?:at|\d|\w+\s+years)|with|from|or\s+(?:equivalent|comparable|"
    r"the\s+experience|a\s+good))\b))?"
)
_PARTS = "egree iploma ualif octor aster achelor Ph Sc MS MB ME MC M. MT BS BA BE BT B. HBO WO"
_DEGREE_PARTS = tuple(_PARTS.split())
_NO_DEGREE = re.compile(
    r"\b(?:no|not|neither|nor|never|without|don['’]t|doesn['’]t|irrespective|instead\s+of|"
    r"regardless)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NO_DEGREE_AFTER = re.compile(
    r"^[^.;]{0,30}\b(?:not\s+(?:required|needed|necessary|expected|essential)|isn['’]t|neither|"
    r"needed\s+here)\b|^\s*(?:students?|of\s+(?:freedom|autonomy|flexibility))",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:degree\s+of|some\s+degree|high\s+degree|apprenticeship\s+funding|funding|we\s+pay|"
    r"supervis\w+)\b",
    re.IGNORECASE,
)


def find_facts(sentences: tuple[Sentence, ...], weighed: Iterable[Weighed]) -> Facts:
    read = [sentence for sentence in sentences if len(sentence.text) <= LONGEST]
    technologies = (
        Fact(sentence.sentence.text[match.start - at : match.end - at], match.start, match.end)
        for sentence in weighed
        for match in sentence.matches
        if match.term.tool
        for at in [sentence.sentence.start]
    )
    return Facts(
        _first(fact for sentence in read for fact in _years(sentence)),
        _first(fact for sentence in read for fact in _degrees(sentence)),
        _first(find_places(tuple(read))),
        _first(fact for sentence in read for fact in find_pay(sentence)),
        _first(technologies, 60),
    )


def _first(facts: Iterable[Fact], most: int = MOST) -> tuple[Fact, ...]:
    """Return the first facts, each value once whatever its capitals."""
    found: dict[str, Fact] = {}
    for fact in facts:
        found.setdefault(fact.value.lower(), fact)
        if len(found) == most:
            break
    return tuple(found.values())


def _years(sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    if "year" not in text.lower() and "yr" not in text.lower():
        return
    for match in _YEARS.finditer(text):
        before, after = text[max(match.start() - 40, 0) : match.start()], text[match.end() : match.end() + 40]
        if _NO_EXPERIENCE_BEFORE.search(before) or _NO_EXPERIENCE_AFTER.match(after):
            continue
        yield Fact(match[0], sentence.start + match.start(), sentence.start + match.end())


def _degrees(sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    if not any(part in text for part in _DEGREE_PARTS):
        return
    for match in _DEGREE.finditer(text):
        before, after = text[max(match.start() - 60, 0) : match.start()], text[match.end() : match.end() + 50]
        if (
            _NO_DEGREE.search(before)
            or _NO_DEGREE_AFTER.search(after)
            or _NOT_ASKED.search(before + match[0])
        ):
            continue
        yield Fact(match[0], sentence.start + match.start(), sentence.start + match.end())
