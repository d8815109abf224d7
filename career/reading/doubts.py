"""Three red flags: a PhD with no other way in, duties that fit any job, work that nobody can name."""

import re

from career.reading.sentences import Sentence

_PHD = re.compile(r"\bPh\.?\s?D\.?(?!s\b)|\b(?:doctorate|doctoral\s+degree|D\.?Phil)\b", re.IGNORECASE)
_REQUIRED = re.compile(
    r"\b(?:required?|requires|requirement|essential|must|mandatory|compulsory|obligatory|necessary|prerequisite|pre-requisite|non-negotiable|needed|"
    r"needs?|minimum|only\s+(?:consider|accept|look|candidates|applicants|people|those)|condition|expected|indispensable|imperative|"
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
    r"\b(?:no\s+exceptions?|without\s+exceptions?|not\s+negotiable|non-negotiable|not\s+optional|no\s+way\s+around|nothing\s+less|"
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


_ANY_DUTY = re.compile(
    r"\b(?:whatever|anything|everything|any\s?thing\s+and\s+everything)\s+(?:else\s+)?(?:that\s+|which\s+)?(?:the\s+|our\s+|your\s+|a\s+)?(?:[\w’'-]+\s+){0,2}?"
    r"(?:needs?|requires?|takes|asks?|wants?|comes?|needed|required|necessary|throws?|is\s+(?:most\s+)?(?:urgent|needed\s+most|important|burning)|turns\s+up|demands?|happens|arises|lands|crops\s+up|moves\s+the\s+needle|may\s+need|might\s+need|is\s+(?:needed|required|asked|necessary|thrown|on\s+fire)|needs\s+doing|has\s+to\s+be\s+done)\b"
    r"|\b(?:wear|wearing|wears|juggle)\s+(?:many|several|multiple|different|a\s+lot\s+of|lots\s+of|all|various|a\s+number\s+of|more\s+than\s+one)\s+(?:\w+\s+)?hats?\b"
    r"|\b(?:many|multiple|different|several)\s+hats\b"
    r"|\b(?:duties|responsibilities|tasks|your\s+(?:role|work|duties|tasks|responsibilities|day)|the\s+(?:role|work|job))\s+(?:\w+\s+)?(?:will\s+|may\s+|can\s+|might\s+)?(?:vary|varies|change|changes|evolve|depend|depends|differ|shift|be\s+varied)\b"
    r"(?=.{0,80}\b(?:needs?|require|required|requirements?|priorit|business|time\s+to\s+time|day|week|situation|demand|management|organi[sz]ation|as\s+we|with\s+the\s+company))"
    r"|\b(?:various|varied|diverse|miscellaneous|different|assorted|general|multiple|all\s+kinds\s+of|all\s+sorts\s+of|a\s+(?:wide\s+)?(?:variety|range|multitude|number|mix)\s+of|a\s+wide\s+range\s+of|a\s+broad\s+range\s+of)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:activities|tasks|duties|initiatives|assignments|things|matters|topics|responsibilities|projects|work|jobs|functions)\b"
    r"(?=.{0,60}\b(?:assigned|as\s+(?:needed|required|they|and\s+when)|business|management|company|requirements?|line\s+with|needs?|arise|across|time\s+to\s+time|given|wherever|organi[sz]ation|department|team|stakeholders|goals|objectives)\b|\W*$)"
    r"|\b(?:tasks?|duties|activities|work|projects?|responsibilities|things)\s+(?:that\s+(?:are\s+)?|which\s+are\s+|will\s+be\s+)?(?:as\s+)?(?:assigned|allocated|given|delegated|directed)\s+(?:to\s+you\s+)?(?:by|from|as|when)\b"
    r"|\b(?:jack|jill)[- ]of[- ]all[- ]trades\b|\bdo(?:ing)?\s+a\s+bit\s+of\s+everything\b|\ba\s+(?:little|bit)\s+of\s+everything\b"
    r"|\b(?:help|helping|pitch(?:ing)?\s+in|support|supporting|assist|assisting|jump(?:ing)?\s+in|step(?:ping)?\s+in|step\s+up|muck\s+in|lend\s+a\s+hand|chip\s+in)\s+(?:out\s+)?(?:the\s+\w+\s+|us\s+)?(?:wherever|where|whenever|with\s+(?:anything|everything|whatever|all|any|other))\b"
    r"|\bwherever\s+(?:you(?:['’]re|\s+are)\s+)?(?:needed|required|help\s+is\s+needed|the\s+(?:business|company|team)\s+needs)\b"
    r"|\bno\s+(?:fixed|set|clear|defined)\s+(?:job\s+description|role|duties|responsibilities|tasks)\b|\bnothing\s+is\s+(?:not\s+your\s+job|outside\s+your)\b|\bnot\s+my\s+job\b"
    r"|\b(?:go|going)\s+(?:above\s+and\s+beyond|the\s+extra\s+mile)\s+(?:to|in|on|with)\s+(?:\w+\s+){0,3}(?:support|deliver|help|everything|all)\b"
    r"|\b(?:drive|deliver|create|add|generate|unlock|provide)\s+(?:\w+\s+)?(?:value|impact|synergies|excellence|outcomes|results|success)\s+(?:across|throughout|for|in|to)\s+(?:all\s+|the\s+|our\s+|every\s+)?(?:\w+\s+)?(?:areas?|business|organi[sz]ation|company|stakeholders|functions|departments|board|verticals|levels|value\s+chain)\b"
    r"|\b(?:support|supporting|assist|assisting|help|helping|contribute|contributing)\s+(?:to\s+|with\s+|in\s+)?(?:the\s+|our\s+)?(?:\w+\s+)?(?:business|company|organi[sz]ation|management|team|leadership|stakeholders)\s+(?:in|with|on|across)\s+(?:all|any|various|day-to-day|its|their|achieving|reaching|general|strategic)\b"
    r"|\b(?:all|any)\s+(?:other\s+)?(?:tasks|duties|matters|topics|things|aspects|activities)\s+(?:related|relating|connected|pertaining|to\s+do|around|data|that\s+(?:come|arise))\b"
    r"|\bas\s+(?:the\s+)?(?:business|management|company|need|needs)\s+(?:sees\s+fit|requires?|dictates?|demands?|arises?|sees)\b"
    r"|\b(?:Swiss\s+(?:army\s+)?knife|all-?rounder|utility\s+player|ready\s+for\s+anything|anything\s+and\s+everything)\b"
    r"|\bdo(?:ing)?\s+what(?:ever)?\s+(?:needs|has|must|is\s+needed|the\s+\w+\s+needs?)\b|\bmak(?:e|ing)\s+(?:things|it|stuff)\s+happen\b|\b(?:take|taking)\s+on\s+(?:any|additional|further|all)\s+(?:\w+\s+)?tasks\b"
    r"|\bcontribut\w+\s+to\s+the\s+(?:overall\s+)?(?:success|growth|goals|objectives|mission)\s+of\b|\ball\s+things\s+(?:AI|data|ML|IT|tech|analytics)\b|\b(?:all|any|everything|anything)\s+(?:AI|data|ML|IT|tech|analytics)[- ]related\b|\beverything\s+(?:AI|data|ML|IT|tech|analytics)\b"
    r"|\b(?:deliver|develop|provide|create|build|implement)\w*\s+(?:innovative|cutting-edge|world-class|best-in-class|state-of-the-art|scalable|AI-driven|smart)\s+(?:\w+\s+)?solutions\b(?=.{0,60}\b(?:business|needs|stakeholders|clients|customers|value|organi[sz]ation)\b)"
    r"|\b(?:involved\s+in|work\s+across|help\s+(?:out\s+)?(?:with|in|across)|active\s+in)\s+(?:many|several|various|a\s+lot\s+of|all)\s+(?:\w+\s+)?(?:areas|things|tasks|topics|projects|fields|matters)\b"
    r"|\b(?:assist|support|help|helping|supporting|assisting)\b.{0,30}\bday-to-day\s+(?:operations|business|activities|tasks|running)\b"
    r"|\b(?:duties|tasks|responsibilities|(?:your|the)\s+(?:role|job|work))\s+(?:is|are|remains?)\s+(?:very\s+|highly\s+|completely\s+|deliberately\s+|rather\s+)?(?:flexible|fluid|open|loosely\s+defined|broad|what\s+you\s+make)\b"
    r"|\b(?:key|strategic|cross-functional|high-impact|mission-critical|business-critical|value-adding)\s+(?:\w+\s+)?(?:initiatives|priorities|deliverables|objectives|activities|outcomes|workstreams)\b"
    r"|^you(?:['’]ll|\s+will)?\s+(?:work\s+on|take\s+on|tackle|handle|face)\s+(?:\w+\s+)?(?:exciting|interesting|challenging|diverse|varied|demanding)(?:\s+and\s+\w+)?\s+(?:tasks|challenges|topics|assignments|activities)(?:\s+and\s+\w+)?\W*$"
    r"|\bdynamic\s+(?:tasks|responsibilities|role\s+with)\b|\bad[- ]hoc\s+(?:tasks|duties|requests|activities)\b",
    re.IGNORECASE,
)
# “And other duties” closes a list that says the duties.
_OTHER_DUTIES = re.compile(
    r"\b(?:any\s+|all\s+|and\s+|with\s+|perform\s+|some\s+)*other\s+(?:\w+\s+)?(?:duties|tasks|activities|responsibilities|work|ad[- ]hoc)\b", re.IGNORECASE
)
_DUTY_SAID = re.compile(r"\bad[- ]hoc\s+(?:analys[ie]s|reports?|reporting|queries|data)\b", re.IGNORECASE)
# Said of the company, its products or its people, not of the duties.
_NOT_DUTY = re.compile(
    r"^(?:our|we)\b|\b(?:we\s+(?:help|support|offer|provide|sell|make)|benefits|salary|holiday|pension|insurance|equipment|"
    r"don['’]t\s+(?:ask|expect|want)|do\s+not\s+(?:ask|expect|want)|won['’]t|never|no\s+one|nobody|not\s+expect|instead\s+of|rather\s+than|laptop|hardware|machine\s+you|accommodat\w+|adjustments?|tell\s+us|interview)\b",
    re.IGNORECASE,
)


def says_any_duty(sentence: Sentence) -> bool:
    """Tell whether the duties are said in words that would fit any job."""
    text = _OTHER_DUTIES.sub(" ", sentence.text)
    return bool(_ANY_DUTY.search(text)) and not _NOT_DUTY.search(text) and not _DUTY_SAID.search(text)


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
