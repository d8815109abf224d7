"""The green flag of mentorship: somebody mentors, coaches or pairs with the person hired."""

import re

_SENIOR = (
    r"(?:most\s+)?(?:senior|principal|staff|lead|experienced|older|named|seasoned|dedicated|personal|more\s+experienced|founding|chief|"
    r"our\s+head|head\s+of)"
)
# Somebody who knows more does something with you, again and again or for a while.
_KNOWS_MORE = (
    r"(?:senior|principal|lead|head|chief|experienced|manager|founder|director|professor|Dr\.?|Prof\.?|scientist|engineer|developer|colleague|statistician|expert|partner|member|modell?er|analyst|"
    r"researcher|predecessor|teacher|someone|somebody|(?-i:[A-Z][a-z]+)(?=,|\s+(?:will|who|has|sits|works|goes|walks|teaches|helps|and)\b))"
)
_HELPS_YOU = (
    r"(?:sits?|works?|goes|go|walks?|reviews?|reads?|teach(?:es)?|shows?|helps?|guides?|supports?|introduces?|looks?|trains?|takes?|accompan(?:y|ies)|spends?|meets?|joins?|is\s+there|stands?|checks?|discuss(?:es)?|answers?)"
)
_A_WHILE = (
    r"(?:first|until|every|each|weekly|fortnightly|monthly|daily|twice|(?:a|per)\s+(?:week|month|fortnight)|throughout|during\s+your|through\s+your|as\s+long\s+as|for\s+(?:the|your|a|at\s+least|\w+)\s+(?:\w+\s+)?(?:weeks?|months?|year)|"
    r"in\s+the\s+beginning|at\s+the\s+start|line\s+by\s+line|onboarding)"
)
_NO_HELP = re.compile(
    r"\b(?:recruiter|HR|interviews?|customers?|clients?|users?|applicants?|applications?|report\s+to|reports\s+to|appraisal|stakeholders?|present\w*|salary|offer|hiring|you\s+(?:will\s+)?(?:help|support|train|teach|guide|show|review)|call\s+you)\b", re.IGNORECASE
)
_HELPED = [
    re.compile(rf"(?=.*\b{_A_WHILE}\b).*\b{_KNOWS_MORE}\b[^.;]{{0,60}}?\b{_HELPS_YOU}\b[^.;]{{0,40}}?\b(?:you|your\s+(?:code|work|models?|analys[ei]s|first\s+\w+|drafts?|notebooks?))\b", re.IGNORECASE),
    re.compile(
        rf"(?=.*\b(?:first|until|start|beginning|initial|onboarding|twice|weekly|every)\b).*\byou\b[^.;]{{0,20}}?\b(?:work|sit|spend|start|begin|learn|train|shadow|share|go|build)\b[^.;]{{0,40}}?\b(?:with|alongside|beside|next\s+to|under|from|shadow)\s+"
        rf"(?:(?:an?|our|one\s+of\s+our|the)\s+(?:most\s+)?{_SENIOR}\b|(?-i:[A-Z][a-z]+),\s+(?:our|who|the)\b|(?:an?|the|somebody|someone)\s+[^.;,]{{0,40}}?\bwho\s+(?:has|built|wrote|knows|started|made|did)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:you|new\s+\w+|each\s+\w+|every\s+\w+|juniors?|fellows?|trainees?|interns?)\b[^.;]{0,40}?\b(?:partnered|teamed|matched|buddied|coupled)\s+(?:up\s+)?with\s+(?:an?|one|someone|somebody|our|the)\b", re.IGNORECASE),
]
_MENTOR_GIVEN = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # You will be mentored by Priya. You'll have a mentor. You are matched with a mentor.
        r"\b(?:mentored|coached|tutored)\s+(?:by|through|from|closely|one-to-one|weekly|during|for)\b",
        r"\b(?:be|being|get|are)\s+(?:mentored|coached|tutored)\b",
        r"\b(?:have|has|by|from|access\s+to|get|gets|receive|receives|given|assigned|offered|with|as|meet|and|plus|your|own|named|personal|dedicated|technical|scientific|experienced|senior|"
        r"matched with|paired with|two|one|is)\s+(?:\w+\s+){0,2}?(?:mentor|coach|buddy|tutor)s?\b(?!\s+(?:two|three|junior|other|our|your|the|new|more|less|students|interns|colleagues|team|people|a))",
        r"\b(?:a|an|one|two|your|personal|own|dedicated|named|external|experienced|assign\w*|match\w*)\s+(?:[\w-]+\s+){0,2}mentors?\b(?!\s+(?:two|three|four|junior|juniors|other|others|our|the|new|more|less|students|interns|colleagues|team|people|a|and\s+(?:guide|coach)))",
        r"^\W*mentor(?:ing|ship)?\s*:|^\W*(?:mentoring|mentorship)(?:\s+and\s+(?:coaching|training|support|development|\w+))?\W*$|\b(?:coach|coaching)\s+(?:sessions?|hours?|of\s+your\s+(?:own\s+)?choice|outside)\b",
        r"\b(?:an?|your|own|external|personal|professional)\s+(?:\w+\s+)?coach\b(?!\s+(?:driver|station|company|travel|operator|party|tour|to))",
        r"\bmentors?\s+(?:meets?|helps?|guides?|looks|sits?|works?|reads?|comes?|stays?|takes?|supports?|walks?|sees?|spends?|accompan\w+|answers?|checks?|reviews?|calls?|at|on|in|was|has|gives?)\b",
        r"\b(?:manager|lead|head|boss|supervisor|director|scientist|engineer|developer|founder|colleague|partner|teacher|professor|expert)\b[^.;]{0,60}\b(?:spends?|gives?|sets?\s+aside|keeps?|reserves?|blocks?|makes?)\s+(?:\w+\s+){0,4}(?:time|hours?|mornings?|afternoons?|days?|lunch)\b[^.;]{0,30}\b(?:with|for|to)\s+(?:you|each\s+junior|every\s+junior|the\s+new\s+\w+)\b",
        r"\bsit(?:ting)?\s+(?:next\s+to|beside|with)\s+[A-Z]\w+\b[^.;]{0,10}\bwho\b|\b(?:at|by)\s+your\s+side\b|\bin\s+tandem\s+with\s+an?\s+(?:experienced|senior)\b|\b(?:taught|trained)\s+by\s+[A-Z]\w+\b",
        r"\blearn\b[^.;]{0,30}\bfrom\s+(?:[A-Z]\w+,|our\s+(?:head|chief|lead|principal|most)|an?\s+(?:senior|experienced|principal))",
        r"\b(?:read|reviewed|checked|accompanied|guided|supported|looked\s+after|trained|taught|supervised|introduced)\s+(?:\w+\s+){0,2}by\s+(?:an?\s+|one\s+of\s+our\s+|our\s+|two\s+|the\s+)?(?:\w+\s+){0,1}?(?:seniors?|experienced|principal|lead|expert|more\s+senior|mentor|chief|head)\b",
        r"\bguidance\s+(?:from|by|of)\s+(?:an?|our|the|senior|experienced)\b",
        r"\bmentors?\s+(?:is|are|will|from|of|who|whom|you|every|each|for\s+(?:you|every|each|your|new|the\s+first))\b",
        r"\b(?:mentors?|coach(?:es)?|mentoring|coaching)\s+you\b|\b(?:guide|teach|tutor|supervise|train|support)(?:s|es)?\s+you\b(?=.{0,80}\b(?:first|through|for|until|in|during|on|as|one-to-one|weekly|closely|every)\b)",
        r"\b(?:will|who)\s+(?:mentor|coach|tutor)\s+(?:you|the\s+(?:person|successful|new)|every\s+new|each\s+new|new\s+(?:hires|starters|joiners))\b",
        # A mentoring scheme that is open to all.
        r"\b(?:mentoring|mentorship|mentor|coaching|buddy)\s+(?:scheme|programme?|system|circle)s?\b",
        r"\b(?:mentorship|mentoring|coaching)\s+(?:by|from|with|is|comes|happens|takes\s+place|included|on\s+offer|provided|available|for\s+(?:you|juniors|every|all|new)|throughout|every|during|in\s+your)\b",
        r"\b(?:one-to-one|one-on-one|1:1|regular|weekly|structured|personal|individual|dedicated|hands-on|active|close|strong|real|senior|technical|genuine|formal)\s+(?:mentoring|mentorship|coaching)\b",
        r"\b(?:receive|receives|get|gets|we\s+offer|we\s+provide|offers|includes|including|with|through|plus|enjoy)\s+(?:you\s+)?(?:[\w-]+\s+){0,2}(?:mentoring|mentorship|coaching)\b",
        # A senior engineer pairs with you; you work every job alongside an older member.
        rf"\b{_SENIOR}\s+(?:[\w-]+\s+){{0,4}}?(?:pairs?|sits?|works?|meets?|programs?|reviews?|guides?|teaches|coaches|accompan(?:y|ies)|supervises?|walks?|shows?|"
        r"will\s+(?:pair|sit|work|meet|program|review|guide|teach|coach|accompany|supervise|walk|show|help|be))\b.{0,60}?\b(?:you|your|them|their\s+work|new\s+\w+|juniors)\b",
        r"\b(?:pair|pairs|paired|pairing|side\s+by\s+side|shoulder\s+to\s+shoulder|alongside|shadow(?:ing)?)\s+(?:every\s+\w+\s+|each\s+\w+\s+)?(?:with\s+)?(?:you\s+(?:for|until|through|during|every|in)"
        rf"|(?:an?|one\s+of\s+our|our|the)\s+{_SENIOR}\b)",
        r"\b(?:pairs?|paired)\s+(?:up\s+)?with\s+you\b|\bpair\s+(?:you|each\s+\w+|every\s+\w+|all\s+\w+)\s+(?:up\s+)?with\s+(?:an?|one|someone|somebody|our|the)\b",
        r"\bshows?\s+you\s+the\s+ropes\b|\btakes?\s+you\s+by\s+the\s+hand\b|\bseniors?\s+(?:and\s+juniors?\s+)?(?:work|pair|program)\w*\s+(?:in\s+pairs|with\s+juniors)\b|\bjuniors?\s+(?:work|pair|program)\w*\s+(?:in\s+pairs\s+)?with\s+(?:\w+\s+)?seniors?\b",
        r"\b(?:hour|session|meeting|call|lunch|afternoon)s?\s+(?:a|per|each|every)\s+(?:week|fortnight|month)\s+with\s+(?:our|your|the|an?)\s+(?:chief|principal|head|lead|senior|staff|mentor|most\s+experienced)\b",
        r"\b(?:desk|office|bench)\s+with\s+(?:our|an?|the)\s+(?:most\s+)?(?:senior|experienced|principal)\b|\b(?:someone|somebody)\s+(?:more\s+)?(?:senior|experienced)\s+(?:reads|reviews|checks|sits|pairs|is\s+beside|is\s+with|helps)\b",
        r"\b(?:has|have|get|gets)\s+an?\s+(?:\w+\s+)?(?:supervisor|tutor|guide|sponsor)\s+(?:who|from|for)\b",
        r"\b(?:given|assigned|receives?|gets?)\s+an?\s+(?:\w+\s+){0,2}(?:guide|companion|sponsor|tutor|supervisor|counsell?or|advis[eo]r|teacher|partner)\b",
        r"\b(?:you|each|every|all|new|fellows?|juniors?|trainees?|interns?|graduates?|starters?|hires?|apprentices?)\b[^.;]{0,40}\bpaired\s+(?:up\s+)?with\b",
        r"\byou(?:['’]ll|['’]d|\s+will|\s+would)?\s+(?:\w+\s+)?(?:pair|pair-program|pair\s+program|work\s+in\s+a\s+pair|work\s+in\s+pairs)\s+with\b|\bpair[- ]programming\s+with\s+(?:[A-Z]\w+|an?|our|the|senior)\b",
        r"\b(?:an?|your|fully|closely)\s+mentored\b|\bto\s+(?:teach|coach|mentor)\s+(?:you|juniors|new\s+\w+)\b|\bapprenticed\s+to\b",
        rf"\b(?:first|initial|trial)\s+(?:\w+\s+){{0,2}}(?:weeks?|months?|year|quarter)\b.{{0,60}}\b(?:alongside|with|beside|next\s+to|under)\s+(?:an?|one\s+of\s+our)\s+{_SENIOR}\b",
        rf"\b(?:named|assigned|own)\s+senior\b.{{0,60}}\b(?:reviews?|meets?|guides?|helps?)\b",
        r"\b(?:under\s+the\s+(?:guidance|supervision|wing)|with\s+(?:close\s+|the\s+)?(?:guidance|supervision))\s+(?:of|from|by)\b",
        r"\b(?:apprenticed\s+to|taken\s+under\s+(?:the\s+)?wing|take\s+you\s+under)\b",
        r"\b(?:you|your)\b.{0,40}\b(?:one-to-one|one-on-one|1:1|1-to-1)s?\s+(?:\w+\s+)?with\s+(?:your\s+|an?\s+|our\s+)?(?:mentor|senior|principal|staff|lead\s+\w+)\b",
    )
]
# The person hired is the one who mentors, or nobody does.
_MENTOR_TAKEN = re.compile(
    r"\b(?:you(?:['’]ll|['’]d|\s+will|\s+would|\s+can|\s+also|\s+may|\s+should)?\s+(?:also\s+|help\s+(?:to\s+)?|enjoy\s+|then\s+|have\s+|like\s+(?:to\s+)?)?(?:mentor|coach|mentoring|coaching)"
    r"|(?:experience|interest|ability|skills?|willingness|help|passion|background|record|happy|willing|able|keen)\s+(?:of\s+|in\s+|with\s+|to\s+|for\s+)?(?:[\w-]+\s+){0,2}(?:mentor|mentoring|coaching|coach|mentorship)"
    r"|(?:mentor|mentoring|coach|coaching|mentorship)\s+(?:of\s+|and\s+\w+\s+|to\s+)?(?:two|three|four|junior|juniors|other|others|our|less|more\s+junior|students|interns|younger|colleagues|team|the\s+team|"
    r"members|people|newer|new\s+(?:members|colleagues)|peers|a\s+(?:junior|team)|early-career|clients|stakeholders|managers|graduates|analysts|engineers|scientists|apprentices)\b"
    r"|(?:own|run|lead|manage|organi[sz]e|build|set\s+up|design|launch|coordinate|shape|grow)\s+(?:the|our|a)\s+(?:\w+\s+)?(?:mentoring|mentorship|coaching|mentor|buddy)"
    r"|no\s+(?:formal\s+|one\s+to\s+|dedicated\s+|senior\s+)?(?:mentor|mentoring|mentorship|coach|coaching|buddy)|(?:can['’]t|cannot|don['’]t|do\s+not|won['’]t|isn['’]t|not)\s+(?:\w+\s+){0,3}(?:mentor|mentoring|mentorship|coach|coaching|buddy)"
    r"|you(?:['’]ll|['’]d|\s+will|\s+would|\s+also)?\s+(?:also\s+)?(?:provide|offer|give|deliver)\s+(?:\w+\s+){0,2}(?:mentoring|mentorship|coaching|guidance)|^\W*(?:provide|offer|give|deliver|offering|providing)\s+(?:\w+\s+){0,3}(?:mentoring|mentorship|coaching|guidance)|(?:be|become|being|are|you['’]re)\s+an?\s+(?:\w+\s+){0,2}(?:mentor|coach)\b|(?:act|serve|acting|serving)\s+as\s+(?:an?\s+)?(?:\w+\s+)?(?:mentor|coach|buddy)|agile\s+coach|coach\s+(?:driver|station|company|travel|operator)|coaches\s+in\s+week)",
    re.IGNORECASE,
)
_MENTORS_FIRST = re.compile(r"^\W*(?:mentor|coach|mentoring|coaching|guide|support)\b(?!\W*$|\s*:|\s+(?:is|from|for\s+(?:juniors|all|every\w*|each)\b|and\s+(?:coaching|training|support|development)|by|you|for\s+you|scheme|programme?|with|every|each))(?!ship)", re.IGNORECASE)


def gives_a_mentor(sentence: str) -> bool:
    """Tell whether somebody mentors, coaches or pairs with the person hired."""
    if _MENTORS_FIRST.match(sentence):
        return False
    rest = _MENTOR_TAKEN.sub(" … ", sentence)
    if any(pattern.search(rest) for pattern in _MENTOR_GIVEN):
        return True
    return not _NO_HELP.search(rest) and any(pattern.search(rest) for pattern in _HELPED)
