"""The rules of the question bank, checked with those of the catalogue. Entries in, problems out."""

import re
from collections.abc import Collection, Iterator, Mapping

from roadmap.fixture_files import Entry
from roadmap.markdown import NoFormula, formulas, mathml, to_html_with_formulas

LONGEST = {"prompt": 600, "answer": 4_000, "slip": 400}
CODE = re.compile(r"<code>.*?</code>", re.DOTALL)
COMMAND = re.compile(r"\\\w+")


def problems(
    questions: list[Entry], skills: Mapping[str, Entry], passed: Collection[str] = ()
) -> Iterator[str]:
    """Yield what is wrong with the questions, whose skills and resources are known to be there.

    `passed`: digests of those whose texts were checked before.
    """
    asked: dict[str, str] = {}
    for entry in questions:
        yield from _fields(entry, skills)
        prompt = " ".join(str(entry.fields.get("prompt", "")).split()).casefold()
        if prompt in asked:
            yield f"{entry.slug}: asks the same as {asked[prompt]}"
        asked[prompt] = entry.slug
        if entry.digest not in passed:
            yield from _texts(entry)


def _fields(entry: Entry, skills: Mapping[str, Entry]) -> Iterator[str]:
    skill, resource = _key(entry, "skill"), _key(entry, "resource")
    if skill not in skills:
        yield f"{entry.slug}: belongs to no skill"
    elif resource and resource not in skills[skill].links:
        yield f"{entry.slug}: {skill} does not list the resource {resource!r}"
    for name, most in LONGEST.items():
        text = entry.fields.get(name)
        if not isinstance(text, str) or not text.strip():
            yield f"{entry.slug}: has no {name}"
        elif len(text) > most:
            yield f"{entry.slug}: {name} has {len(text)} characters, {most} at most"


def _texts(entry: Entry) -> Iterator[str]:
    for name in LONGEST:
        text = str(entry.fields.get(name, ""))
        for tex in formulas(text):
            try:
                if unknown := COMMAND.search(mathml(tex)):
                    yield f"{entry.slug}: {name}: there is no TeX command {unknown[0]} in {tex!r}"
            except NoFormula as error:
                yield f"{entry.slug}: {name}: {tex!r} is no formula: {error}"
        if "$" in CODE.sub("", str(to_html_with_formulas(text))):
            yield f"{entry.slug}: {name}: a dollar sign stands alone"


def _key(entry: Entry, name: str) -> str:
    value = entry.fields.get(name)
    return str(value[0]) if isinstance(value, list) and value else ""
