"""The green flag of a learning budget: money, paid days or paid courses."""

from career.reading.wording import wording

_MONEY = (
    r"(?:(?:hundred|thousand) (?:euros?|pounds|dollars|francs|kronor|kroner|rupees|zloty)|"
    r"\d[\d.,\s]{0,8}\s?(?:kr\b|zł|Kč|Ft\b|k€|T€|kronor|kroner|rupees|zloty|francs)|(?:[£€$₹¥]|"
    r"\b(?:GBP|EUR|USD|CAD|AUD|CHF|SEK|NOK|DKK|PLN|INR|Rs\.?|KES|NZD|SGD|ZAR|A\$|C\$|S\$|"
    r"R\$)\s?)\s?\d[\d.,\s]{0,10}k?|\d[\d.,]{0,8}\s?(?:€|£|euros?|pounds|dollars|EUR|CHF|PLN|SEK))"
)
_LEARN = (
    r"(?:learning(?! (?:models?|engineer|algorithms?|systems?|team|platform|rate))|training(?:s|"
    r" courses?)?(?! (?:data|jobs?|runs?|models?|compute|pipelines?|set|sets|code|infrastructure|"
    r"clusters?|is given))|courses?|conferences?|books?"
    r"|certifications?|certificates?|further education|professional (?:development|growth)|"
    r"personal (?:development|growth)|self-development|development|education|educational|tuition|"
    r"stud(?:y|ies)|apprenticeships?|diplomas?|qualifications?|exams?|upskilling|workshops?|seminars?|"
    r"CPD|L&D|master’?s|evening classes|classes|degrees?)"
    r"(?! (?:platform|company|compan\w+|start-?ups?|apps?|products?|provider|technology|software|site|"
    r"content|materials?|customers|sector|industry|analytics))"
)
_FUND = (
    r"(?:sums?|amounts?|envelope|budgets?|allowances?|funds?|funding|stipends?|accounts?|grants?|pots?|"
    r"purse|bursary|bursaries|credits?|wallet|reimbursements?|subsid(?:y|ies)|sponsorship|contribution|"
    r"money|vouchers?)"
)
_LEARN_ONLY = (
    r"(?:learning(?! (?:models?|engineer\w*|algorithms?|systems?|team|rate|curve))|training(?! (?:data|"
    r"jobs?|runs?|models?|compute|pipelines?|sets?|code|clusters?))|courses?|conferences?|books?|"
    r"certifications?|further education|(?:professional|personal) (?:development|growth)|education|"
    r"upskilling|tuition|L&D|CPD)"
    r"(?! (?:platform|company|compan\w+|start-?ups?|apps?|products?|provider|technology|software|site|"
    r"content|materials?|customers|sector|industry|analytics))"
)
_NOT_OF_THE_TRADE = "".join(
    rf"(?<!{word}\s)"
    for word in (
        "machine",
        "deep",
        "reinforcement",
        "business",
        "software",
        "product",
        "web",
        "economic",
        "model",
    )
)
_PAID_LEARNING = wording(
    # A learning budget; a training and conference allowance; a fund for books.
    rf"{_NOT_OF_THE_TRADE}\b{_LEARN}(?:\s*(?:,|/|&|and|or)\s*{_LEARN}){{0,3}} {_FUND}\b",
    rf"\b{_FUND} (?:of \S+(?:\s\S+)? )?(?:(?:per|a|each) (?:calendar |financial )?(?:year|month|"
    rf"annum|person) )?(?:for|towards?|to spend on|to use on|covering|"
    rf"is available for) (?:[\w-]+ ){{0,4}}?{_LEARN}",
    # £1,500 a year for courses.
    rf"{_MONEY}(?![\d.,]*\s*(?:million|billion|bn|m)\b)[^.;]{{0,40}}?\b(?:for|towards?|on|into|"
    rf"in) (?:[\w’'-]+ ){{0,4}}?(?!degrees?\b|qualifications?\b){_LEARN}\b",
    rf"{_MONEY}(?![\d.,]*\s*(?:million|billion|bn|m)\b)[^.;]{{0,60}}?\b(?:to learn|want to learn|"
    rf"getting better|get better|like to learn|your skills)\b",
    rf"\b(?:send|sends|sending) (?:you|everyone|everybody|people|each \w+|every \w+|all \w+|"
    rf"our \w+) (?:\w+ ){{0,3}}?(?:to|on) (?:[\w-]+ ){{0,4}}?{_LEARN}\b",
    rf"\b{_LEARN}\b[^.;]{{0,50}}?\b(?:at (?:our|the (?:company|firm|employer|institute|"
    rf"bank)’?s?) (?:expense|cost)|on the (?:house|company)|can be expensed|expensed|"
    rf"no questions asked)\b",
    rf"\b{_LEARN}\b[^.;,]{{0,20}}?\b(?:fully )?(?:paid|covered|funded|reimbursed|sponsored|refunded|"
    rf"subsidi[sz]ed)\b",
    r"\b(?:tuition|educational?) (?:assistance|support|waiver|remission|benefits?|aid)\b",
    rf"\b{_LEARN_ONLY}\b(?:\s*(?:,|/|&|and|or)\s*{_LEARN_ONLY}){{0,3}}\s*(?::|\(|–|—|-|"
    rf",?\s*(?:up to|worth|of|at|with))\s*(?:up to |a )?{_MONEY}",
    # We pay for one course a year; exams and courses are paid for.
    rf"(?:\b(?:pay|pays|fund|funds|finance|finances|reimburse|reimburses|sponsor|sponsors|refund|"
    rf"refunds)|\b(?:we|company|firm|bank|institute|employer|university|department|trust|"
    rf"group) (?:\w+ ){{0,2}}?(?:cover|covers|contribute|contributes)) (?:you )?(?:for |towards? |"
    rf"to )?(?:[\w'’-]+ ){{0,6}}?(?:{_LEARN_ONLY}|stud(?:y|ies)|exams?|qualifications?|master’?s|"
    rf"classes|degrees?|workshops?|(?:your|own|self-)\s?development)\b",
    rf"\b{_LEARN}\b[^.;]{{0,50}}?\b(?:is|are|will be|get) (?:fully |always |all )?(?:paid(?: for)?|"
    rf"covered|funded|reimbursed|financed|sponsored|on us|free)\b",
    rf"\b(?:paid|funded|reimbursed|sponsored|subsidi[sz]ed|company-paid|employer-funded|"
    rf"financed)(?:-for)? (?:for )?(?:\w+ ){{0,2}}?{_LEARN}\b",
    rf"\b(?:cost|costs|price|fees?|reimbursement|refund|financing|funding|sponsorship|"
    rf"coverage) (?:of|for) (?:[\w-]+ ){{0,3}}?{_LEARN}\b",
    rf"\b{_LEARN} (?:fees?|costs?) (?:are |is )?(?:paid|covered|reimbursed|funded|refunded|met)\b",
    rf"\b{_LEARN}\b[^.;]{{0,40}}?\b(?:on full pay|on company time|(?:in|during) (?:paid )?(?:work|"
    rf"working) (?:time|hours)|(?:and )?we (?:will |’ll )?(?:pay|foot the bill))\b",
    rf"\bput (?:you|people|everybody|everyone) through (?:[\w’'-]+ ){{0,5}}?{_LEARN}\b",
    r"\b(?:O’Reilly|Coursera|Udemy|Pluralsight|DataCamp|"
    r"LinkedIn Learning)\b[^.;]{0,24}?\b(?:subscription|licen[cs]e|account|access|membership)\b|"
    r"\bfree (?:access to )?(?:\w+ )?(?:courses|trainings?|certifications?|classes)\b",
    # Paid days for learning.
    rf"\b(?:days?|weeks?|afternoons?|hours?|fridays?|mondays?|leave)\b[^.;,]{{0,24}}?\b(?:of|for|"
    rf"off for|reserved for|set aside for|to spend on|kept for) (?:paid )?(?:a |an |your (?:own )?|"
    rf"own )?(?!training\b){_LEARN}\b",
    r"\bdays?\b[^.;,]{0,12}?\b(?:(?:a|per|each|every) (?:year|month|week|quarter)|paid|annual|"
    r"yearly)[^.;,]{0,14}?\b(?:of|for) (?:\w+ )?training\b|\b(?:paid|annual|"
    r"yearly)\b[^.;,]{0,14}?\bdays? (?:of|for) (?:\w+ )?training\b|\bdays? (?:of|"
    r"for) (?:\w+ )?training (?:a|per|each|every) (?:year|month|quarter)\b",
    r"\b(?:learning|study|conference|education|course)[- ](?:days?|leave|weeks?|fridays?|"
    r"afternoons?)\b|\btraining[- ](?:days|leave)\b|\blearning[- ]time\b|"
    r"\bpaid time (?:off )?(?:for|to) (?:\w+ ){0,2}?(?:learn|learning|study|studying|courses?|"
    r"exams?|training)\b",
    rf"\b(?:set aside|reserved?)\b[^.;]{{0,30}}\bfor\b[^.;]{{0,20}}{_LEARN}\b",
)
_NOT_PAID = wording(
    r"\b(?:depending|according|commensurate|based|VC|venture|seed|investors?|users|members|readers|"
    r"subscribers|\d[\d,]{3,} hours|GPUs?|compute|clusters?|A100s?|H100s?|advertising|marketing|"
    r"opportunit\w+|possibilit\w+|chances?|attention|no|not|nor|without|never|isn’t|don’t|can’t|cannot|"
    r"won’t|doesn’t|hope|hopefully|hoping|would like to|wish|maybe|perhaps|one day(?! (?:a|per|each|"
    r"every|in))|plan to|planning|may|might|in future|aim to|lack|unfortunately|"
    r"used to|until|ask(?:ed|ing) for|if we|if there|once we|when we|as soon as|promises?|trying|dream|"
    r"working on|plan|administer|allocate|optimi[sz]\w+|forecast|predict\w*|oversee|approve|learners|"
    r"students|teachers|children|charit\w+|at your own|out of your own|unpaid|own expense|manage|"
    r"managing|our (?:customers|clients|learners|students|pupils)|schools?|pupils)\b"
)
_NOT_PAID_AFTER = wording(
    r"[^;.]{0,60}?\b(?:none|zero|nil|cut|frozen|gone|was|were|existed|pending|under discussion|planned|"
    r"being discussed|in the works|not|isn’t|aren’t|can’t|cannot|no longer|never|we hope|would be|"
    r"one day|next year|in future)\b"
)


def pays_for_learning(sentence: str) -> bool:
    """Tell whether money, paid days or paid courses for learning are promised."""
    for match in _PAID_LEARNING.finditer(sentence):
        start = max(sentence.rfind(mark, 0, match.start()) for mark in ";.") + 1
        ends = (at for mark in ";." if (at := sentence.find(mark, match.end())) >= 0)
        if _NOT_PAID.search_within(sentence, start, match.end()):
            continue
        if not _NOT_PAID_AFTER.match(sentence[match.end() : min(ends, default=len(sentence))]):
            return True
    return False
