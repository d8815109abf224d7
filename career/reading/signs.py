"""The guide's four green and four red flags, each with the sentence that shows it. Silence is no signal."""

from collections.abc import Iterator, Sequence

from career.reading.doubts import hides_the_work, requires_a_phd, says_any_duty
from career.reading.findings import GREEN, RED, Sign
from career.reading.mix import is_unrealistic
from career.reading.ownership import names_what_you_own
from career.reading.sentences import Sentence
from career.reading.support import gives_a_mentor, pays_for_learning
from career.reading.terms import Match

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
    "vague-responsibilities": "Words that would fit any job. Ask what the last two weeks of a colleague held.",
}


def find_signs(sentences: Sequence[tuple[Sentence, list[Match]]]) -> tuple[Sign, ...]:
    """Return at most one sign of each key, green ones first. `sentences` come with the terms they want."""
    found: dict[str, tuple[int, Sentence]] = {}
    for sentence, matches in sentences:
        if len(sentence.text) > LONGEST:
            continue
        for key, weight in _shown(sentence, matches):
            if key not in found or weight > found[key][0]:
                found[key] = weight, sentence
    return tuple(_sign(key, found[key][1]) for key in (*GREEN, *RED) if key in found)


def _shown(sentence: Sentence, matches: list[Match]) -> Iterator[tuple[str, int]]:
    """Yield the keys that one sentence shows by itself, and how clearly."""
    if sentence.kind == "heading":
        return
    tools = len({match.term.words for match in matches if match.term.tool})
    if tools >= TOOLS:
        yield "specific-technologies", min(tools, 5)
    if names_what_you_own(sentence.text):
        yield "clear-ownership", 1
    if gives_a_mentor(sentence.text):
        yield "mentorship", 1
    if pays_for_learning(sentence.text):
        yield "learning-budget", 1
    if requires_a_phd(sentence):
        yield "phd-required", 1
    if is_unrealistic(sentence, matches):
        yield "unrealistic-mix", 1
    if hides_the_work(sentence):
        yield "no-projects-or-impact", 1
    if says_any_duty(sentence):
        yield "vague-responsibilities", 1


def _sign(key: str, sentence: Sentence) -> Sign:
    kind = "green" if key in GREEN else "red"
    return Sign(key, kind, sentence.start, sentence.end, sentence.text, WHY[key])
