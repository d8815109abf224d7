"""The red flag of vague responsibilities: duties in words that would fit any job."""

from career.reading.sentences import Sentence
from career.reading.wording import wording

_ANY_DUTY = wording(
    r"\b(?:whatever|anything|everything|any\s?thing and everything) (?:else )?(?:that |which )?(?:the |"
    r"our |your |a )?(?:[\w’'-]+ ){0,2}?"
    r"(?:needs?|requires?|takes|asks?|wants?|comes?|needed|required|necessary|throws?|"
    r"is (?:most )?(?:urgent|needed most|important|burning)|turns up|demands?|happens|arises|lands|"
    r"crops up|moves the needle|may need|might need|is (?:needed|required|asked|necessary|thrown|"
    r"on fire)|needs doing|has to be done)\b",
    r"\b(?:wear|wearing|wears|juggle) (?:many|several|multiple|different|a lot of|lots of|all|various|"
    r"a number of|more than one) (?:\w+ )?hats?\b",
    r"\b(?:many|multiple|different|several) hats\b",
    r"\b(?:duties|responsibilities|tasks|your (?:role|work|duties|tasks|responsibilities|day)|"
    r"the (?:role|work|job)) (?:\w+ )?(?:will |may |can |might )?(?:vary|varies|change|changes|evolve|"
    r"depend|depends|differ|shift|be varied)\b"
    r"(?=.{0,80}\b(?:needs?|require|required|requirements?|priorit|business|time to time|day|week|"
    r"situation|demand|management|organi[sz]ation|as we|with the company))",
    r"\b(?:various|varied|diverse|miscellaneous|different|assorted|general|multiple|all kinds of|"
    r"all sorts of|a (?:wide )?(?:variety|range|multitude|number|mix) of|a wide range of|"
    r"a broad range of) "
    r"(?:[\w-]+ ){0,2}?(?:activities|tasks|duties|initiatives|assignments|things|matters|topics|"
    r"responsibilities|projects|work|jobs|functions)\b"
    r"(?=.{0,60}\b(?:assigned|as (?:needed|required|they|and when)|business|management|company|"
    r"requirements?|line with|needs?|arise|across|time to time|given|wherever|organi[sz]ation|"
    r"department|team|stakeholders|goals|objectives)\b|\W*$)",
    r"\b(?:tasks?|duties|activities|work|projects?|responsibilities|things) (?:that (?:are )?|"
    r"which are |will be )?(?:as )?(?:assigned|allocated|given|delegated|directed) (?:to you )?(?:by|"
    r"from|as|when)\b",
    r"\b(?:jack|jill)[- ]of[- ]all[- ]trades\b|\bdo(?:ing)? a bit of everything\b|\ba (?:little|"
    r"bit) of everything\b",
    r"\b(?:help|helping|pitch(?:ing)? in|support|supporting|assist|assisting|jump(?:ing)? in|"
    r"step(?:ping)? in|step up|muck in|lend a hand|chip in) (?:out )?(?:the \w+ |us )?(?:wherever|"
    r"where|whenever|with (?:anything|everything|whatever|all|any|other))\b",
    r"\bwherever (?:you(?:’re| are) )?(?:needed|required|help is needed|the (?:business|company|"
    r"team) needs)\b",
    r"\bno (?:fixed|set|clear|defined) (?:job description|role|duties|responsibilities|tasks)\b|"
    r"\bnothing is (?:not your job|outside your)\b|\bnot my job\b",
    r"\b(?:go|going) (?:above and beyond|the extra mile) (?:to|in|on|with) (?:\w+ ){0,3}(?:support|"
    r"deliver|help|everything|all)\b",
    r"\b(?:drive|deliver|create|add|generate|unlock|provide) (?:\w+ )?(?:value|impact|synergies|"
    r"excellence|outcomes|results|success) (?:across|throughout|for|in|to) (?:all |the |our |"
    r"every )?(?:\w+ )?(?:areas?|business|organi[sz]ation|company|stakeholders|functions|departments|"
    r"board|verticals|levels|value chain)\b",
    r"\b(?:support|supporting|assist|assisting|help|helping|contribute|contributing) (?:to |with |"
    r"in )?(?:the |our )?(?:\w+ )?(?:business|company|organi[sz]ation|management|team|leadership|"
    r"stakeholders) (?:in|with|on|across) (?:all|any|various|day-to-day|its|their|achieving|reaching|"
    r"general|strategic)\b",
    r"\b(?:all|any) (?:other )?(?:tasks|duties|matters|topics|things|aspects|activities) (?:related|"
    r"relating|connected|pertaining|to do|around|data|that (?:come|arise))\b",
    r"\bas (?:the )?(?:business|management|company|need|needs) (?:sees fit|requires?|dictates?|"
    r"demands?|arises?|sees)\b",
    r"\b(?:Swiss (?:army )?knife|all-?rounder|utility player|ready for anything|anything and everything)\b",
    r"\b(?:you|will|’ll|and) do what (?:needs|has|must|is needed|the \w+ needs?)\b|\b(?:take|"
    r"taking) on (?:any|additional|further|all) (?:\w+ )?tasks\b",
    r"\ball things (?:AI|data|ML|IT|tech|analytics)\b|\b(?:all|any|everything|anything) (?:AI|data|ML|"
    r"IT|tech|analytics)[- ]related\b|\beverything (?:AI|data|ML|IT|tech|analytics)\b",
    r"(?:^|\byou |\bwill |’ll )(?:deliver|develop|provide|create|build|implement) (?:innovative|"
    r"cutting-edge|world-class|best-in-class|state-of-the-art|scalable|AI-driven|"
    r"smart) (?:\w+ )?solutions\b(?=.{0,60}\b(?:business|needs|stakeholders|clients|customers|value|"
    r"organi[sz]ation)\b)",
    r"\b(?:involved in|work across|help (?:out )?(?:with|in|across)|active in) (?:many|several|"
    r"various|a lot of|all) (?:\w+ )?(?:areas|things|tasks|topics|projects|fields|matters)\b",
    r"\b(?:assist|support|help|helping|supporting|assisting)\b.{0,30}\bday-to-day (?:operations|"
    r"business|activities|tasks|running)\b",
    r"\b(?:duties|tasks|responsibilities|(?:your|the) (?:role|job|work)) (?:is|are|remains?) (?:very |"
    r"highly |completely |deliberately |rather )?(?:flexible|fluid|open|loosely defined|broad|"
    r"what you make)\b",
    r"\b(?:key|strategic|cross-functional|high-impact|mission-critical|business-critical|"
    r"value-adding) (?:\w+ )?(?:initiatives|priorities|deliverables|objectives|activities|outcomes|"
    r"workstreams)\b",
    r"^you(?:’ll| will)? (?:work on|take on|tackle|handle|face) (?:\w+ )?(?:exciting|interesting|"
    r"challenging|diverse|varied|demanding)(?: and \w+)? (?:tasks|challenges|topics|assignments|"
    r"activities)(?: and \w+)?\W*$",
    r"\bdynamic (?:tasks|responsibilities|role with)\b|\bad[- ]hoc (?:tasks|duties|requests|activities)\b",
)
# “And other duties” closes a list that says the duties.
_OTHER_DUTIES = wording(
    r"\b(?:any |all |and |with |perform |some )*other (?:\w+ )?(?:duties|tasks|activities|"
    r"responsibilities|work|ad[- ]hoc)\b"
)
_DUTY_SAID = wording(r"\bad[- ]hoc (?:analys[ie]s|reports?|reporting|queries|data)\b")
# Said of the company, its products or its people, not of the duties.
_NOT_DUTY = wording(
    r"^(?:our|we)\b|\b(?:we (?:help|support|offer|provide|sell|make)|benefits|salary|holiday|pension|"
    r"insurance|equipment|"
    r"don’t (?:ask|expect|want)|do not (?:ask|expect|want)|won’t|never|no one|nobody|not expect|"
    r"instead of|rather than|laptop|hardware|machine you|accommodat\w+|adjustments?|tell us|"
    r"interview)\b"
)


def says_any_duty(sentence: Sentence) -> bool:
    """Tell whether the duties are said in words that would fit any job."""
    text = _OTHER_DUTIES.sub(" ", sentence.text)
    return bool(_ANY_DUTY.search(text)) and not _NOT_DUTY.search(text) and not _DUTY_SAID.search(text)
