"""The red flag of work that nobody can name: projects, product or aim are not known or not told."""

import re

from career.reading.sentences import Sentence

_UNTOLD = (
    r"(?:(?:can['’]?t|cannot|can\s+not|(?:are|am|is)\s+not\s+(?:able|allowed|permitted|at\s+liberty)\s+to|unable\s+to|may\s+not|won['’]?t|will\s+not|not\s+going\s+to|not\s+ready\s+to)\s+(?:yet\s+|really\s+|currently\s+|publicly\s+|fully\s+|tell\s+you\s+)?"
    r"(?:tell|say|share|disclose|reveal|name|describe|discuss|explain|go\s+into|talk\s+about|tell\s+you|specify|be\s+disclosed|be\s+shared|be\s+named|be\s+revealed)"
    r"|(?:not|n['’]t)\s+(?:yet\s+|been\s+|yet\s+been\s+|currently\s+|fully\s+)?(?:been\s+)?(?:known|defined|decided|determined|chosen|settled|agreed|specified|set|clear|finali[sz]ed|identified|disclosed|final|picked|selected|found|figured\s+out|worked\s+out|sure|know|thought|written\s+down|named)"
    r"|unknown|undecided|undefined|undetermined|unclear|undisclosed|open-ended|to\s+be\s+(?:defined|decided|determined|confirmed|announced|agreed|disclosed|discovered|specified|found|figured\s+out|settled|identified|discussed)|\bTBD\b|\bTBC\b|\bTBA\b"
    r"|(?:will|shall|is\s+going\s+to|are\s+going\s+to)\s+(?:only\s+)?(?:be\s+)?(?:only\s+)?(?:disclosed|revealed|shared|announced|communicated|assigned|allocated|decided|defined|explained|told|made\s+clear|made\s+known|become\s+clear|determined|agreed|emerge|named|specified|discussed|found)"
    r"|we(?:['’]ll|\s+will|\s+shall)\s+(?:only\s+)?(?:tell|explain|reveal|share|disclose|discuss|define|decide|find|figure|work)\s+(?:you|out|it|this|that|together|later|in|once|more)?"
    r"|(?:figure|work|sort|find)\s+(?:it\s+|that\s+)?out\s+(?:together\s+|with\s+you\s+)?what"
    r"|still\s+(?:figuring|working|being|deciding|to\s+be|thinking|looking\s+for|searching|exploring|open|finding|defining|forming|evolving|in\s+flux)|yet\s+to\s+(?:be|decide|define|find|choose|work|identify|determine|settle)"
    r"|in\s+stealth|stealth(?:[- ]mode)?|secret|confidential|under\s+(?:NDA|wraps)|find\s+out\s+(?:what|when|on|once|after|more\s+once)|learn\s+what|no\s+(?:concrete|specific|defined|clear|fixed|particular|real|named)\s+(?:\w+\s+)?(?:projects?|products?|use\s+cases?|roadmap|goals?|aims?|tasks?|plans?|idea)"
    r"|depends?\s+on|remains?\s+(?:to\s+be\s+seen|open|a\s+secret|unknown)|no\s+idea|(?:have|has)\s+no\s+(?:project|product|use\s+case|idea|plan|roadmap)|(?:don['’]t|do\s+not|does\s+not|doesn['’]t)\s+(?:yet\s+|really\s+|quite\s+|actually\s+)?(?:know|have\s+(?:a|any|concrete))|surprise)"
)
_WORK = (
    r"(?:projects?|products?|use[- ]cases?|what\s+(?:exactly\s+|precisely\s+|the\s+|our\s+)?(?:you(?:['’]ll|['’]d|\s+will|\s+would)?(?:\s+be)?|we(?:['’]re|['’]ll|\s+are|\s+will)?|it|they|team|product|project|role|company|job|models?|system|work|AI|this)\b|which\s+(?:projects?|products?|client|clients|team|model|problem|problems|topics?)|"
    r"aims?|objectives?|purpose|goals?|tasks?|topics?|assignments?|role|scope|mission|remit|brief|deliverables?|content\s+of|problem(?:s)?\s+(?:we|you)|roadmap|road\s+map|duties|responsibilities|applications?\s+of|client|data\s+(?:we|you)|business\s+model|field\s+of\s+application)"
)
_UNTOLD_WORK = [
    re.compile(rf"\b{_WORK}\b.{{0,110}}?\b{_UNTOLD}", re.IGNORECASE),
    re.compile(rf"{_UNTOLD}\b.{{0,60}}?\b{_WORK}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:more|details|everything)\s+(?:about|on|of)\s+(?:the\s+|our\s+|your\s+)?{_WORK}\b.{{0,40}}?\b"
        r"(?:after|once|when\s+you|only|later|in\s+the\s+(?:first\s+)?interview|on\s+your\s+first\s+day)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:no|not\s+(?:yet\s+)?(?:have\s+)?an?y?|without\s+an?y?)\s+(?:concrete|specific|defined|clear|fixed|particular|real|named|definite|agreed)\s+"
        r"(?:\w+\s+)?(?:projects?|products?|use[- ]cases?|roadmap|goals?|aims?|plans?)\b.{0,30}?(?:\b(?:yet|so\s+far|at\s+the\s+moment|for\s+now|at\s+present)\b|^\W*$)",
        re.IGNORECASE,
    ),
]
# What is open here is not the work.
_NOT_WORK = re.compile(
    r"\b(?:salary|pay|compensation|remuneration|start(?:ing)?\s+date|location|office|interview\s+(?:dates?|process|times?|slots?|questions)|interviews|outcome|answer|application\s+process|your\s+application|applicants?|candidates?|closing\s+date|grade|band|visa|"
    r"previous|feedback|recruit\w+|hiring|sponsor\w*|medical|patients?|personal\s+data|trade|customer\s+data|pension|references|shortlist\w*|contract|hours|benefits|relocation|applications?\s+will|successful)\b",
    re.IGNORECASE,
)
# The person hired takes part in finding the aim with a known product: said without “can’t”, too weak to quote.
_SOFT = re.compile(r"\b(?:depends?\s+on|open-ended|secret|confidential|surprise|still\s+(?:open|evolving|being)|learn\s+what|unclear)\b", re.IGNORECASE)
_HARD_OBJECT = re.compile(r"\b(?:what\s+(?:the|our)|projects?|products?|use[- ]cases?|client|clients|what\s+you|what\s+we|which|assignments?|tasks?|topics?|your\s+(?:role|tasks|work)|the\s+role)\b", re.IGNORECASE)


def hides_the_work(sentence: Sentence) -> bool:
    """Tell whether the text says that projects, product or aim are not known or not told."""
    text = sentence.text
    if _NOT_WORK.search(text):
        return False
    for pattern in _UNTOLD_WORK:
        for match in pattern.finditer(text):
            if not _SOFT.search(match[0]) or _HARD_OBJECT.search(match[0]):
                return True
    return False
