"""What rules can say of a résumé: is it one page, does it say numbers, and does it keep its tone? Pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from career.resume_fit import Fit, fit
from career.resume_sheet import Entry, Sheet

SUMMARY = (60, 320)  # characters of two to three lines
PROJECTS = (3, 4)
# They say that one was there, not what one did.
WEAK = (
    "assisted",
    "contributed to",
    "did",
    "familiar with",
    "handled",
    "helped",
    "involved in",
    "learned",
    "learnt",
    "participated",
    "played around with",
    "responsible for",
    "supported",
    "took part",
    "tried",
    "used",
    "was",
    "were",
    "worked on",
    "worked with",
)
_WEAK = re.compile(rf"(?:{'|'.join(map(re.escape, WEAK))})\b", re.IGNORECASE)
# "I" is also a numeral, as in "Type I error", and "US" a country: those pass.
_FIRST = re.compile(
    r"(?<![\w./@])(?:(?<![Tt]ype )(?<![Pp]hase )(?<![Pp]art )(?<![Cc]lass )(?<![Ll]evel )I(?![\w/]|\.\w)"
    r"|(?i:my|me|mine|myself|we|our|ours|ourselves)(?![\w@/]|\.\w))"
)
_DIGIT = re.compile(r"\d")
# No measure: YOLOv8, GPT-4, H2O, Python 3, in 2017.
_NAMED = re.compile(
    r"\b[a-z]+-?\d[\w.]*|\b(?:python|type|phase|part|level)\s\d[\d.]*|\b(?:in|since|until|from|of|by)\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Check:
    """`detail` says how it stands, or what to do about it."""

    title: str
    met: bool
    detail: str = ""


@dataclass(frozen=True)
class JobWord:
    """A skill that a job text asks for; `state` is what the learner can say of it.

    States: shown, claimed, learning, open, or empty for what is not in the roadmap.
    """

    term: str
    state: str
    present: bool

    @property
    def can_show(self) -> bool:
        return self.state in ("shown", "claimed")


@dataclass(frozen=True)
class Report:
    """`notes` are not counted: words of the job text that are missing, with why."""

    checks: tuple[Check, ...]
    notes: tuple[tuple[str, str], ...]
    fit: Fit

    @property
    def met(self) -> int:
        return sum(check.met for check in self.checks)

    @property
    def asked(self) -> int:
        return len(self.checks)


def report(sheet: Sheet, words: Sequence[JobWord] | None = None) -> Report:
    """Check a sheet, against the words of a job text if there is one."""
    space = fit(sheet)
    checks = [
        _fits(space),
        _all(sheet.projects, "Every project has a number", has_number, "Say what was measured in"),
        _all(
            sheet.projects, "Every project has a link", lambda entry: bool(entry.link), "Add the address of"
        ),
        _three_or_four(len(sheet.projects)),
        _summary(sheet.summary),
        _said("No “I”, “my”, “we”", "First person", first_person(sheet.sentences), "leave the person out"),
        _said("No weak verb", "A weak verb", weak_verbs(sheet.sentences), "say what it changed"),
    ]
    if words is not None:
        checks.append(_job_words(words))
    return Report(tuple(checks), tuple(_notes(words or ())), space)


def has_number(entry: Entry) -> bool:
    """Whether a line says a figure that is not part of a name, as in “YOLOv8”."""
    return any(_DIGIT.search(_NAMED.sub("", line)) for line in entry.lines)


def first_person(sentences: Iterable[str]) -> list[str]:
    """Return where the sentences say I, my or we: the word with three before and after it."""
    found = ((sentence, _FIRST.search(sentence)) for sentence in sentences)
    return [_around(sentence, match.span()) for sentence, match in found if match]


def weak_verbs(sentences: Iterable[str]) -> list[str]:
    """Return the lines that begin, or go on after a full stop, with a verb that says little."""
    return [
        sentence
        for sentence in sentences
        if any(_WEAK.match(part.strip()) for part in re.split(r"[.;:]\s+", sentence))
    ]


def _fits(space: Fit) -> Check:
    if space.fits:
        spare = min(space.a4, space.letter)
        left = f"{spare} line{'' if spare == 1 else 's'} to spare" if spare else "to the last line"
        return Check("Fits one page", True, f"A4 and Letter, {left}")
    long = [(name, -spare) for name, spare in (("A4", space.a4), ("Letter", space.letter)) if spare < 0]
    said = " and ".join(f"{lines} line{'' if lines == 1 else 's'} on {name}" for name, lines in long)
    return Check("Longer than one page", False, f"about {said} too many")


def _all(entries: Sequence[Entry], title: str, holds: Callable[[Entry], bool], advice: str) -> Check:
    missing = [entry.title for entry in entries if not holds(entry)]
    if not entries:
        return Check(title, False, "no project yet")
    detail = f"{len(entries) - len(missing)} of {len(entries)}"
    return Check(title, not missing, f"{detail}. {advice} “{missing[0]}”." if missing else detail)


def _three_or_four(number: int) -> Check:
    low, high = PROJECTS
    if low <= number <= high:
        return Check("Three to four projects", True, f"{number}")
    advice = "choose the strongest four" if number > high else "ship one more, or choose more"
    return Check("Three to four projects", False, f"{number} so far: {advice}" if number else "none so far")


def _summary(text: str) -> Check:
    low, high = SUMMARY
    length = len(text.strip())
    advice = ""
    if not length:
        advice = "nothing yet: who you are, what you built, what you look for"
    elif not low <= length <= high:
        advice = f"{length} characters: " + ("say a little more" if length < low else f"shorten it to {high}")
    return Check("A summary of two to three lines", not advice, advice or f"{length} characters")


def _said(good: str, bad: str, found: list[str], advice: str) -> Check:
    if not found:
        return Check(good, True)
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return Check(bad, False, f"“{_start(found[0])}”{more}: {advice}")


def _around(sentence: str, span: tuple[int, int]) -> str:
    before, after = sentence[: span[0]].split(), sentence[span[1] :].split()
    start = " ".join(before[-3:]) + " " if before else ""
    end = " " + " ".join(after[:3]) if sentence[span[1] :][:1].isspace() else ""
    return ("…" if len(before) > 3 else "") + (start + sentence[slice(*span)] + end)


def _start(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:5])[:60] + ("…" if len(words) > 5 else "")


def _job_words(words: Sequence[JobWord]) -> Check:
    have = [word for word in words if word.can_show]
    named = sum(word.present for word in have)
    if not have:
        return Check("Words of the job text", True, "it names no skill that you have ticked")
    return Check("Words of the job text", named == len(have), f"{named} of {len(have)} skills you have")


def _notes(words: Iterable[JobWord]) -> Iterable[tuple[str, str]]:
    for word in words:
        if word.present:
            if word.state in ("learning", "open"):
                yield (
                    f"{word.term} is named",
                    f"{word.state} on your trail: be ready to show it, or leave it out",
                )
        elif word.can_show:
            yield f"{word.term} is missing", "you have it: name it where you used it"
        elif word.state:
            on = "you are learning it" if word.state == "learning" else "open on your trail"
            yield f"{word.term} is missing", f"{on}: leave it out until you can show it"
