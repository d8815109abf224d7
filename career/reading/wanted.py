"""Whether a sentence wants what it names: “no Kubernetes needed” does not, “Kafka is a plus” may."""

import re
from collections.abc import Sequence

from career.reading.sentences import Sentence
from career.reading.wording import wording

_NO = wording(
    r"\b(?:no|not|never|nor|neither|without|don’t|doesn’t|isn’t|aren’t|won’t|needn’t|instead of"
    r"|rather than|other than|moved (?:away |off )?from|migrat(?:ed|ing) (?:away |off )?from|away from|"
    r"got rid of|retired|dropped|unlike|nobody|no[- ]one|none|forget|never mind|hardly|used to (?:use|"
    r"run|have|be)|leave your|neither)\b"
)
_NOT_REALLY = wording(
    r"\b(?:not only|not just|not merely|no less than|not limited to|no matter|not to mention|no later|"
    r"not afraid|not scared"
    r"|no more than|without (?:supervision|hand-holding|help)|not least|don’t worry|don’t have to be|"
    r"no-nonsense|not necessarily|no stranger to)\b"
)
# “Moved from Airflow to Dagster” is about Dagster; “without ringing us, unit tests” wants the tests.
_LEFT = wording(r"\b(?:moved|moving|migrat\w+|switched|went) (?:away |off )?from\b.{1,60}?\bto\b")
_REPLACED = wording(r"\breplac(?:ed|ing|es?) (?:\S+ ){0,3}$")
_BY = wording(r" (?:\S+ ){0,3}?(?:with|by)\b")
_NOT_HERE = wording(
    r"\s*(?:\?|:|–|—|,)\s*(?:no\b(?! (?:less|matter))|not (?:yet|here|any|for)|never|nobody)| (?:is|"
    r"are) (?:gone|out|dead|history|run by (?:another|others))\b"
)
# A name inside the name of a company, an address or a department; what the company sells.
_NAME_AFTER = re.compile(
    r"\s+(?:GmbH|Ltd|Limited|Inc|AG|B\.?V|S\.?A|plc|PLC|LLC|Street|Road|House|Technologies|Ventures|"
    r"Holdings|& (?:Sons|Co|Daughters|Partners|Company)|[Dd]epartment|[Dd]ivision|[Ff]aculty)\b"
)
_NAME_BEFORE = re.compile(
    r"\b(?:[Dd]epartment|[Ii]nstitute|[Ff]aculty|[Ss]chool|[Cc]hair|[Cc]ent(?:re|er)|[Mm]inistry|"
    r"[Jj]ournal)\s+(?:of|for)\s+(?:\w+\s+and\s+)?$"
    r"|\b(?:[Ss]ells?|[Ss]elling|[Pp]rovider\s+of|[Mm]akers?\s+of|[Vv]endor\s+of|[Ss]upplier\s+of|"
    r"[Ss]ellers?\s+of)\s+(?:[\w-]+\s+){0,4}$"
)
_WITHOUT_DOING = wording(r"\bwithout [^,]{1,80},")
_WAS = wording(r"\b(?:was|were|used to)\b")
_ONCE = wording(r" (?:once|before|in the past|until|years ago|back then)\b")
# “Kubernetes is not needed”, after the term.
_NOT_AFTER = wording(
    r"^[^.;!?]{0,60}?\b(?:(?:is|are) (?:not|never)|isn’t|aren’t|not) (?:\w+ )?"
    r"(?:required|needed|necessary|expected|essential|used|wanted|relevant|part of|something)\b"
)
# A clause ends here, so that a “no” before it says nothing of what follows.
_CLAUSE = wording(
    r"[;:.!?—–()]|\s-\s|, (?:but|we|you|our|it|they|just|only|so|though|although|however|and (?:we|you|"
    r"our|it))\b"
    r"|\b(?:but|whereas|while|because|however|although|though|if|when|as long as)\b"
)
_OPTIONAL = wording(
    r"\b(?:plus(?:es| points?)?|nice[- ]to[- ]haves?|bonus(?: points)?|advantag(?:e|es|eous)|desirable|"
    r"desired|preferred|preferably"
    r"|ideally|welcome|beneficial|helpful|would be (?:great|nice|good|lovely|useful)|good to have|"
    r"optional|an asset"
    r"|not (?:required|essential|mandatory|necessary|a must)|great if|even better|extra points|"
    r"brownie points)\b"
)
_OPTIONAL_HEADING = wording(
    r"\b(?:nice[- ]to[- ]have|bonus|plus(?:es)?|desirable|desired|preferred|optional|good to have|"
    r"advantage|extra|"
    r"even better|ideally|would be great|icing|helps?|not required)"
)
_UNWANTED_HEADING = wording(
    r"\b(?:don’t|do not|not|won’t|no)\b.{0,20}\b(?:need|require|expect|look|use|want|care|do|required|"
    r"needed)\w*"
)
_OPTIONAL_BEFORE = wording(
    r"\b(?:ideally|preferably|nice[- ]to[- ]have|bonus(?: points)?|plus|desirable|optional(?:ly)?)\b\W"
)
_BONUS_IS_PAY = wording(r"\b(?:annual|performance|signing|yearly|discretionary|joining|sign-on) bonus")

_BUT = wording(r"\W*(?:but|, and)")
_PART = re.compile(r"[;.]\s|,\s+(?:and|with|plus)\s")

REACH = 160  # characters before a term in which a “no” is looked for


# A sentence without any of these refuses nothing.
_REFUSALS = (
    "no not never nor neither without t don doesn isn aren won needn instead rather other moved "
    "migrated away got retired dropped unlike nobody one none forget mind hardly used leave was were "
    "replace replaced replaces replacing sell sells selling seller sellers provider maker makers vendor "
    "supplier gmbh ltd limited inc ag b s plc llc street road house technologies ventures holdings sons "
    "co daughters partners company department division faculty institute school chair centre center "
    "ministry journal gone out dead history run migrating"
)
_REFUSAL_WORDS = frozenset(_REFUSALS.split())


def refuses(sentence: Sentence, words: Sequence[str]) -> bool:
    """Tell whether there is any “no” that could concern a term of the sentence; `words` in lower case."""
    return not _REFUSAL_WORDS.isdisjoint(words) or bool(
        sentence.under and _UNWANTED_HEADING.search(sentence.under)
    )


def wishes(sentence: Sentence) -> bool:
    """Tell whether there is any “plus” that could concern a term of the sentence."""
    return bool(_OPTIONAL.search(sentence.text)) or bool(
        sentence.under and _OPTIONAL_HEADING.search(sentence.under)
    )


def is_refused(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the sentence says that text[start:end] is not needed or not used."""
    if (
        sentence.kind != "heading"
        and _UNWANTED_HEADING.search(sentence.under)
        and "only" not in sentence.under
    ):
        return True
    before = sentence.text[max(start - sentence.start - REACH, 0) : start - sentence.start]
    cut = 0
    for match in _CLAUSE.finditer(before):
        cut = match.end()
    before = _NOT_REALLY.sub(" ", before[cut:])
    before = _LEFT.sub(" ", before)
    before = _WITHOUT_DOING.sub(" ", before)
    after = sentence.text[end - sentence.start : end - sentence.start + REACH]
    stop = _CLAUSE.search(after)
    clause_after = after[: stop.start()] if stop else after
    if _NAME_AFTER.match(after) or _NAME_BEFORE.search(before):
        return True
    if _NOT_HERE.match(after) or (_REPLACED.search(before) and _BY.match(after)):
        return True
    if _NO.search(before) or (_WAS.search(before) and _ONCE.match(after)):
        return True
    return bool(_NOT_AFTER.match(clause_after)) and not _BUT.match(clause_after)


def is_optional(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether text[start:end] is wished for rather than asked for."""
    if _OPTIONAL_HEADING.search(sentence.under) and sentence.kind != "heading":
        return True
    at, stop = start - sentence.start, end - sentence.start
    before = _PART.split(sentence.text[max(at - REACH, 0) : at])[-1]
    after = _PART.split(sentence.text[stop : stop + REACH], maxsplit=1)[0]
    if _OPTIONAL_BEFORE.search(before):
        return not _BONUS_IS_PAY.search(before)
    return bool(_OPTIONAL.search(after)) and not _BONUS_IS_PAY.search(after)
