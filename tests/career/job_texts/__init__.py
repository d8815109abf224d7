"""Job texts with labels: what they mean to a careful reader. README.md says how they are labelled."""

import dataclasses
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SIGNS = {
    "specific-technologies",
    "clear-ownership",
    "mentorship",
    "learning-budget",
    "phd-required",
    "unrealistic-mix",
    "no-projects-or-impact",
    "vague-responsibilities",
}


@dataclasses.dataclass(frozen=True)
class Labelled:
    """One text with its labels. `signs` maps a key to the verbatim sentence."""

    name: str
    text: str
    skills: frozenset[str]
    signs: dict[str, str]
    facts: dict[str, str | None]


def labelled(folder: str) -> list[Labelled]:
    """Return the texts of `open` or `set_aside`, by name."""
    return [_read(path) for path in sorted((HERE / folder).glob("*.yaml"))]


def _read(path: Path) -> Labelled:
    row = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    text, skills, signs = row.pop("text"), row.pop("skills"), row.pop("signs")
    assert sorted(set(skills)) == skills, f"{path.name}: skills are sorted and unique"
    return Labelled(path.stem, text, frozenset(skills), signs, row)
