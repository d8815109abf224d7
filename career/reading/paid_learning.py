"""The green flag of a learning budget: money, paid days or paid courses."""

import re

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
        rf"{_MONEY}(?![\d.,]*\s*(?:million|billion|bn|m)\b)[^.;]{{0,40}}?\b(?:for|towards?|on|into|in)\s+(?:[\w’'-]+\s+){{0,4}}?(?!degrees?\b|qualifications?\b){_LEARN}\b",
        rf"{_MONEY}(?![\d.,]*\s*(?:million|billion|bn|m)\b)[^.;]{{0,60}}?\b(?:to\s+learn|want\s+to\s+learn|getting\s+better|get\s+better|like\s+to\s+learn|your\s+skills)\b",
        rf"\b(?:send|sends|sending)\s+(?:you|everyone|everybody|people|each\s+\w+|every\s+\w+|all\s+\w+|our\s+\w+)\s+(?:\w+\s+){{0,3}}?(?:to|on)\s+(?:[\w-]+\s+){{0,4}}?{_LEARN}\b",
        rf"\b{_LEARN}\b[^.;]{{0,50}}?\b(?:at\s+(?:our|the\s+(?:company|firm|employer|institute|bank)['’]?s?)\s+(?:expense|cost)|on\s+the\s+(?:house|company)|can\s+be\s+expensed|expensed|no\s+questions\s+asked)\b",
        rf"\b{_LEARN}\b[^.;,]{{0,20}}?\b(?:fully\s+)?(?:paid|covered|funded|reimbursed|sponsored|refunded|subsidi[sz]ed)\b",
        r"\b(?:tuition|educational?)\s+(?:assistance|support|waiver|remission|benefits?|aid)\b",
        rf"\b{_LEARN_ONLY}\b(?:\s*(?:,|/|&|and|or)\s*{_LEARN_ONLY}){{0,3}}\s*(?::|\(|–|—|-|,?\s*(?:up\s+to|worth|of|at|with))\s*(?:up\s+to\s+|a\s+)?{_MONEY}",
        # We pay for one course a year; exams and courses are paid for.
        rf"(?:\b(?:pay|pays|fund|funds|finance|finances|reimburse|reimburses|sponsor|sponsors|refund|refunds)|\b(?:we|company|firm|bank|institute|employer|university|department|trust|group)\s+(?:\w+\s+){{0,2}}?(?:cover|covers|contribute|contributes))\s+(?:you\s+)?(?:for\s+|towards?\s+|to\s+)?(?:[\w'’-]+\s+){{0,6}}?(?:{_LEARN_ONLY}|stud(?:y|ies)|exams?|qualifications?|master['’]?s|classes|degrees?|workshops?|(?:your|own|self-)\s?development)\b",
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
    r"used\s+to|until|ask(?:ed|ing)\s+for|if\s+we|if\s+there|once\s+we|when\s+we|as\s+soon\s+as|promises?|trying|dream|working\s+on|plan|administer|allocate|optimi[sz]\w+|forecast|predict\w*|oversee|approve|learners|students|teachers|children|charit\w+|at\s+your\s+own|out\s+of\s+your\s+own|unpaid|own\s+expense|manage|managing|our\s+(?:customers|clients|learners|students|pupils)|schools?|pupils)\b",
    re.IGNORECASE,
)
_NOT_PAID_AFTER = re.compile(
    r"[^;.]{0,60}?\b(?:none|zero|nil|cut|frozen|gone|was|were|existed|pending|under\s+discussion|planned|being\s+discussed|in\s+the\s+works|not|isn['’]t|aren['’]t|can['’]t|cannot|no longer|never|we\s+hope|would\s+be|one\s+day|next\s+year|in\s+future)\b",
    re.IGNORECASE,
)


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
