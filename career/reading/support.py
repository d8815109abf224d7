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
        r"\b(?:mentors?|coach(?:es)?|mentoring|coaching)\s+you\b|\b(?:guide|teach|tutor|supervise)(?:s|es)?\s+you\b(?=.{0,80}\b(?:first|through|for|until|in|during|on|as|one-to-one|weekly|closely|every)\b)",
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
    r"|(?:mentor|mentoring|coach|coaching|mentorship)\s+(?:of\s+|for\s+|and\s+\w+\s+|to\s+)?(?:two|three|four|junior|juniors|other|others|our|less|more\s+junior|students|interns|younger|colleagues|team|the\s+team|"
    r"members|people|newer|new\s+(?:members|colleagues)|peers|a\s+(?:junior|team)|early-career|clients|stakeholders|managers|graduates|analysts|engineers|scientists|apprentices)\b"
    r"|(?:own|run|lead|manage|organi[sz]e|build|set\s+up|design|launch|coordinate|shape|grow)\s+(?:the|our|a)\s+(?:\w+\s+)?(?:mentoring|mentorship|coaching|mentor|buddy)"
    r"|no\s+(?:formal\s+|one\s+to\s+|dedicated\s+|senior\s+)?(?:mentor|mentoring|mentorship|coach|coaching|buddy)|(?:can['’]t|cannot|don['’]t|do\s+not|won['’]t|isn['’]t|not)\s+(?:\w+\s+){0,3}(?:mentor|mentoring|mentorship|coach|coaching|buddy)"
    r"|you(?:['’]ll|['’]d|\s+will|\s+would|\s+also)?\s+(?:also\s+)?(?:provide|offer|give|deliver)\s+(?:\w+\s+){0,2}(?:mentoring|mentorship|coaching|guidance)|^\W*(?:provide|offer|give|deliver|offering|providing)\s+(?:\w+\s+){0,3}(?:mentoring|mentorship|coaching|guidance)|(?:be|become|being|are|you['’]re)\s+an?\s+(?:\w+\s+){0,2}(?:mentor|coach)\b|(?:act|serve|acting|serving)\s+as\s+(?:an?\s+)?(?:\w+\s+)?(?:mentor|coach|buddy)|agile\s+coach|coach\s+(?:driver|station|company|travel|operator)|coaches\s+in\s+week)",
    re.IGNORECASE,
)
_MENTORS_FIRST = re.compile(r"^\W*(?:mentor|coach|mentoring|coaching|guide|support)\b(?!\W*$|\s*:|\s+(?:is|from|and\s+(?:coaching|training|support|development)|by|you|for\s+you|scheme|programme?|with|every|each))(?!ship)", re.IGNORECASE)

_MONEY = r"(?:(?:\w+\s+)?(?:hundred|thousand)\s+(?:euros?|pounds|dollars|francs|kronor|kroner|rupees|zloty)|\d[\d.,\s]{0,8}\s?(?:kr\b|zł|Kč|Ft\b|k€|T€|kronor|kroner|rupees|zloty|francs)|(?:[£€$₹¥]|\b(?:GBP|EUR|USD|CAD|AUD|CHF|SEK|NOK|DKK|PLN|INR|Rs\.?|KES|NZD|SGD|ZAR|A\$|C\$|S\$|R\$)\s?)\s?\d[\d.,\s]{0,10}k?|\d[\d.,]{0,8}\s?(?:€|£|euros?|pounds|dollars|EUR|CHF|PLN|SEK))"
_LEARN = (
    r"(?:learning(?!\s+(?:models?|engineer|algorithms?|systems?|team|platform|rate))|training(?:s|\s+courses?)?(?!\s+(?:data|jobs?|runs?|models?|compute|pipelines?|set|sets|code|infrastructure|clusters?|is\s+given))|courses?|conferences?|books?"
    r"|certifications?|certificates?|further\s+education|professional\s+(?:development|growth)|personal\s+(?:development|growth)|self-development|development|education|educational|tuition|stud(?:y|ies)|apprenticeships?|diplomas?|qualifications?|exams?|upskilling|workshops?|seminars?|CPD|L&D|master['’]?s|evening\s+classes|classes|degrees?)"
    r"(?!\s+(?:platform|company|compan\w+|start-?ups?|apps?|products?|provider|technology|software|site|content|materials?|customers|sector|industry|analytics))"
)
_FUND = r"(?:sums?|amounts?|envelope|budgets?|allowances?|funds?|funding|stipends?|accounts?|grants?|pots?|purse|bursary|bursaries|credits?|wallet|reimbursements?|subsid(?:y|ies)|sponsorship|contribution|money|vouchers?)"
_LEARN_ONLY = (
    r"(?:learning(?!\s+(?:models?|engineer\w*|algorithms?|systems?|team|rate|curve))|training(?!\s+(?:data|jobs?|runs?|models?|compute|pipelines?|sets?|code|clusters?))|courses?|conferences?|books?|certifications?|further\s+education|(?:professional|personal)\s+(?:development|growth)|education|upskilling|tuition|L&D|CPD)"
    r"(?!\s+(?:platform|company|compan\w+|start-?ups?|apps?|products?|provider|technology|software|site|content|materials?|customers|sector|industry|analytics))"
)
_PAID_LEARNING = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # A learning budget; a training and conference allowance; a fund for books.
        rf"(?<!machine )(?<!deep )(?<!reinforcement )(?<!business )(?<!software )(?<!product )(?<!web )(?<!regional )(?<!economic )(?<!model )\b{_LEARN}(?:\s*(?:,|/|&|and|or)\s*{_LEARN}){{0,3}}\s+{_FUND}\b",
        rf"\b{_FUND}\s+(?:of\s+\S+(?:\s\S+)?\s+)?(?:(?:per|a|each)\s+(?:calendar\s+|financial\s+)?(?:year|month|annum|person)\s+)?(?:for|towards?|to\s+spend\s+on|to\s+use\s+on|covering|is\s+available\s+for)\s+(?:[\w-]+\s+){{0,4}}?{_LEARN}",
        # £1,500 a year for courses.
        rf"{_MONEY}(?![\d.,]*\s*(?:million|billion|bn|m)\b)[^.;]{{0,40}}?\b(?:for|towards?|on|into|in)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_LEARN_ONLY}|your\s+stud(?:y|ies)|exams?|(?:your|own|self-)\s?development|master['’]s)\b",
        rf"{_MONEY}(?![\d.,]*\s*(?:million|billion|bn|m)\b)[^.;]{{0,60}}?\b(?:to\s+learn|want\s+to\s+learn|getting\s+better|get\s+better|like\s+to\s+learn|your\s+skills)\b",
        rf"\b(?:send|sends|sending)\s+(?:you|everyone|everybody|people|each\s+\w+|every\s+\w+|all\s+\w+|our\s+\w+)\s+(?:\w+\s+){{0,3}}?(?:to|on)\s+(?:[\w-]+\s+){{0,4}}?{_LEARN}\b",
        rf"\b{_LEARN}\b[^.;]{{0,50}}?\b(?:at\s+(?:our|the\s+(?:company|firm|employer|institute|bank)['’]?s?)\s+(?:expense|cost)|on\s+the\s+(?:house|company)|can\s+be\s+expensed|expensed|no\s+questions\s+asked)\b",
        rf"\b{_LEARN}\b[^.;,]{{0,20}}?\b(?:fully\s+)?(?:paid|covered|funded|reimbursed|sponsored|refunded|subsidi[sz]ed)\b",
        r"\b(?:tuition|educational?)\s+(?:assistance|support|waiver|remission|benefits?|aid)\b",
        rf"\b{_LEARN_ONLY}\b(?:\s*(?:,|/|&|and|or)\s*{_LEARN_ONLY}){{0,3}}\s*(?::|\(|–|—|-|,?\s*(?:up\s+to|worth|of|at|with))\s*(?:up\s+to\s+|a\s+)?{_MONEY}",
        # We pay for one course a year; exams and courses are paid for.
        rf"\b(?:we|company|firm|bank|institute|employer|university|department|team|trust|group|and|gladly|also|will)\s+(?:\w+\s+){{0,2}}?(?:pay|pays|cover|covers|fund|funds|finance|finances|reimburse|reimburses|sponsor|sponsors|refund|contribute)\s+(?:you\s+)?(?:for\s+|towards?\s+|to\s+)?(?:[\w'’-]+\s+){{0,6}}?(?:{_LEARN_ONLY}|stud(?:y|ies)|exams?|qualifications?|master['’]?s|classes|degrees?|workshops?|(?:your|own|self-)\s?development)\b",
        rf"\b{_LEARN}\b[^.;]{{0,50}}?\b(?:is|are|will\s+be|get)\s+(?:fully\s+|always\s+|all\s+)?(?:paid(?:\s+for)?|covered|funded|reimbursed|financed|sponsored|on\s+us|free)\b",
        rf"\b(?:paid|funded|reimbursed|sponsored|subsidi[sz]ed|company-paid|employer-funded|financed)(?:-for)?\s+(?:for\s+)?(?:\w+\s+){{0,2}}?{_LEARN}\b",
        rf"\b(?:cost|costs|price|fees?|reimbursement|refund|financing|funding|sponsorship|coverage)\s+(?:of|for)\s+(?:[\w-]+\s+){{0,3}}?{_LEARN}\b",
        rf"\b{_LEARN}\s+(?:fees?|costs?)\s+(?:are\s+|is\s+)?(?:paid|covered|reimbursed|funded|refunded|met)\b",
        rf"\b{_LEARN}\b[^.;]{{0,40}}?\b(?:on\s+full\s+pay|on\s+company\s+time|(?:in|during)\s+(?:paid\s+)?(?:work|working)\s+(?:time|hours)|(?:and\s+)?we\s+(?:will\s+|['’]ll\s+)?(?:pay|foot\s+the\s+bill))\b",
        rf"\bput\s+(?:you|people|everybody|everyone)\s+through\s+(?:[\w’'-]+\s+){{0,5}}?{_LEARN}\b",
        rf"\b(?:O['’]Reilly|Coursera|Udemy|Pluralsight|DataCamp|LinkedIn\s+Learning)\b[^.;]{{0,24}}?\b(?:subscription|licen[cs]e|account|access|membership)\b|\bfree\s+(?:access\s+to\s+)?(?:\w+\s+)?(?:courses|trainings?|certifications?|classes)\b",
        # Paid days for learning.
        rf"\b(?:days?|weeks?|afternoons?|hours?|fridays?|mondays?|leave)\b[^.;,]{{0,24}}?\b(?:of|for|off\s+for|reserved\s+for|set\s+aside\s+for|to\s+spend\s+on|kept\s+for)\s+(?:paid\s+)?(?:a\s+|an\s+|your\s+(?:own\s+)?|own\s+)?(?!training\b){_LEARN}\b",
        r"\bdays?\b[^.;,]{0,12}?\b(?:(?:a|per|each|every)\s+(?:year|month|week|quarter)|paid|annual|yearly)[^.;,]{0,14}?\b(?:of|for)\s+(?:\w+\s+)?training\b|\b(?:paid|annual|yearly)\b[^.;,]{0,14}?\bdays?\s+(?:of|for)\s+(?:\w+\s+)?training\b|\bdays?\s+(?:of|for)\s+(?:\w+\s+)?training\s+(?:a|per|each|every)\s+(?:year|month|quarter)\b",
        r"\b(?:learning|study|conference|education|course)[- ](?:days?|leave|weeks?|fridays?|afternoons?)\b|\btraining[- ](?:days|leave)\b|\blearning[- ]time\b|\bpaid\s+time\s+(?:off\s+)?(?:for|to)\s+(?:\w+\s+){0,2}?(?:learn|learning|study|studying|courses?|exams?|training)\b",
        rf"\b(?:set\s+aside|reserved?)\b[^.;]{{0,30}}\bfor\b[^.;]{{0,20}}{_LEARN}\b",
    )
]
_NOT_PAID = re.compile(
    r"\b(?:depending|according|commensurate|based|VC|venture|seed|investors?|users|members|readers|subscribers|\d[\d,]{3,}\s+hours|GPUs?|compute|clusters?|A100s?|H100s?|advertising|marketing|opportunit\w+|possibilit\w+|chances?|attention|no|not|nor|without|never|isn['’]t|don['’]t|can['’]t|cannot|won['’]t|doesn['’]t|hope|hopefully|hoping|would\s+like\s+to|wish|maybe|perhaps|one\s+day(?!\s+(?:a|per|each|every|in))|plan\s+to|planning|may|might|in\s+future|aim\s+to|lack|unfortunately|"
    r"at\s+your\s+own|out\s+of\s+your\s+own|unpaid|own\s+expense|manage|managing|our\s+(?:customers|clients|learners|students|pupils)|schools?|pupils)\b",
    re.IGNORECASE,
)
_NOT_PAID_AFTER = re.compile(
    r"[^,]{0,50}?\b(?:not|isn['’]t|aren['’]t|can['’]t|cannot|no longer|never|we\s+hope|would\s+be|one\s+day|next\s+year|in\s+future)\b",
    re.IGNORECASE,
)


def gives_a_mentor(sentence: str) -> bool:
    """Tell whether somebody mentors, coaches or pairs with the person hired."""
    if _MENTORS_FIRST.match(sentence):
        return False
    rest = _MENTOR_TAKEN.sub(" … ", sentence)
    return any(pattern.search(rest) for pattern in _MENTOR_GIVEN)


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
