"""Two green flags: somebody mentors the person hired, and learning is paid for."""

import re

_SENIOR = (
    r"(?:senior|principal|staff|lead|experienced|older|named|seasoned|dedicated|personal|more\s+experienced|founding|chief|"
    r"our\s+head|head\s+of)"
)
_MENTOR_GIVEN = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # You will be mentored by Priya. You'll have a mentor. You are matched with a mentor.
        r"\b(?:mentored|coached|tutored)\s+(?:by|through|from|closely|one-to-one|weekly|during|for)\b",
        r"\b(?:be|being|get|are)\s+(?:mentored|coached|tutored)\b",
        r"\b(?:have|has|get|gets|receive|receives|given|assigned|offered|with|as|meet|and|plus|your|own|named|personal|dedicated|technical|scientific|experienced|senior|"
        r"matched with|paired with|two|one|is)\s+(?:\w+\s+){0,2}?(?:mentor|coach|buddy|tutor)s?\b(?!\s+(?:two|three|junior|other|our|your|the|new|more|less|students|interns|colleagues|team|people|a))",
        r"\bmentors?\s+(?:is|are|will|from|of|who|whom|you|every|each|for\s+(?:you|every|each|your|new|the\s+first))\b",
        r"\b(?:mentor|coach|guide|teach|tutor|train|supervise|support)(?:s|es)?\s+you\b(?=.{0,80}\b(?:first|through|for|until|in|during|on|as|one-to-one|weekly|closely|every)\b)",
        r"\b(?:will|who)\s+(?:mentor|coach|tutor)\s+(?:you|the\s+(?:person|successful|new)|every\s+new|each\s+new|new\s+(?:hires|starters|joiners))\b",
        # A mentoring scheme that is open to all.
        r"\b(?:mentoring|mentorship|mentor|coaching|buddy)\s+(?:scheme|programme?|system|circle)s?\b",
        r"\b(?:mentorship|mentoring|coaching)\s+(?:by|from|with|is\s+(?:part|provided|offered|available)|on\s+offer|provided|available|for\s+(?:you|juniors|every|all|new)|throughout|every|during|in\s+your)\b",
        r"\b(?:one-to-one|one-on-one|1:1|regular|weekly|structured|personal|individual|dedicated|hands-on|active|close|strong|real|senior|technical|genuine|formal)\s+(?:mentoring|mentorship|coaching)\b",
        r"\b(?:receive|get|offer|provide|provides|offers|giving|includes|including|with)\s+(?:you\s+)?(?:\w+\s+)?(?:mentoring|mentorship)\b",
        # A senior engineer pairs with you; you work every job alongside an older member.
        rf"\b{_SENIOR}\s+(?:[\w-]+\s+){{0,4}}?(?:pairs?|sits?|works?|meets?|programs?|reviews?|guides?|teaches|coaches|accompan(?:y|ies)|supervises?|walks?|shows?|"
        r"will\s+(?:pair|sit|work|meet|program|review|guide|teach|coach|accompany|supervise|walk|show|help|be))\b.{0,60}?\b(?:you|your|them|their\s+work|new\s+\w+|juniors)\b",
        r"\b(?:pair|pairs|paired|pairing|side\s+by\s+side|shoulder\s+to\s+shoulder|alongside|shadow(?:ing)?)\s+(?:every\s+\w+\s+|each\s+\w+\s+)?(?:with\s+)?(?:you\s+(?:for|until|through|during|every|in)"
        rf"|(?:an?|one\s+of\s+our|our|the)\s+{_SENIOR}\b)",
        r"\b(?:she|he|they|who|engineer|scientist|colleague)(?:['’]ll|\s+will)?\s+pairs?\s+with\s+you\b",
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
    r"|(?:mentor|mentoring|coach|coaching|mentorship)\s+(?:of\s+|for\s+|and\s+\w+\s+|to\s+)?(?:two|three|four|junior|juniors|other|others|our|less|more\s+junior|students|interns|younger|colleagues|team|the\s+team|"
    r"members|people|newer|new\s+(?:members|colleagues)|peers|a\s+(?:junior|team)|early-career|clients|stakeholders|managers|graduates|analysts|engineers|scientists|apprentices)\b(?!\s+(?:is|are|has|have|get|receive))"
    r"|(?:own|run|lead|manage|organi[sz]e|build|set\s+up|design|launch|coordinate|shape|grow)\s+(?:the|our|a)\s+(?:\w+\s+)?(?:mentoring|mentorship|coaching|mentor|buddy)"
    r"|no\s+(?:formal\s+|one\s+to\s+|dedicated\s+|senior\s+)?(?:mentor|mentoring|mentorship|coach|coaching|buddy)|(?:can['’]t|cannot|don['’]t|do\s+not|won['’]t|isn['’]t|not)\s+(?:\w+\s+){0,3}(?:mentor|mentoring|mentorship|coach|coaching|buddy)"
    r"|(?:act|serve|acting|serving)\s+as\s+(?:an?\s+)?(?:\w+\s+)?(?:mentor|coach|buddy)|agile\s+coach|coach\s+(?:driver|station|company|travel|operator)|coaches\s+in\s+week)",
    re.IGNORECASE,
)
_MENTORS_FIRST = re.compile(r"^\W*(?:mentor|coach|mentoring|coaching|guide|support)\b(?!\s+(?:is|from|by|you|for\s+you|scheme|programme?|with|every|each))(?!ship)", re.IGNORECASE)

_MONEY = r"(?:(?:[£€$₹¥]|\b(?:GBP|EUR|USD|CAD|AUD|CHF|SEK|NOK|DKK|PLN|INR|Rs\.?|KES|NZD|SGD|ZAR|A\$|C\$|S\$|R\$)\s?)\s?\d[\d.,\s]{0,10}k?|\d[\d.,]{0,8}\s?(?:€|£|euros?|pounds|dollars|EUR|CHF|PLN|SEK))"
_LEARN = (
    r"(?:learning(?!\s+(?:models?|engineer|algorithms?|systems?|team|platform|rate))|training(?:s|\s+courses?)?(?!\s+(?:data|jobs?|runs?|models?|compute|pipelines?|set|sets|code|infrastructure|clusters?|is\s+given))|courses?|conferences?|books?"
    r"|certifications?|certificates?|further\s+education|professional\s+development|personal\s+development|self-development|development|education|educational|tuition|stud(?:y|ies)|apprenticeships?|diplomas?|qualifications?|exams?|upskilling|workshops?|seminars?|CPD|L&D|master['’]?s|evening\s+classes|classes|degrees?)"
)
_FUND = r"(?:budgets?|allowances?|funds?|funding|stipends?|accounts?|grants?|pots?|purse|bursary|bursaries|credits?|wallet|reimbursements?|subsid(?:y|ies)|sponsorship|contribution|money|vouchers?)"
_PAID_LEARNING = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # A learning budget; a training and conference allowance; a fund for books.
        rf"(?<!machine )(?<!deep )(?<!reinforcement )\b{_LEARN}(?:\s*(?:,|/|&|and|or)\s*{_LEARN}){{0,3}}\s+{_FUND}\b",
        rf"\b{_FUND}\s+(?:of\s+\S+(?:\s\S+)?\s+)?(?:(?:per|a|each)\s+(?:calendar\s+|financial\s+)?(?:year|month|annum|person)\s+)?(?:for|towards?|to\s+spend\s+on|to\s+use\s+on|covering|is\s+available\s+for)\s+(?:[\w-]+\s+){{0,4}}?{_LEARN}",
        # £1,500 a year for courses.
        rf"{_MONEY}[^.;]{{0,40}}?\b(?:for|towards?|on|into|in)\s+(?:\w+\s+){{0,4}}?{_LEARN}\b",
        rf"\b{_LEARN}\b(?:\s*(?:,|/|&|and|or)\s*{_LEARN}){{0,3}}\s*(?::|\(|–|—|-|,?\s*(?:up\s+to|worth|of|at|with))\s*(?:up\s+to\s+|a\s+)?{_MONEY}",
        # We pay for one course a year; exams and courses are paid for.
        rf"\b(?:pay|pays|paying|cover|covers|fund|funds|finance|finances|reimburse|reimburses|sponsor|sponsors|contribute|refund)\s+(?:you\s+)?(?:for\s+|towards?\s+|to\s+)?(?:[\w'’-]+\s+){{0,6}}?{_LEARN}\b",
        rf"\b{_LEARN}\b[^.;]{{0,50}}?\b(?:is|are|will\s+be|get)\s+(?:fully\s+|always\s+|all\s+)?(?:paid(?:\s+for)?|covered|funded|reimbursed|financed|sponsored|on\s+us|free)\b",
        rf"\b(?:paid|funded|reimbursed|sponsored|subsidi[sz]ed|company-paid|employer-funded|financed)(?:-for)?\s+(?:for\s+)?(?:\w+\s+){{0,2}}?{_LEARN}\b",
        rf"\b(?:cost|costs|price|fees?|reimbursement|refund|financing|funding|sponsorship|coverage)\s+(?:of|for)\s+(?:[\w-]+\s+){{0,3}}?{_LEARN}\b",
        rf"\b{_LEARN}\s+(?:fees?|costs?)\s+(?:are\s+|is\s+)?(?:paid|covered|reimbursed|funded|refunded|met)\b",
        # Paid days for learning.
        rf"\b(?:days?|weeks?|afternoons?|hours?|fridays?|mondays?|leave)\b[^.;,]{{0,24}}?\b(?:of|for|off\s+for|reserved\s+for|set\s+aside\s+for|to\s+spend\s+on|kept\s+for)\s+(?:paid\s+)?(?:a\s+|an\s+|your\s+(?:own\s+)?|own\s+)?{_LEARN}\b",
        r"\b(?:paid\s+)?(?:learning|study|training|conference|education|development|course)[- ](?:days?|leave|weeks?|time|fridays?|afternoons?)\b",
        rf"\b(?:set\s+aside|reserved?)\b[^.;]{{0,30}}\bfor\b[^.;]{{0,20}}{_LEARN}\b",
    )
]
_NOT_PAID = re.compile(
    r"\b(?:no|not|nor|without|never|isn['’]t|don['’]t|can['’]t|cannot|won['’]t|doesn['’]t|hope|hopefully|hoping|would\s+like\s+to|wish|maybe|perhaps|one\s+day|plan\s+to|planning|may|might|in\s+future|aim\s+to|lack|unfortunately|"
    r"at\s+your\s+own|out\s+of\s+your\s+own|unpaid|own\s+expense|manage|managing|our\s+(?:customers|clients|learners|students|pupils)|schools?|pupils)\b",
    re.IGNORECASE,
)
_NOT_PAID_AFTER = re.compile(
    r"[^,]{0,50}?\b(?:not|isn['’]t|aren['’]t|can['’]t|cannot|no longer|never|we\s+hope|would\s+be|one\s+day|next\s+year|in\s+future)\b",
    re.IGNORECASE,
)


def gives_a_mentor(sentence: str) -> bool:
    """Tell whether somebody mentors, coaches or pairs with the person hired."""
    if _MENTOR_TAKEN.search(sentence) or _MENTORS_FIRST.match(sentence):
        return False
    return any(pattern.search(sentence) for pattern in _MENTOR_GIVEN)


def pays_for_learning(sentence: str) -> bool:
    """Tell whether money, paid days or paid courses for learning are promised."""
    for pattern in _PAID_LEARNING:
        for match in pattern.finditer(sentence):
            clause_start = max(sentence.rfind(mark, 0, match.start()) for mark in ";.") + 1
            clause_end = min((at for mark in ";." if (at := sentence.find(mark, match.end())) >= 0), default=len(sentence))
            if not (
                _NOT_PAID.search(sentence, clause_start, match.end())
                or _NOT_PAID_AFTER.match(sentence[match.end() : clause_end])
            ):
                return True
    return False
