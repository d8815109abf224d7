"""The green flag of mentorship: somebody mentors, coaches or pairs with the person hired."""

from career.reading.wording import wording

_SENIOR = (
    r"(?:most )?(?:senior|principal|staff|lead|experienced|older|named|seasoned|dedicated|personal|"
    r"more experienced|founding|chief|"
    r"our head|head of)"
)
# Somebody who knows more does something with you, again and again or for a while.
_KNOWS_MORE = (
    r"(?:senior|principal|lead|head|chief|experienced|manager|founder|director|professor|Dr\.?|Prof\.?|"
    r"scientist|engineer|developer|colleague|statistician|expert|partner|member|modell?er|analyst|"
    r"researcher|predecessor|teacher|someone|somebody|(?-i:[A-Z][a-z]+)(?=,| (?:will|who|has|sits|"
    r"works|goes|walks|teaches|helps|and)\b))"
)
_HELPS_YOU = (
    r"(?:sits?|works?|goes|go|walks?|reviews?|reads?|teach(?:es)?|shows?|helps?|guides?|supports?|"
    r"introduces?|looks?|trains?|takes?|accompan(?:y|ies)|spends?|meets?|joins?|is there|stands?|"
    r"checks?|discuss(?:es)?|answers?)"
)
_A_WHILE = (
    r"(?:first|until|every|each|weekly|fortnightly|monthly|daily|twice|(?:a|per) (?:week|month|"
    r"fortnight)|throughout|during your|through your|as long as|for (?:the|your|a|at least|"
    r"\w+) (?:\w+ )?(?:weeks?|months?|year)|"
    r"in the beginning|at the start|line by line|onboarding)"
)
_NO_HELP = wording(
    r"\b(?:recruiter|HR|interviews?|customers?|clients?|users?|applicants?|applications?|report to|"
    r"reports to|appraisal|stakeholders?|present\w*|salary|offer|hiring|you (?:will )?(?:help|support|"
    r"train|teach|guide|show|review)|call you)\b"
)
# What says for how long, and what goes with it; the last needs nothing beside it.
_HELPED = (
    (
        wording(rf"\b{_A_WHILE}\b"),
        wording(
            rf"\b{_KNOWS_MORE}\b[^.;]{{0,60}}?\b{_HELPS_YOU}\b[^.;]{{0,40}}?\b(?:you|"
            rf"your (?:code|work|models?|analys[ei]s|first \w+|drafts?|notebooks?))\b"
        ),
    ),
    (
        wording(r"\b(?:first|until|start|beginning|initial|onboarding|twice|weekly|every)\b"),
        wording(
            rf"\byou\b[^.;]{{0,20}}?\b(?:work|sit|spend|start|begin|learn|train|shadow|share|go|"
            rf"build)\b[^.;]{{0,40}}?\b(?:with|alongside|beside|next to|under|from|shadow) "
            rf"(?:(?:an?|our|one of our|the) (?:most )?{_SENIOR}\b|(?-i:[A-Z][a-z]+), (?:our|who|the)\b|"
            rf"(?:an?|the|somebody|someone) [^.;,]{{0,40}}?\bwho (?:has|built|wrote|knows|started|made|"
            rf"did)\b)"
        ),
    ),
)
_TEAMED_UP = wording(
    r"\b(?:you|new \w+|each \w+|every \w+|juniors?|fellows?|trainees?|"
    r"interns?)\b[^.;]{0,40}?\b(?:partnered|teamed|matched|buddied|coupled) (?:up )?with (?:an?|"
    r"one|someone|somebody|our|the)\b"
)
_MENTOR_GIVEN = wording(
    # You will be mentored by Priya. You'll have a mentor. You are matched with a mentor.
    r"\b(?:mentored|coached|tutored) (?:by|through|from|closely|one-to-one|weekly|during|for)\b",
    r"\b(?:be|being|get|are) (?:mentored|coached|tutored)\b",
    r"\b(?:have|has|by|from|access to|get|gets|receive|receives|given|assigned|offered|with|as|"
    r"meet|and|plus|your|own|named|personal|dedicated|technical|scientific|experienced|senior|"
    r"matched with|paired with|two|one|is) (?:\w+ ){0,2}?(?:mentor|coach|buddy|"
    r"tutor)s?\b(?! (?:two|three|junior|other|our|your|the|new|more|less|students|interns|"
    r"colleagues|team|people|a))",
    r"\b(?:a|an|one|two|your|personal|own|dedicated|named|external|experienced|assign\w*|"
    r"match\w*) (?:[\w-]+ ){0,2}mentors?\b(?! (?:two|three|four|junior|juniors|other|others|our|"
    r"the|new|more|less|students|interns|colleagues|team|people|a|and (?:guide|coach)))",
    r"^\W*mentor(?:ing|ship)?\s*:|^\W*(?:mentoring|mentorship)(?: and (?:coaching|training|support|"
    r"development|\w+))?\W*$|\b(?:coach|coaching) (?:sessions?|hours?|of your (?:own )?choice|"
    r"outside)\b",
    r"\b(?:an?|your|own|external|personal|professional) (?:\w+ )?coach\b(?! (?:driver|station|"
    r"company|travel|operator|party|tour|to))",
    r"\bmentors? (?:meets?|helps?|guides?|looks|sits?|works?|reads?|comes?|stays?|takes?|supports?|"
    r"walks?|sees?|spends?|accompan\w+|answers?|checks?|reviews?|calls?|at|on|in|was|has|gives?)\b",
    r"\bmentors? (?:is|are|will|from|of|who|whom|you|every|each|for (?:you|every|each|your|new|"
    r"the first))\b",
    r"\b(?:will|who) (?:mentor|coach|tutor) (?:you|the (?:person|successful|new)|every new|"
    r"each new|new (?:hires|starters|joiners))\b",
    # A mentoring scheme that is open to all.
    r"\b(?:mentoring|mentorship|mentor|coaching|buddy) (?:scheme|programme?|system|circle)s?\b",
    r"\b(?:mentorship|mentoring|coaching) (?:by|from|with|is|comes|happens|takes place|included|"
    r"on offer|provided|available|for (?:you|juniors|every|all|new)|throughout|every|during|"
    r"in your)\b",
    r"\b(?:one-to-one|one-on-one|1:1|regular|weekly|structured|personal|individual|dedicated|"
    r"hands-on|active|close|strong|real|senior|technical|genuine|formal) (?:mentoring|mentorship|"
    r"coaching)\b",
    r"\b(?:receive|receives|get|gets|we offer|we provide|offers|includes|including|with|through|"
    r"plus|enjoy) (?:you )?(?:[\w-]+ ){0,2}(?:mentoring|mentorship|coaching)\b",
)
_HELP_GIVEN = wording(
    r"\b(?:manager|lead|head|boss|supervisor|director|scientist|engineer|developer|founder|"
    r"colleague|partner|teacher|professor|expert)\b[^.;]{0,60}\b(?:spends?|gives?|sets? aside|"
    r"keeps?|reserves?|blocks?|makes?) (?:\w+ ){0,4}(?:time|hours?|mornings?|afternoons?|days?|"
    r"lunch)\b[^.;]{0,30}\b(?:with|for|to) (?:you|each junior|every junior|the new \w+)\b",
    r"\bsit(?:ting)? (?:next to|beside|with) (?-i:[A-Z])\w+\b[^.;]{0,10}\bwho\b|\b(?:at|by) your side\b|"
    r"\bin tandem with an? (?:experienced|senior)\b|\b(?:taught|trained) by (?-i:[A-Z])\w+\b",
    r"\blearn\b[^.;]{0,30}\bfrom (?:(?-i:[A-Z])\w+,|our (?:head|chief|lead|principal|most)|an? (?:senior|"
    r"experienced|principal))",
    r"\b(?:read|reviewed|checked|accompanied|guided|supported|looked after|trained|taught|"
    r"supervised|introduced) (?:\w+ ){0,2}by (?:an? |one of our |our |two |"
    r"the )?(?:\w+ ){0,1}?(?:seniors?|experienced|principal|lead|expert|more senior|mentor|chief|"
    r"head)\b",
    r"\bguidance (?:from|by|of) (?:an?|our|the|senior|experienced)\b",
    r"\b(?:mentors?|coach(?:es)?|mentoring|coaching) you\b|\b(?:guide|teach|tutor|supervise|train|"
    r"support)(?:s|es)? you\b(?=.{0,80}\b(?:first|through|for|until|in|during|on|as|one-to-one|"
    r"weekly|closely|every)\b)",
    # A senior engineer pairs with you; you work every job alongside an older member.
    rf"\b{_SENIOR} (?:[\w-]+ ){{0,4}}?(?:pairs?|sits?|works?|meets?|programs?|reviews?|guides?|"
    rf"teaches|coaches|accompan(?:y|ies)|supervises?|walks?|shows?|"
    r"will (?:pair|sit|work|meet|program|review|guide|teach|coach|accompany|supervise|walk|show|"
    r"help|be))\b.{0,60}?\b(?:you|your|them|their work|new \w+|juniors)\b",
    r"\b(?:pair|pairs|paired|pairing|side by side|shoulder to shoulder|alongside|"
    r"shadow(?:ing)?) (?:every \w+ |each \w+ )?(?:with )?(?:you (?:for|until|through|during|every|"
    r"in)"
    rf"|(?:an?|one of our|our|the) {_SENIOR}\b)",
    r"\b(?:pairs?|paired) (?:up )?with you\b|\bpair (?:you|each \w+|every \w+|"
    r"all \w+) (?:up )?with (?:an?|one|someone|somebody|our|the)\b",
    r"\bshows? you the ropes\b|\btakes? you by the hand\b|\bseniors? (?:and juniors? )?(?:work|"
    r"pair|program)\w* (?:in pairs|with juniors)\b|\bjuniors? (?:work|pair|"
    r"program)\w* (?:in pairs )?with (?:\w+ )?seniors?\b",
    r"\b(?:hour|session|meeting|call|lunch|afternoon)s? (?:a|per|each|every) (?:week|fortnight|"
    r"month) with (?:our|your|the|an?) (?:chief|principal|head|lead|senior|staff|mentor|"
    r"most experienced)\b",
    r"\b(?:desk|office|bench) with (?:our|an?|the) (?:most )?(?:senior|experienced|principal)\b|"
    r"\b(?:someone|somebody) (?:more )?(?:senior|experienced) (?:reads|reviews|checks|sits|pairs|"
    r"is beside|is with|helps)\b",
    r"\b(?:has|have|get|gets) an? (?:\w+ )?(?:supervisor|tutor|guide|sponsor) (?:who|from|for)\b",
    r"\b(?:given|assigned|receives?|gets?) an? (?:\w+ ){0,2}(?:guide|companion|sponsor|tutor|"
    r"supervisor|counsell?or|advis[eo]r|teacher|partner)\b",
    r"\b(?:you|each|every|all|new|fellows?|juniors?|trainees?|interns?|graduates?|starters?|hires?|"
    r"apprentices?)\b[^.;]{0,40}\bpaired (?:up )?with\b",
    r"\byou(?:’ll|’d| will| would)? (?:\w+ )?(?:pair|pair-program|pair program|work in a pair|"
    r"work in pairs) with\b|\bpair[- ]programming with (?:(?-i:[A-Z])\w+|an?|our|the|senior)\b",
    r"\b(?:an?|your|fully|closely) mentored\b|\bto (?:teach|coach|mentor) (?:you|juniors|"
    r"new \w+)\b|\bapprenticed to\b",
    rf"\b(?:first|initial|trial) (?:\w+ ){{0,2}}(?:weeks?|months?|year|"
    rf"quarter)\b.{{0,60}}\b(?:alongside|with|beside|next to|under) (?:an?|one of our) {_SENIOR}\b",
    r"\b(?:named|assigned|own) senior\b.{0,60}\b(?:reviews?|meets?|guides?|helps?)\b",
    r"\b(?:under the (?:guidance|supervision|wing)|with (?:close |the )?(?:guidance|"
    r"supervision)) (?:of|from|by)\b",
    r"\b(?:apprenticed to|taken under (?:the )?wing|take you under)\b",
    r"\b(?:you|your)\b.{0,40}\b(?:one-to-one|one-on-one|1:1|1-to-1)s? (?:\w+ )?with (?:your |an? |"
    r"our )?(?:mentor|senior|principal|staff|lead \w+)\b",
)
# The person hired is the one who mentors, or nobody does.
_MENTOR_TAKEN = wording(
    r"\b(?:you(?:’ll|’d| will| would| can| also| may| should)? (?:also |help (?:to )?|enjoy |then |"
    r"have |like (?:to )?)?(?:mentor|coach|mentoring|coaching)"
    r"|(?:experience|interest|ability|skills?|willingness|help|passion|background|record|happy|willing|"
    r"able|keen) (?:of |in |with |to |for )?(?:[\w-]+ ){0,2}(?:mentor|mentoring|coaching|coach|"
    r"mentorship)"
    r"|(?:mentor|mentoring|coach|coaching|mentorship) (?:of |and \w+ |to )?(?:two|three|four|junior|"
    r"juniors|other|others|our|less|more junior|students|interns|younger|colleagues|team|the team|"
    r"members|people|newer|new (?:members|colleagues)|peers|a (?:junior|team)|early-career|clients|"
    r"stakeholders|managers|graduates|analysts|engineers|scientists|apprentices)\b"
    r"|(?:own|run|lead|manage|organi[sz]e|build|set up|design|launch|coordinate|shape|grow) (?:the|our|"
    r"a) (?:\w+ )?(?:mentoring|mentorship|coaching|mentor|buddy)"
    r"|no (?:formal |one to |dedicated |senior )?(?:mentor|mentoring|mentorship|coach|coaching|buddy)|"
    r"(?:can’t|cannot|don’t|do not|won’t|isn’t|not) (?:\w+ ){0,3}(?:mentor|mentoring|mentorship|coach|"
    r"coaching|buddy)"
    r"|you(?:’ll|’d| will| would| also)? (?:also )?(?:provide|offer|give|"
    r"deliver) (?:\w+ ){0,2}(?:mentoring|mentorship|coaching|guidance)|^\W*(?:provide|offer|give|"
    r"deliver|offering|providing) (?:\w+ ){0,3}(?:mentoring|mentorship|coaching|guidance)|(?:be|become|"
    r"being|are|you’re) an? (?:\w+ ){0,2}(?:mentor|coach)\b|(?:act|serve|acting|"
    r"serving) as (?:an? )?(?:\w+ )?(?:mentor|coach|buddy)|agile coach|coach (?:driver|station|company|"
    r"travel|operator)|coaches in week)"
)
_MENTORS_FIRST = wording(
    r"^\W*(?:mentor|coach|mentoring|coaching|guide|support)\b(?!\W*$|\s*:| (?:is|from|for (?:juniors|"
    r"all|every\w*|each)\b|and (?:coaching|training|support|development)|by|you|for you|scheme|"
    r"programme?|with|every|each))(?!ship)"
)


def gives_a_mentor(sentence: str) -> bool:
    """Tell whether the person hired is said to have a mentor, a coach or a buddy."""
    if _MENTORS_FIRST.match(sentence):
        return False
    rest = _MENTOR_TAKEN.sub(" … ", sentence)
    return bool(_MENTOR_GIVEN.search(rest))


def gives_a_helper(sentence: str) -> bool:
    """Tell whether somebody who knows more pairs with the person hired, whatever that is called."""
    if _MENTORS_FIRST.match(sentence):
        return False
    rest = _MENTOR_TAKEN.sub(" … ", sentence)
    if _HELP_GIVEN.search(rest):
        return True
    if _NO_HELP.search(rest):
        return False
    return bool(_TEAMED_UP.search(rest)) or any(
        how_long.search(rest) and who.search(rest) for how_long, who in _HELPED
    )
