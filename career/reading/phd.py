"""The red flag of a PhD with no other way in."""

import re

from career.reading.sentences import Sentence
from career.reading.wording import wording

_PHD = wording(r"\bPh\.?\s?D\.?(?!s\b(?! only))|\b(?:doctorate|doctoral degree|D\.?Phil)\b")
_REQUIRED = wording(
    r"\b(?:required?|requires|requirement|essential|must|mandatory|compulsory|obligatory|necessary|"
    r"prerequisite|pre-requisite|non-negotiable|needed|"
    r"needs?|minimum|(?:holders|PhDs?|candidates|applicants) only|only (?:consider|accept|look|"
    r"candidates|applicants|people|those)|condition|expected|indispensable|imperative|"
    r"will not (?:be )?consider(?:ed)?|without (?:one|it|a Ph\.?D\.?|a doctorate))\b"
)
_REQUIRED_HEADING = wording(
    r"\b(?:require[ds]?|requirements?|must(?:[- ]haves?)?|essential|mandatory|minimum|"
    r"basic qualifications?|you need|you’ll need|need to have|non-negotiables?|"
    r"necessary|prerequisites?|qualifications?|profile|you bring|about you|who you are|you (?:will |"
    r"should )?have|eligib\w+|criteria|looking for|background)\b"
)
_OTHER_WAY = wording(
    r"\b(?:or (?:an? )?(?:equivalent|comparable|similar|other|relevant|related experience|significant|"
    r"strong|several|many|substantial|MSc|M\.?Sc|Master|MS\b|M\.?S\.|BSc|industry|proven|at least|"
    r"the equivalent|its equivalent|\d+|two|three|four|five|six|seven|years|"
    r"someone|something|experience|demonstrable|publications)"
    r"|preferred|preferably|preference|ideally|desirable|desired|advantage(?:ous)?|a plus|bonus|nice|"
    r"welcome|optional|helpful|beneficial|asset|favou?red|"
    r"no (?:Ph\.?|doctor)\w*|neither|without a Ph|instead of|rather than|perhaps|maybe|probably|might|"
    r"(?:no|not|nor|never|don’t|doesn’t|isn’t|aren’t|needn’t)\b[^,;:()]{0,40}\b(?:Ph\.?D|doctor\w*|"
    r"requir\w+|essential|necessary|needed|must|mandatory|expect\w*|need)|"
    r"(?:Ph\.?\s?D\.?|doctorate|degree)[^,;]{0,30}\b(?:not|isn’t|nor)|"
    r"Master’?s?|MSc|M\.Sc\.?|Bachelor|BSc|MS/Ph|MS or|students?|candidates in|studying|finishing|"
    r"unless|although|equivalent|alternatively|whether|some of us|most of us|half of|many of|"
    r"colleagues|our (?:team|group|lab) (?:has|have|of)|with or without|"
    r"if you)\b|/\s?Ph\.?D|Ph\.?D\.?\s?/|\bwould be\b"
)
# A “no” that makes it all the stricter.
_NO_EXCEPTION = wording(
    r"\b(?:no exceptions?|without exceptions?|not negotiable|non-negotiable|not optional|no way around|"
    r"(?:cannot|can’t|can not|impossible|nobody|no one)\b[^.;]{0,50}\bwithout (?:a|the)(?= (?:Ph|"
    r"doct))|nothing less|"
    r"(?:will not|won’t|cannot|can not|can’t|not able to|do not|don’t|"
    r"shall not) (?:be )?(?:consider(?:ed)?|accept(?:ed)?|read|review(?:ed)?|process(?:ed)?)|"
    r"without (?:one|it|a Ph\.?\s?D\.?|a doctorate)(?=.{0,60}\b(?:not|n’t|cannot|no)\b))"
)
_HOLDS = wording(
    r"\b(?:applicants?|candidates?|you|appointee|post-?holder|researcher) (?:will |should |"
    r"already )?(?:hold|holds|have|has|possess|possesses|bring|brings|finished|completed|"
    r"have completed) (?:[\w-]+ ){0,3}?(?:Ph\.?\s?D|doctora)"
)
_HAS_PHD = wording(
    r"\b(?:we (?:have|are|hold|were|count)|team|founders?|founded|lab|group|she|he|they|staff|"
    r"supervis\w+)\b[^.]{0,40}\bPh\.?D"
)


def requires_a_phd(sentence: Sentence) -> bool:
    """Tell whether a PhD is the only way in. “Preferred” and “or equivalent experience” are other ways."""
    phd = _PHD.search(sentence.text)
    if phd is None:
        return False
    # “PhD required, plus 8 years”: what is not said of the PhD does not matter.
    clause = (
        re.split(r"[;.!?]\s", sentence.text[: phd.start()])[-1]
        + re.split(r"[;!?]\s|(?<!Ph\.D)(?<!Ph)\.\s|\s[–—]\s", sentence.text[phd.start() :], maxsplit=1)[0]
    )
    clause, exceptions = _NO_EXCEPTION.subn(" ", clause)
    if _OTHER_WAY.search(clause) or _HAS_PHD.search(clause):
        return False
    if exceptions or _REQUIRED.search(clause):
        return True
    if _HOLDS.search(clause):
        return True
    begins = phd.start() <= 24 and len(sentence.text) < 220
    if re.search(r"prefer|desir|nice|plus|bonus|optional", sentence.under):
        return False
    return begins and sentence.kind == "bullet" and bool(_REQUIRED_HEADING.search(sentence.under))
