"""Several professions in one person: a part of the red flag of an unrealistic mix."""

from career.reading.wording import wording
from career.reading.words import Match

# Professions; two words of one group are one profession.
_PROFESSIONS = {
    "science": r"(?:data|research|applied|ML|machine[- ]learning|AI) scientist|statistician|researcher|"
    r"machine[- ]learning (?:engineer|expert)|ML engineer|AI engineer|data analyst",
    "data engineering": r"data engineer|database administrator|DBA|data architect|ETL developer",
    "web": r"front[- ]?end(?: (?:developer|engineer|dev))?|web (?:developer|designer|master)|webmaster|"
    r"full[- ]?stack(?: (?:developer|engineer))?|back[- ]?end(?: (?:developer|engineer))?|"
    r"software (?:developer|engineer|architect)|programmer|web development|react developer",
    "mobile": r"(?:mobile|iOS|Android|app) (?:app )?(?:developer|engineer|development)",
    "operations": r"dev[- ]?ops(?: engineer)?|site reliability|SRE|(?:system|network|systems|cloud|"
    r"IT) (?:administrator|admin|architect|engineer|support)|sysadmin|platform engineer|"
    r"security (?:engineer|officer|expert|analyst)|help\s?desk|IT support|office IT|"
    r"pen(?:etration)?[- ]tester|network administration",
    "design": r"(?:UX|UI|graphic|product|web|visual|UI/UX|UX/UI)(?:[/-]\w+)? design(?:er)?|designer|"
    r"illustrator|video editor|graphic design",
    "product": r"product (?:owner|manager)|project manager|scrum master|programme manager|business analyst|"
    r"product management|project management",
    "sales": r"sales(?: \w+)?|marketer|marketing(?: \w+)?|account manager|business development|copywriter|"
    r"growth hacker|community manager|social media(?: manager)?|customer (?:support|success|"
    r"service)|content (?:creator|writer)|fundraiser",
    "hardware": r"(?:embedded|firmware|electronics?|hardware|electrical|mechanical|robotics|"
    r"FPGA)(?: \w+)? (?:developer|engineer|designer)|PCB|electrician|mechanic|technician",
    "blockchain": r"blockchain(?: \w+)?|smart[- ]contract(?: \w+)?|web3(?: \w+)?",
    "office": r"office manager|accountant|accounting|book-?keeper|lawyer|legal counsel|recruiter|"
    r"HR (?:manager|partner|officer)|secretary|receptionist|assistant|CFO|CTO|CEO|COO|teacher|"
    r"trainer|translator|actuary|auditor",
    "games": r"game (?:developer|designer)|3D artist|animator",
    "quality": r"(?:QA|test|quality) (?:engineer|tester|lead|manager)|tester",
}
_PROFESSION = wording(
    "|".join(rf"(?P<g{n}>\b(?:{words})s?\b)" for n, words in enumerate(_PROFESSIONS.values()))
)
_ALL_IN_ONE = wording(
    r"\b(?:in one|(?:all )?rolled (?:in|up)|at once|at the same time|simultaneously|"
    r"single-handed(?:ly)?|one[- ](?:man|person|woman)|one person|all[- ]in[- ]one|combin(?:e|es|ing|"
    r"ation)|"
    r"replaces?|(?:the )?(?:work|jobs?) of|(?:three|four|five|several) (?:jobs|people|roles)|double as|"
    r"doubles as|as well as our|all of (?:these|them)|unicorn|both|equally|same person|and also|"
    r"hybrid of|alone|part \w+, part)\b"
)
_YOU_ARE = wording(
    r"\b(?:you(?:’re|’ll be|’d be| are| will be| would be| will (?:act|serve|work) as| must be|"
    r" should be|’ll (?:act|serve|work) as)|we (?:need|want|seek|are looking for|look for) (?:one|a|an|"
    r"someone|somebody)|(?:one|a|single) person|"
    r"the (?:ideal |successful |perfect )?candidate|your role|acts? as|serve as|looking for (?:one|a|"
    r"an|someone|somebody))\b"
)
_WITH_OTHERS = wording(
    r"\b(?:with|alongside|between|among|amongst|from|join|joining|support|supporting|help|helping|"
    r"and our|team of|teams of|group of|made up of|consists? of|comprises?|includ(?:es|ing)|we are|"
    r"we’re|we have|report to|sit (?:with|next)|"
    r"such as|experience as|background|worked as|serve|hire|hiring|recruit\w*|stakeholders|"
    r"colleagues)\b[^.;]{0,60}$"
)
_LIST_MARK = wording(r"[,;/&+]|\b(?:and|or|plus|as well as)\b")
_YOU = wording(r"\byou\b")

# What people of different professions do.
_DOINGS = [
    wording(pattern)
    for pattern in (
        r"\b(?:train|build|tune|develop|design)\w* (?:the |our |your )?(?:\w+ )?(?:models?|algorithms?|AI)\b",
        r"\b(?:design|build|code|run|maintain|redesign)\w* (?:the |our |a )?(?:web\s?site|web\s?shop|"
        r"front[- ]?end|landing pages?)\b",
        r"\b(?:build|develop|code|ship)\w* (?:the |our |an? )?(?:mobile|iOS|Android|iPhone) apps?\b",
        r"\b(?:run|manage|administer|look after|fix|maintain|patch)\w* (?:the |"
        r"our )?(?:\w+ )?(?:servers?|network|printers?|laptops|infrastructure|wifi|office IT)\b",
        r"\b(?:run|manage|write|do|handle|plan)\w* (?:the |our )?(?:\w+ )?(?:ads|advertising|marketing|"
        r"social media|newsletter|campaigns?|SEO)\b",
        r"\b(?:keep|do|handle|run)\w* (?:the |our )?(?:books|accounts|bookkeeping|accounting|payroll|"
        r"invoices|taxes)\b",
        r"\b(?:answer|handle|take)\w* (?:the |our )?(?:\w+ )?(?:support|tickets|phones?|calls|"
        r"customer \w+)\b",
        r"\b(?:edit|make|produce|film|cut)\w* (?:the |our )?(?:\w+ )?(?:videos?|podcasts?|graphics|"
        r"logos?|brochures?)\b",
        r"\b(?:sell|close|pitch|win)\w* (?:to |the |our )?(?:\w+ )?(?:customers|clients|deals|"
        r"investors|product)\b",
        r"\b(?:hire|recruit|interview)\w* (?:the |our |new )?(?:people|staff|team|colleagues|employees)\b",
        r"\b(?:solder|wire|repair|assemble)\w*\b|\b(?:design|draw)\w* (?:the |our )?(?:circuit|PCB|"
        r"board|hardware)s?\b",
    )
]
_EXPERT = wording(
    r"\b(?:expert|experts|expertise|mastery|master|deep|fluent|proficien\w+|advanced|senior-level|"
    r"world-class|strong|in-depth|profound|excellent)\b"
)
_FAR_AREAS = frozenset(
    {
        "front end",
        "mobile",
        "blockchain",
        "games and graphics",
        "robotics",
        "business",
        "security",
        "back end",
        "operations",
    }
)


def professions(text: str) -> set[str]:
    """Return the groups of professions that a text names."""
    return {match.lastgroup or "" for match in _PROFESSION.finditer(text)}


def are_many_people(text: str, matches: list[Match]) -> bool:
    """Tell whether a sentence wants one person to be several."""
    if len(_LIST_MARK.findall(text)) < 2:  # no list, not many
        return False
    return _are_many_professions(text) or _does_all(text) or _is_expert_in_all(text, matches)


def _are_many_professions(text: str) -> bool:
    if not (_ALL_IN_ONE.search(text) or _YOU_ARE.search(text)):
        return False
    first = _PROFESSION.search(text)
    if first is None or len(professions(text)) < 3 or _WITH_OTHERS.search(text[: first.start()]):
        return False
    return bool(_ALL_IN_ONE.search(text) or _YOU_ARE.search(text[: first.start()]))


def _does_all(text: str) -> bool:
    return (
        len(_LIST_MARK.findall(text)) >= 3
        and bool(_YOU_ARE.search(text) or _YOU.search(text))
        and sum(bool(doing.search(text)) for doing in _DOINGS) >= 4
    )


def _is_expert_in_all(text: str, matches: list[Match]) -> bool:
    """Tell whether mastery is asked for in five kinds of jobs that few people share."""
    areas = {match.term.area for match in matches} & _FAR_AREAS
    learned = any(match.term.slug or match.term.area == "field" for match in matches)
    return len(areas) + learned >= 5 and bool(_EXPERT.search(text))
