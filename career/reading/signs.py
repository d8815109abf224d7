"""The guide's four green and four red flags, each with the sentence that shows it. Silence is no signal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
    """Return at most one sign of each key, green ones first; the clearest sentence is quoted."""
    found: dict[str, tuple[int, Sentence]] = {}
    for weighed in sentences:
        if len(weighed.sentence.text) > LONGEST:
            continue
        for key, weight in _shown(weighed):
            if key not in found or weight > found[key][0]:
                found[key] = weight, weighed.sentence
    return tuple(_sign(key, found[key][1]) for key in (*GREEN, *RED) if key in found)


_SHOWS = {
    "owner": "clear-ownership",
    "leader": "clear-ownership",
    "mentor": "mentorship",
    "helper": "mentorship",
}
_RULES: dict[str, Callable[[Sentence, list[Match]], bool]] = {
    "owner": lambda sentence, _: names_what_you_own(sentence.text),
    "leader": lambda sentence, _: names_what_you_lead(sentence.text),
    "mentor": lambda sentence, _: gives_a_mentor(sentence.text),
    "helper": lambda sentence, _: gives_a_helper(sentence.text),
    "learning-budget": lambda sentence, _: pays_for_learning(sentence.text),
    "phd-required": lambda sentence, _: requires_a_phd(sentence),
    "unrealistic-mix": lambda sentence, matches: (
        are_many_people(sentence.text, matches) or are_impossible(sentence, matches)
    ),
    "no-projects-or-impact": lambda sentence, _: hides_the_work(sentence),
    # A sentence that names a skill or a tool says something.
    "vague-responsibilities": lambda sentence, matches: not matches and says_any_duty(sentence),
}


def _shown(weighed: Weighed) -> Iterator[tuple[str, int]]:
    """Yield the keys that one sentence shows by itself, and how clearly."""
    sentence = weighed.sentence
    if sentence.text.endswith(":"):
        return
    tools = len({match.term.words for match in weighed.matches if match.term.tool})
    if tools >= TOOLS:
        yield "specific-technologies", min(tools, 5)
    for key in possible(weighed.words):
        if _RULES[key](sentence, weighed.matches):
            yield _SHOWS.get(key, key), 1


def _sign(key: str, sentence: Sentence) -> Sign:
    kind: SignKind = "green" if key in GREEN else "red"
    return Sign(key, kind, sentence.start, sentence.end, sentence.text, WHY[key])
