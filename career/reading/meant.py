"""Whether an ambiguous word is a technology where it stands: “Go” beside Python, not “Go beyond”."""

import re

from career.reading.sentences import Sentence
from career.reading.words import Match

# What stands between the members of a list.
_LIST_GAP = re.compile(
    r"\s*[,;/&(+|]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|and/or|&|\+)\s+|\)\s*,?\s*(?:and|or)?\s*"
)
# Words after which an ambiguous name is a technology.
_CUE = re.compile(
    r"(?:\b(?:experience|experienced|proficien(?:t|cy)|fluen(?:t|cy)|skill(?:s|ed)?|knowledge|"
    r"familiar(?:ity)?"
    r"|expert(?:ise)?|background|competen(?:t|ce|cy)|confident|comfortable|exposure|grounding|hands-on|"
    r"solid|strong"
    r"|programming|coding|written|write|developing|built|coded|code|developed|working|production|work|"
    r"scripting)"
    r"(?:\s+(?:with|in|of|using|on|to))?|\b(?:using|like|know|uses?|e\.g\.|such as|including|language:|"
    r"languages:|especially|tools?:|stack:|advanced|basic|either))"
    r"\s+(?:some |modern |advanced |basic |good |either )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:$|[,.;:/)(]|(?:and|or|is|are|for|programming|language|code|developers?|skills?|experience|"
    r"services?"
    r"|microservices|as|at|with|where|preferred|would|if|in|to|on|we|but|because|libraries|packages|"
    r"backend|from)\b)"
)
_NOT_AFTER = re.compile(r"\s*(?:&\s?D\b|\.\s?[A-Z]\b|[-‐–][a-z]|’|')")


def is_meant(
    text: str, sentence: Sentence, matches: list[Match], number: int, sure: set[int], firm: bool
) -> bool:
    """Tell whether an ambiguous word is a technology here: in a list with one, or after “experience with”."""
    match = matches[number]
    start, end = sentence.start, sentence.end
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
