"""The red flag of vague responsibilities: duties in words that would fit any job."""

import re

from career.reading.sentences import Sentence

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
    r"|\b(?:you|will|['’]ll|and)\s+do\s+what\s+(?:needs|has|must|is\s+needed|the\s+\w+\s+needs?)\b|\b(?:take|taking)\s+on\s+(?:any|additional|further|all)\s+(?:\w+\s+)?tasks\b"
    r"|\ball\s+things\s+(?:AI|data|ML|IT|tech|analytics)\b|\b(?:all|any|everything|anything)\s+(?:AI|data|ML|IT|tech|analytics)[- ]related\b|\beverything\s+(?:AI|data|ML|IT|tech|analytics)\b"
    r"|(?:^|\byou\s+|\bwill\s+|['’]ll\s+)(?:deliver|develop|provide|create|build|implement)\s+(?:innovative|cutting-edge|world-class|best-in-class|state-of-the-art|scalable|AI-driven|smart)\s+(?:\w+\s+)?solutions\b(?=.{0,60}\b(?:business|needs|stakeholders|clients|customers|value|organi[sz]ation)\b)"
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
