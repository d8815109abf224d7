"""The guide's four green and four red flags, each with the sentence that shows it. Silence is no signal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from career.reading.doubts import hides_the_work, requires_a_phd, says_any_duty
from career.reading.findings import GREEN, RED, Sign
from career.reading.mix import is_unrealistic
from career.reading.ownership import names_what_you_own
from career.reading.sentences import Sentence
from career.reading.support import gives_a_mentor, pays_for_learning
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
    "vague-responsibilities": "Words that would fit any job. Ask what the last two weeks of a colleague held.",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence, its words in lower case and the terms that it wants."""

    sentence: Sentence
    words: Sequence[str]
    matches: list[Match]


def find_signs(sentences: Iterable[Weighed]) -> tuple[Sign, ...]:
    """Return at most one sign of each key, green ones first; the quote is the clearest sentence, or the first."""
    found: dict[str, tuple[int, Sentence]] = {}
    for weighed in sentences:
        if len(weighed.sentence.text) > LONGEST:
            continue
        for key, weight in _shown(weighed):
            if key not in found or weight > found[key][0]:
                found[key] = weight, weighed.sentence
    return tuple(_sign(key, found[key][1]) for key in (*GREEN, *RED) if key in found)


# A sentence without any of a key's words cannot show it: most are sifted out before a rule looks at them. Where a
# key has two rows, it takes a word of each. A word counts when it holds one of these.
_STEMS: tuple[tuple[str, str], ...] = (
    ("clear-ownership", "own yours your steward custodian guardian keeper caretaker captain boss person carry bring responsib accountab charge lead drive run head answer look take belong say word hand inherit get trust entrust point go"),
    (
        "mentorship",
        "mentor coach budd tutor senior pair alongside guid supervis side shoulder shadow wing apprentice teach "
        "principal experienced side tandem manager lead head founder scientist engineer colleague partner expert sit learn taught one 1 beside next ropes hour chief desk office trainee session by hand",
    ),
    (
        "learning-budget",
        "learn train course conferenc book certif educat development tuition stud qualif exam upskill workshop "
        "growth coursera udemy reilly pluralsight datacamp linkedin seminar cpd l degree master class apprentic diploma",
    ),
    (
        "learning-budget",
        "budget house sum amount send sent expens hundred thousand questions company assist waiver aid benefit allowanc fund stipend account grant paid pay cover cost fee reimburs refund sponsor day week hour "
        "put us subscription licen access member working leave aside reserve money financ subsid bursar credit voucher afternoon pot wallet purse contribut time free 0",
    ),
    ("phd-required", "phd ph doctor dphil"),
    (
        "unrealistic-mix",
        "year yr engineer develop design manag market admin support owner sales analyst ops dev scientist expert master train build edit",
    ),
    (
        "no-projects-or-impact",
        "project product case what which aim objective purpose goal task topic assignment role scope mission remit "
        "brief deliverable content problem road dut responsib application client field business",
    ),
    (
        "no-projects-or-impact",
        "not t un tbd tbc tba will stealth secret confidential nda find learn no depend remain idea surprise still "
        "yet be tell more out we",
    ),
    (
        "vague-responsibilities",
        "do thing make happen solution deliver involve areas whatever any everything hat dut responsib task role work job various varied variety range jack jill "
        "wherever need swiss rounder ready key strategic cross mission critical initiative face tackle dynamic day help pitch support assist contribut value impact hoc fit activit extra",
    ),
)


@lru_cache(maxsize=8192)
def _rows(word: str) -> int:
    """Return the rows of _STEMS that a word in lower case belongs to, as bits."""
    return sum(
        1 << number
        for number, (_, stems) in enumerate(_STEMS)
        if any(stem in word if len(stem) > 2 or stem == "0" else stem == word for stem in stems.split())
    )


_NEEDED = {
    key: sum(1 << number for number, (name, _) in enumerate(_STEMS) if name == key) for key, _ in _STEMS
}
_RULES: dict[str, Callable[[Sentence, list[Match]], bool]] = {
    "clear-ownership": lambda sentence, _: names_what_you_own(sentence.text),
    "mentorship": lambda sentence, _: gives_a_mentor(sentence.text),
    "learning-budget": lambda sentence, _: pays_for_learning(sentence.text),
    "phd-required": lambda sentence, _: requires_a_phd(sentence),
    "unrealistic-mix": is_unrealistic,
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
    rows = 0
    for word in weighed.words:
        rows |= _rows(word)
    for key, rule in _RULES.items():
        if rows & _NEEDED[key] == _NEEDED[key] and rule(sentence, weighed.matches):
            yield key, 1


def _sign(key: str, sentence: Sentence) -> Sign:
    kind = "green" if key in GREEN else "red"
    return Sign(key, kind, sentence.start, sentence.end, sentence.text, WHY[key])
