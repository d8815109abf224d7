"""The red flag of work that nobody can name: projects, product or aim are not known or not told."""

from career.reading.sentences import Sentence
from career.reading.wording import wording

_UNTOLD = (
    r"(?:(?:can’?t|cannot|can not|(?:are|am|is) not (?:able|allowed|permitted|at liberty) to|unable to|"
    r"may not|won’?t|will not|not going to|not ready to) (?:yet |really |currently |publicly |fully |"
    r"tell you )?"
    r"(?:tell|say|share|disclose|reveal|name|describe|discuss|explain|go into|talk about|tell you|"
    r"specify|be disclosed|be shared|be named|be revealed)"
    r"|(?:not|n’t) (?:yet |been |yet been |currently |fully )?(?:been )?(?:known|defined|decided|"
    r"determined|chosen|settled|agreed|specified|set|clear|finali[sz]ed|identified|disclosed|final|"
    r"picked|selected|found|figured out|worked out|sure|know|thought|written down|named)"
    r"|unknown|undecided|undefined|undetermined|unclear|undisclosed|open-ended|to be (?:defined|"
    r"decided|determined|confirmed|announced|agreed|disclosed|discovered|specified|found|figured out|"
    r"settled|identified|discussed)|\bTBD\b|\bTBC\b|\bTBA\b"
    r"|(?:will|shall|is going to|are going to) (?:only )?(?:be )?(?:only )?(?:disclosed|revealed|"
    r"shared|announced|communicated|assigned|allocated|decided|defined|explained|told|made clear|"
    r"made known|become clear|determined|agreed|emerge|named|specified|discussed|found)"
    r"|we(?:’ll| will| shall) (?:only )?(?:tell|explain|reveal|share|disclose|discuss|define|decide|"
    r"find|figure|work) (?:you|out|it|this|that|together|later|in|once|more)?"
    r"|(?:figure|work|sort|find) (?:it |that )?out (?:together |with you )?what"
    r"|still (?:figuring|working|being|deciding|to be|thinking|looking for|searching|exploring|open|"
    r"finding|defining|forming|evolving|in flux)|yet to (?:be|decide|define|find|choose|work|identify|"
    r"determine|settle)"
    r"|in stealth|stealth(?:[- ]mode)?|secret|confidential|under (?:NDA|wraps)|find out (?:what|when|"
    r"on|once|after|more once)|learn what|no (?:concrete|specific|defined|clear|fixed|particular|real|"
    r"named) (?:\w+ )?(?:projects?|products?|use cases?|roadmap|goals?|aims?|tasks?|plans?|idea)"
    r"|depends? on|remains? (?:to be seen|open|a secret|unknown)|no idea|(?:have|has) no (?:project|"
    r"product|use case|idea|plan|roadmap)|(?:don’t|do not|does not|doesn’t) (?:yet |really |quite |"
    r"actually )?(?:know|have (?:a|any|concrete))|surprise)"
)
_WORK = (
    r"(?:projects?|products?|use[- ]cases?|what (?:exactly |precisely |the |our )?(?:you(?:’ll|’d|"
    r" will| would)?(?: be)?|we(?:’re|’ll| are| will)?|it|they|team|product|project|role|company|job|"
    r"models?|system|work|AI|this)\b|which (?:projects?|products?|client|clients|team|model|problem|"
    r"problems|topics?)|"
    r"aims?|objectives?|purpose|goals?|tasks?|topics?|assignments?|role|scope|mission|remit|brief|"
    r"deliverables?|content of|problem(?:s)? (?:we|you)|roadmap|road map|duties|responsibilities|"
    r"applications? of|client|data (?:we|you)|business model|field of application)"
)
_UNTOLD_WORK = [
    wording(rf"\b{_WORK}\b.{{0,110}}?\b{_UNTOLD}"),
    wording(rf"{_UNTOLD}\b.{{0,60}}?\b{_WORK}\b"),
    wording(
        rf"\b(?:more|details|everything) (?:about|on|of) (?:the |our |your )?{_WORK}\b.{{0,40}}?\b"
        r"(?:after|once|when you|only|later|in the (?:first )?interview|on your first day)\b"
    ),
    wording(
        r"\b(?:no|not (?:yet )?(?:have )?an?y?|without an?y?) (?:concrete|specific|defined|clear|fixed|"
        r"particular|real|named|definite|agreed) "
        r"(?:\w+ )?(?:projects?|products?|use[- ]cases?|roadmap|goals?|aims?|"
        r"plans?)\b.{0,30}?(?:\b(?:yet|so far|at the moment|for now|at present)\b|^\W*$)"
    ),
]
# What is open here is not the work.
_NOT_WORK = wording(
    r"\b(?:salary|pay|compensation|remuneration|start(?:ing)? date|location|office|interview (?:dates?|"
    r"process|times?|slots?|questions)|interviews|outcome|answer|application process|your application|"
    r"applicants?|candidates?|closing date|grade|band|visa|"
    r"previous|feedback|recruit\w+|hiring|sponsor\w*|medical|patients?|personal data|trade|"
    r"customer data|pension|references|shortlist\w*|contract|hours|benefits|relocation|"
    r"applications? will|successful)\b"
)
# Too weak to quote unless it is said of the work itself.
_SOFT = wording(
    r"\b(?:depends? on|open-ended|secret|confidential|surprise|still (?:open|evolving|being)|"
    r"learn what|unclear)\b"
)
_HARD_OBJECT = wording(
    r"\b(?:what (?:the|our)|projects?|products?|use[- ]cases?|client|clients|what you|what we|which|"
    r"assignments?|tasks?|topics?|your (?:role|tasks|work)|the role)\b"
)


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
