"""Which flags the words of a sentence could show at all: most are sifted out before a rule looks."""

from collections.abc import Iterable
from functools import lru_cache

# A sentence without any of a key's words cannot show it; a key with two rows needs a word of each. A word
# counts when it holds one of these; those of two letters it must be.
# “mentor”, “helper” and “colleague” show mentorship, “owner” and “leader” clear ownership.
_STEMS: tuple[tuple[str, str], ...] = (
    (
        "owner",
        "own yours yourself responsib accountab charge control steward custodian guardian keeper "
        "caretaker captain boss belong baby",
    ),
    (
        "leader",
        "lead head drive run answer look take carry bring inherit hand give trust entrust say word "
        "person call your get baby one",
    ),
    (
        "leader",
        "model service product feature system pipeline engine recommend forecast detect rank search "
        "index tool app dashboard score classif component module assistant bot map plan library "
        "project feed line schedul algorithm process program suite harness benchmark dataset report "
        "catalog predict estimat alert sensor camera platform stack warehouse registry carousel "
        "optimi router simulator agent layer store website newsletter codebase infrastructure "
        "monitor parser extractor generator transcriber translator converter encoder linker summari "
        "checker finder viewer editor calculator controller sorter counter filter match pricing "
        "release writer reader tracker area stream prototype notebook experiment",
    ),
    ("mentor", "mentor coach tutor budd"),
    (
        "helper",
        "pair sit sits meet shadow alongside side supervis tutor teach taught rope wing apprentic "
        "tandem teamed partnered matched guid walk read reads review show goes help accompan "
        "introduc spend train take join check answer look discuss mentor coach hand train support "
        "beside next one",
    ),
    (
        "helper",
        "you junior new each every all fellow trainee intern graduate starter hire apprentic wing someone",
    ),
    (
        "colleague",
        "work learn share start begin go build has have get give given assigned receive desk office "
        "hour session meeting call lunch afternoon keep set make reserve block stand there",
    ),
    (
        "colleague",
        "senior principal staff lead experienc older named seasoned chief head manager boss "
        "supervis director scientist engineer developer founder colleague partner teacher professor "
        "expert statistician modeler modeller analyst researcher predecessor member someone "
        "somebody tutor guide sponsor companion counsel advis who dr prof pair apprentic rope hand "
        "wing side guidance teamed matched mentor coach",
    ),
    (
        "colleague",
        "you junior new each every all fellow trainee intern graduate starter hire apprentic wing someone",
    ),
    (
        "learning-budget",
        "learn train course conferenc book certif educat development tuition stud qualif exam "
        "upskill workshop growth coursera udemy reilly pluralsight datacamp linkedin seminar cpd l "
        "degree master class apprentic diploma",
    ),
    (
        "learning-budget",
        "budget house sum amount send sent expens hundred thousand questions company assist waiver "
        "aid benefit allowanc fund stipend account grant paid pay cover cost fee reimburs refund "
        "sponsor day week hour put us subscription licen access member working leave aside reserve "
        "money financ subsid bursar credit voucher afternoon pot wallet purse contribut time free 0",
    ),
    ("phd-required", "phd ph doctor dphil"),
    (
        "unrealistic-mix",
        "year yr engineer develop design manag market admin support owner sales analyst ops dev "
        "scientist expert master train build edit",
    ),
    (
        "no-projects-or-impact",
        "project product case what which aim objective purpose goal task topic assignment role "
        "scope mission remit brief deliverable content problem road dut responsib application "
        "client field business",
    ),
    (
        "no-projects-or-impact",
        "not t un tbd tbc tba will stealth secret confidential nda find learn no depend remain idea "
        "surprise still yet be tell more out we",
    ),
    (
        "vague-responsibilities",
        "whatever any every hat dut responsib task various diverse varied variety range jack jill "
        "wherever whenever assign allocat delegat direct swiss rounder strategic initiative deliver "
        "priorit objectiv outcome hoc vary change evolve depend differ shift flexible fluid broad "
        "open value impact synerg excellen solution extra involved what bit pitch day fit thing "
        "matters challeng topic where",
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


# The rule of the second is asked all that the rule of the first is.
_PART_OF = {"leader": "owner", "colleague": "helper"}


def possible(words: Iterable[str]) -> list[str]:
    """Return the keys that a sentence of these words, in lower case, could show."""
    rows = 0
    for word in words:
        rows |= _rows(word)
    keys = [key for key, needed in _NEEDED.items() if rows & needed == needed]
    return [key for key in keys if _PART_OF.get(key) not in keys]
