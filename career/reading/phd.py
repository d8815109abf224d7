"""The red flag of a PhD with no other way in."""

import re

from career.reading.sentences import Sentence

_PHD = re.compile(r"\bPh\.?\s?D\.?(?!s\b(?!\s+only))|\b(?:doctorate|doctoral\s+degree|D\.?Phil)\b", re.IGNORECASE)
_REQUIRED = re.compile(
    r"\b(?:required?|requires|requirement|essential|must|mandatory|compulsory|obligatory|necessary|prerequisite|pre-requisite|non-negotiable|needed|"
    r"needs?|minimum|(?:holders|PhDs?|candidates|applicants)\s+only|only\s+(?:consider|accept|look|candidates|applicants|people|those)|condition|expected|indispensable|imperative|"
    r"will\s+not\s+(?:be\s+)?consider(?:ed)?|without\s+(?:one|it|a\s+Ph\.?D\.?|a\s+doctorate))\b",
    re.IGNORECASE,
)
_REQUIRED_HEADING = re.compile(
    r"\b(?:require[ds]?|requirements?|must(?:[- ]haves?)?|essential|mandatory|minimum|basic\s+qualifications?|you\s+need|you['’]ll\s+need|need\s+to\s+have|non-negotiables?|"
    r"necessary|prerequisites?|qualifications?|profile|you\s+bring|about\s+you|who\s+you\s+are|you\s+(?:will\s+|should\s+)?have|eligib\w+|criteria|looking\s+for|background)\b",
    re.IGNORECASE,
)
_OTHER_WAY = re.compile(
    r"\b(?:or\s+(?:an?\s+)?(?:equivalent|comparable|similar|other|relevant|related\s+experience|significant|strong|several|many|substantial|MSc|M\.?Sc|Master|MS\b|M\.?S\.|BSc|industry|proven|at\s+least|the\s+equivalent|its\s+equivalent|\d+|two|three|four|five|six|seven|years|"
    r"someone|something|experience|demonstrable|publications)"
    r"|preferred|preferably|preference|ideally|desirable|desired|advantage(?:ous)?|a\s+plus|bonus|nice|welcome|optional|helpful|beneficial|asset|favou?red|"
    r"no\s+(?:Ph\.?|doctor)\w*|neither|without\s+a\s+Ph|instead\s+of|rather\s+than|perhaps|maybe|probably|might|"
    r"(?:no|not|nor|never|don['’]t|doesn['’]t|isn['’]t|aren['’]t|needn['’]t)\b[^,;:()]{0,40}\b(?:Ph\.?D|doctor\w*|requir\w+|essential|necessary|needed|must|mandatory|expect\w*|need)|"
    r"(?:Ph\.?\s?D\.?|doctorate|degree)[^,;]{0,30}\b(?:not|isn['’]t|nor)|"
    r"Master['’]?s?|MSc|M\.Sc\.?|Bachelor|BSc|MS/Ph|MS\s+or|students?|candidates\s+in|studying|finishing|"
    r"unless|although|equivalent|alternatively|whether|some\s+of\s+us|most\s+of\s+us|half\s+of|many\s+of|colleagues|our\s+(?:team|group|lab)\s+(?:has|have|of)|with\s+or\s+without|"
    r"if\s+you)\b|/\s?Ph\.?D|Ph\.?D\.?\s?/|\bwould\s+be\b",
    re.IGNORECASE,
)
# A “no” that makes it all the stricter.
_NO_EXCEPTION = re.compile(
    r"\b(?:no\s+exceptions?|without\s+exceptions?|not\s+negotiable|non-negotiable|not\s+optional|no\s+way\s+around|(?:cannot|can['’]t|can\s+not|impossible|nobody|no\s+one)\b[^.;]{0,50}\bwithout\s+(?:a|the)(?=\s+(?:Ph|doct))|nothing\s+less|"
    r"(?:will\s+not|won['’]t|cannot|can\s+not|can['’]t|not\s+able\s+to|do\s+not|don['’]t|shall\s+not)\s+(?:be\s+)?(?:consider(?:ed)?|accept(?:ed)?|read|review(?:ed)?|process(?:ed)?)|"
    r"without\s+(?:one|it|a\s+Ph\.?\s?D\.?|a\s+doctorate)(?=.{0,60}\b(?:not|n['’]t|cannot|no)\b))",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:applicants?|candidates?|you|appointee|post-?holder|researcher)\s+(?:will\s+|should\s+|already\s+)?(?:hold|holds|have|has|possess|possesses|bring|brings|finished|completed|have\s+completed)\s+(?:[\w-]+\s+){0,3}?(?:Ph\.?\s?D|doctora)",
    re.IGNORECASE,
)
_HAS_PHD = re.compile(r"\b(?:we\s+(?:have|are|hold|were|count)|team|founders?|founded|lab|group|she|he|they|staff|supervis\w+)\b[^.]{0,40}\bPh\.?D", re.IGNORECASE)


def requires_a_phd(sentence: Sentence) -> bool:
    """Tell whether a PhD is the only way in. “Preferred” and “or equivalent experience” are other ways."""
    phd = _PHD.search(sentence.text)
    if phd is None:
        return False
    # “PhD required, plus 8 years”: what is not said of the PhD does not matter.
    clause = re.split(r"[;.!?]\s", sentence.text[: phd.start()])[-1] + re.split(
        r"[;!?]\s|(?<!Ph\.D)(?<!Ph)\.\s|\s[–—]\s", sentence.text[phd.start() :], maxsplit=1
    )[0]
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
