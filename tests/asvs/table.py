"""docs/security.md: the requirements as a table for readers."""

from collections.abc import Iterator, Sequence

from tests.asvs import book
from tests.asvs.book import ABSENT, MET, UNMET, Requirement

FILE = book.ROOT / "docs" / "security.md"
CHAPTERS = {
    1: "Encoding and sanitization",
    2: "Validation and business logic",
    3: "Web front end",
    4: "API and web service",
    5: "Files",
    6: "Authentication",
    7: "Sessions",
    8: "Authorization",
    9: "Self-contained tokens",
    10: "OAuth and OIDC",
    11: "Cryptography",
    12: "Secure communication",
    13: "Configuration",
    14: "Data protection",
    15: "Secure coding and architecture",
    16: "Security logging and error handling",
    17: "WebRTC",
}
MOST = 3  # tests named in a row


def text(rows: Sequence[Requirement]) -> str:
    count = book.counts(rows)
    return "\n".join([*_head(count), *_table(rows), *_absent(rows)]) + "\n"


def _head(count: dict[str, int]) -> Iterator[str]:
    applicable = count[MET] + count[UNMET]
    yield "# Security"
    yield ""
    yield (
        "What Milepost does about each requirement of the OWASP Application Security Verification Standard "
        "5.0 at levels 1 and 2, in our own words (the original is CC BY-SA), where it is met and which test "
        'shows it: a test carries the number as `@pytest.mark.asvs("…")`. Made by `python -m tests.asvs '
        "--write` from `tests/asvs/requirements.yaml` and those marks; a test fails when it is out of date, "
        "when a requirement has neither a test, a document nor a reason, and when a mark names none."
    )
    yield ""
    yield (
        f"**{count[MET]} of {applicable} that apply are met, {count[UNMET]} are not or not wholly, "
        f"{count[ABSENT]} do not apply.**"
    )
    yield ""
    yield (
        "How to report a weakness: [SECURITY.md](../SECURITY.md). Who may do what: "
        "[permissions.md](permissions.md). What is kept about a person: [data.md](data.md)."
    )


def _table(rows: Sequence[Requirement]) -> Iterator[str]:
    for number, name in CHAPTERS.items():
        chapter = [r for r in rows if r.number.split(".")[0] == str(number) and r.state != ABSENT]
        if chapter:
            yield ""
            yield f"## V{number} {name}"
            yield ""
            yield "| number | level | requirement | | where it is met, or why not | shown by |"
            yield "|---|---|---|---|---|---|"
            yield from map(_row, chapter)


def _row(row: Requirement) -> str:
    where = row.text
    if row.verdict == "doc":
        file, _, heading = row.text.partition("#")
        where = f"[{heading}]({file.removeprefix('docs/')}#{heading.lower().replace(' ', '-')})"
    named = [f"`{test.removeprefix('tests/')}`" for test in row.tests[:MOST]]
    if len(row.tests) > MOST:
        named.append(f"and {len(row.tests) - MOST} more")
    state = "**not met**" if row.state == UNMET else row.state
    return f"| {row.number} | {row.level} | {row.title} | {state} | {where} | {'<br>'.join(named)} |"


def _absent(rows: Sequence[Requirement]) -> Iterator[str]:
    yield ""
    yield "## What does not apply"
    yield ""
    yield "| number | level | requirement | why not |"
    yield "|---|---|---|---|"
    for row in rows:
        if row.state == ABSENT:
            yield f"| {row.number} | {row.level} | {row.title} | {row.text} |"
