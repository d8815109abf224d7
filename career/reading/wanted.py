"""Whether a sentence wants what it names: “no Kubernetes needed” does not, “Kafka is a plus” would like to."""

import re

from career.reading.sentences import Sentence

_NO = re.compile(
    r"\b(?:no|not|never|nor|neither|without|don['’]t|doesn['’]t|isn['’]t|aren['’]t|won['’]t|needn['’]t|instead of"
    r"|rather than|other than|moved (?:away |off )?from|migrat(?:ed|ing) (?:away |off )?from|away from|got rid of|retired|dropped|unlike|nobody|no[- ]one|none|forget|never mind|hardly|used to (?:use|run|have|be)|leave your|neither)\b",
    re.IGNORECASE,
)
_NOT_REALLY = re.compile(
    r"\b(?:not only|not just|not merely|no less than|not limited to|no matter|not to mention|no later|not afraid|not scared"
    r"|no more than|without (?:supervision|hand-holding|help)|not least|don['’]t worry|don['’]t have to be|no-nonsense|not necessarily|no stranger to)\b",
    re.IGNORECASE,
)
# “Moved from Airflow to Dagster” is about Dagster; “without ringing us, unit tests” wants the tests.
_LEFT = re.compile(r"\b(?:moved|moving|migrat\w+|switched|went)\s+(?:away\s+|off\s+)?from\b.{1,60}?\bto\b", re.IGNORECASE)
_REPLACED = re.compile(r"\breplac(?:ed|ing|es?)\s+(?:\S+\s+){0,3}$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:\S+\s+){0,3}?(?:with|by)\b", re.IGNORECASE)
_NOT_HERE = re.compile(r"\s*(?:\?|:|–|—|,)\s*(?:no\b(?!\s+(?:less|matter))|not\s+(?:yet|here|any|for)|never|nobody)|\s+(?:is|are)\s+(?:gone|out|dead|history|run\s+by\s+(?:another|others))\b", re.IGNORECASE)
# A name inside the name of a company, an address or a department; what the company sells.
_NAME_AFTER = re.compile(
    r"\s+(?:GmbH|Ltd|Limited|Inc|AG|B\.?V|S\.?A|plc|PLC|LLC|Street|Road|House|Technologies|Ventures|Holdings|& (?:Sons|Co|Daughters|Partners|Company)|[Dd]epartment|[Dd]ivision|[Ff]aculty)\b"
)
_NAME_BEFORE = re.compile(
    r"\b(?:[Dd]epartment|[Ii]nstitute|[Ff]aculty|[Ss]chool|[Cc]hair|[Cc]ent(?:re|er)|[Mm]inistry|[Jj]ournal)\s+(?:of|for)\s+(?:\w+\s+and\s+)?$"
    r"|\b(?:[Ss]ells?|[Ss]elling|[Pp]rovider\s+of|[Mm]akers?\s+of|[Vv]endor\s+of|[Ss]upplier\s+of|[Ss]ellers?\s+of)\s+(?:[\w-]+\s+){0,4}$"
)
_WITHOUT_DOING = re.compile(r"\bwithout\s+[^,]{1,80},", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|used\s+to)\b", re.IGNORECASE)
_ONCE = re.compile(r"\s+(?:once|before|in the past|until|years ago|back then)\b", re.IGNORECASE)
# “Kubernetes is not needed”, after the term.
_NOT_AFTER = re.compile(
    r"^[^.;!?]{0,60}?\b(?:(?:is|are)\s+(?:not|never)|isn['’]t|aren['’]t|not)\s+(?:\w+\s+)?"
    r"(?:required|needed|necessary|expected|essential|used|wanted|relevant|part of|something)\b",
    re.IGNORECASE,
)
# A clause ends here, so that a “no” before it says nothing of what follows.
_CLAUSE = re.compile(
    r"[;:.!?—–()]|\s-\s|,\s+(?:but|we|you|our|it|they|just|only|so|though|although|however|and\s+(?:we|you|our|it))\b"
    r"|\b(?:but|whereas|while|because|however|although|though|if|when|as long as)\b",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"\b(?:plus(?:es|\s+points?)?|nice[- ]to[- ]haves?|bonus(?:\s+points)?|advantag(?:e|es|eous)|desirable|desired|preferred|preferably"
    r"|ideally|welcome|beneficial|helpful|would be (?:great|nice|good|lovely|useful)|good to have|optional|an asset"
    r"|not (?:required|essential|mandatory|necessary|a must)|great if|even better|extra points|brownie points)\b",
    re.IGNORECASE,
)
_OPTIONAL_HEADING = re.compile(
    r"\b(?:nice[- ]to[- ]have|bonus|plus(?:es)?|desirable|desired|preferred|optional|good to have|advantage|extra|"
    r"even better|ideally|would be great|icing|helps?|not required)",
    re.IGNORECASE,
)
_UNWANTED_HEADING = re.compile(
    r"\b(?:don['’]t|do not|not|won['’]t|no)\b.{0,20}\b(?:need|require|expect|look|use|want|care|do|required|needed)\w*",
    re.IGNORECASE,
)
_BONUS_IS_PAY = re.compile(r"\b(?:annual|performance|signing|yearly|discretionary|joining|sign-on)\s+bonus", re.IGNORECASE)

_PART = re.compile(r"[;.]\s|,\s+(?:and|with|plus)\s")

REACH = 160  # characters before a term in which a “no” is looked for


_ANY_REFUSAL = re.compile(
    "|".join(f"(?:{pattern.pattern})" for pattern in (_NO, _WAS))
    + r"|\b(?:replac|sell|provider|maker|vendor|supplier|Ltd|GmbH|Inc\b|Limited|Street|Road|House|Sons|Holdings|Technologies|Ventures|plc|LLC|B\.?V|AG\b|S\.?A\b|Co\b|Company|Partners|Daughters"
    r"|department|division|faculty|institute|school|chair|cent(?:re|er)|ministry|journal|gone|out|dead|history|run by)",
    re.IGNORECASE,
)


def refuses(sentence: Sentence) -> bool:
    """Tell whether there is any “no” that could concern a term of the sentence."""
    return bool(_ANY_REFUSAL.search(sentence.text)) or bool(sentence.under and _UNWANTED_HEADING.search(sentence.under))


def wishes(sentence: Sentence) -> bool:
    """Tell whether there is any “plus” that could concern a term of the sentence."""
    return bool(_OPTIONAL.search(sentence.text)) or bool(sentence.under and _OPTIONAL_HEADING.search(sentence.under))


def is_refused(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the sentence says that text[start:end] is not needed or not used."""
    if sentence.kind != "heading" and _UNWANTED_HEADING.search(sentence.under) and "only" not in sentence.under:
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
    return bool(_NOT_AFTER.match(clause_after)) and not re.match(r"\W*(?:but|,\s+and)", clause_after)


def is_optional(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether text[start:end] is wished for rather than asked for."""
    if _OPTIONAL_HEADING.search(sentence.under) and sentence.kind != "heading":
        return True
    at, stop = start - sentence.start, end - sentence.start
    before = _PART.split(sentence.text[max(at - REACH, 0) : at])[-1]
    after = _PART.split(sentence.text[stop : stop + REACH], maxsplit=1)[0]
    if re.search(r"\b(?:ideally|preferably|nice[- ]to[- ]have|bonus(?: points)?|plus|desirable|optional(?:ly)?)\b\W", before, re.I):
        return not _BONUS_IS_PAY.search(before)
    return bool(_OPTIONAL.search(after)) and not _BONUS_IS_PAY.search(after)
