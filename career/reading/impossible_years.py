"""Years of experience that cannot be: a part of the red flag of an unrealistic mix."""

from collections.abc import Iterator

from career.reading.sentences import Sentence
from career.reading.wording import wording
from career.reading.words import Match

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_NUMBERS = tuple(_WORDS.split())
_YEARS = wording(
    rf"(?<![\w.,£$€-])(?P<years>\d{{1,2}}|{'|'.join(_NUMBERS)})\s?(?:\+|plus|or more|to \w+|"
    rf"[-–]\s?\d{{1,2}})?\s?\+?\s*(?:years?|yrs?)\b"
)
_BEGINNER = wording(
    r"\b(?:fresh(?:er|ers)|fresh graduates?|entry[- ]level|juniors?|graduates?(?! degree| (?:school|"
    r"level|studies|qualification))|interns?|internship|trainees?|beginners?|newcomers?|new grads?|"
    r"no experience|first job|apprentices?|school leavers?|students?|recent graduate|starter)\b"
)
_BEGINNER_YEARS = 5
_OLDER_PEOPLE = wording(
    r"\b(?:mentor|senior|coach|pair|supervis\w+|manage|teach|lead|guide|under|from|founded|been|"
    r"for (?:more|over)|last|past|ago|within|after|in (?:two|three|five|\d))\b"
)

# Experience with a tool is counted from its first year in terms.yaml to this one.
TABLE_YEAR = 2026

_IS_ASKED = wording(
    r"\bexperience|\bwith (?:at least )?\S+ years|\byears?’? (?:in|of)\b|\bminimum\b|\bat least\b|"
    r"\brequir|\bneed|\bmust\b|\+"
)
_YEARS_OF = wording(
    r"’?\s*(?:of |in |with |experience |hands-on |proven |professional |commercial |production |deep |"
    r"solid |practical |using |building |working |developing |on |[\w-]+ ){0,6}"
)
_TOOL_THEN_YEARS = wording(r"\s*(?:\w+ )?[(:,–—-]\s*(?:at least |minimum |min\.? )?")


def are_impossible(sentence: Sentence, matches: list[Match]) -> bool:
    """Tell whether years are asked for that a beginner, or a tool, cannot have."""
    years = list(_years(sentence.text))
    return bool(years) and (_of_beginner(sentence.text, years) or _of_tool(sentence, matches, years))


def _years(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _YEARS.finditer(text):
        written = match["years"].lower()
        number = _NUMBERS.index(written) + 1 if written in _NUMBERS else int(written)
        yield number, match.start(), match.end()


def _of_beginner(text: str, years: list[tuple[int, int, int]]) -> bool:
    if max(years)[0] < _BEGINNER_YEARS or not _BEGINNER.search(text) or _OLDER_PEOPLE.search(text):
        return False
    return bool(_IS_ASKED.search(text))


def _of_tool(sentence: Sentence, matches: list[Match], years: list[tuple[int, int, int]]) -> bool:
    """Tell whether more years of a tool are asked for than it is old: “10 years of LangChain”."""
    for number, start, end in years:
        for match in matches:
            if not match.term.since or number <= TABLE_YEAR - match.term.since:
                continue
            left, right = match.start - sentence.start, match.end - sentence.start
            if left > end and _YEARS_OF.fullmatch(sentence.text[end:left]):
                return True
            if right < start and _TOOL_THEN_YEARS.fullmatch(sentence.text[right:start]):
                return True
    return False
