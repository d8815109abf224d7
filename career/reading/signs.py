"""The guide's four green and four red flags, each with the sentence that shows it. Silence is no signal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from career.reading.duties import says_any_duty
from career.reading.findings import GREEN, RED, Sign, SignKind
from career.reading.impossible_years import are_impossible
from career.reading.mentoring import gives_a_helper, gives_a_mentor
from career.reading.ownership import names_what_you_lead, names_what_you_own
from career.reading.paid_learning import pays_for_learning
from career.reading.phd import requires_a_phd
from career.reading.professions import are_many_people
from career.reading.sentences import Sentence
from career.reading.sieve import possible
from career.reading.untold import hides_the_work
from career.reading.words import Match

LONGEST = 700  # characters of a sentence that is worth quoting
TOOLS = 3
CLEAR = 5  # tools of a sentence that could not be clearer with more

WHY = {
    "specific-technologies": "Named tools, not a list of trends.",
    "clear-ownership": "One named thing to answer for, which you could tell of later.",
    "mentorship": "Somebody has the task of helping you grow.",
    "learning-budget": "Money or paid time for learning, not only the wish.",
    "phd-required": "The guide says that this “usually actually means ‘PhD preferred’”; it gives no source. "
    "Ask whether it is a filter.",
    "unrealistic-mix": "More than one person could bring. Ask who does each part of it today.",
    "no-projects-or-impact": "What you would build is not told. Ask what it is, and who uses it.",
    "vague-responsibilities": "Words that would fit any job. Ask what a colleague did last week.",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence, its words in lower case and the terms that it wants."""

    sentence: Sentence
    words: Sequence[str]
    matches: list[Match]


def find_signs(sentences: Iterable[Weighed]) -> tuple[Sign, ...]:
    """Return at most one sign of each key, green ones first."""
    found: dict[str, Sentence] = {}
    most = TOOLS - 1
    for weighed in sentences:
        sentence = weighed.sentence
        if len(sentence.text) > LONGEST or sentence.text.endswith(":"):
            continue
        tools = min(len({match.term.words for match in weighed.matches if match.term.tool}), CLEAR)
        if tools > most:
            most, found["specific-technologies"] = tools, sentence
        for rule in possible(weighed.words):
            key = SHOWS.get(rule, rule)
            if key not in found and RULES[rule](sentence, weighed.matches):
                found[key] = sentence
    return tuple(_sign(key, found[key]) for key in (*GREEN, *RED) if key in found)


SHOWS = {
    "owner": "clear-ownership",
    "leader": "clear-ownership",
    "mentor": "mentorship",
    "helper": "mentorship",
    "colleague": "mentorship",
}
RULES: dict[str, Callable[[Sentence, list[Match]], bool]] = {
    "owner": lambda sentence, _: names_what_you_own(sentence.text),
    "leader": lambda sentence, _: names_what_you_lead(sentence.text),
    "mentor": lambda sentence, _: gives_a_mentor(sentence.text),
    "helper": lambda sentence, _: gives_a_helper(sentence.text),
    "colleague": lambda sentence, _: gives_a_helper(sentence.text),
    "learning-budget": lambda sentence, _: pays_for_learning(sentence.text),
    "phd-required": lambda sentence, _: requires_a_phd(sentence),
    "unrealistic-mix": lambda sentence, matches: (
        are_many_people(sentence.text, matches) or are_impossible(sentence, matches)
    ),
    "no-projects-or-impact": lambda sentence, _: hides_the_work(sentence),
    # A sentence that names a skill or a tool says something.
    "vague-responsibilities": lambda sentence, matches: not matches and says_any_duty(sentence),
}


def _sign(key: str, sentence: Sentence) -> Sign:
    kind: SignKind = "green" if key in GREEN else "red"
    return Sign(key, kind, sentence.start, sentence.end, sentence.text, WHY[key])
