"""How well the reader of job texts reads: `python -m tests.career.reader_scores`.

Precision: of what the rules found, the share that a careful reader had labelled. Recall: of what is labelled,
the share that the rules found. A sign counts by its key, a skill by its slug, once in each text. The misses
are printed for the open texts alone; of those set aside nobody sees more than the totals.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from career.job_text import Reading, read
from career.reading.findings import GREEN, RED

TEXTS = Path(__file__).with_name("job_texts")
FIXTURES = Path(__file__).parents[2] / "fixtures"
FACTS = ("years", "degree", "place", "pay")


@dataclass
class Score:
    right: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[str], labelled: set[str]) -> None:
        self.right.update(found & labelled)
        self.invented.update(found - labelled)
        self.missed.update(labelled - found)

    @property
    def precision(self) -> float:
        return _share(self.right.total(), self.right.total() + self.invented.total())

    @property
    def recall(self) -> float:
        return _share(self.right.total(), self.right.total() + self.missed.total())


@dataclass
class Scores:
    texts: int = 0
    signs: Score = field(default_factory=Score)
    skills: Score = field(default_factory=Score)
    facts: Score = field(default_factory=Score)
    notes: list[str] = field(default_factory=list)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def catalogue() -> dict[str, str]:
    """Return slug -> title of every skill in the fixtures."""
    return {
        entry["fields"]["slug"]: entry["fields"]["title"]
        for path in sorted(FIXTURES.glob("skills*.yaml"))
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if entry["model"] == "roadmap.skill"
    }


def labelled(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((TEXTS / folder).glob("*.yaml")):
        yield path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))


def score(folder: str) -> Scores:
    """Read every text of `open` or `set_aside` and compare with its labels."""
    skills, scores = catalogue(), Scores()
    for name, labels in labelled(folder):
        reading = read(labels["text"], skills)
        scores.texts += 1
        scores.signs.add({sign.key for sign in reading.signs}, set(labels["signs"]))
        scores.skills.add({mention.slug for mention in reading.mentions}, set(labels["skills"]))
        _add_facts(scores.facts, reading, labels)
        if folder == "open":
            scores.notes += _notes(name, reading, labels)
    return scores


def _add_facts(score: Score, reading: Reading, labels: dict[str, Any]) -> None:
    """Count a fact as found where one of the values shares its words with the label."""
    for key in FACTS:
        values = [fact.value for fact in getattr(reading.facts, key)]
        wanted = labels[key]
        if wanted is None:
            score.invented.update([key] if values else [])
        elif any(value in wanted or wanted in value for value in values):
            score.right[key] += 1
        else:
            score.missed[key] += 1


def _notes(name: str, reading: Reading, labels: dict[str, Any]) -> Iterator[str]:
    quotes = {sign.key: sign.quote for sign in reading.signs}
    for key in sorted(quotes.keys() - labels["signs"].keys()):
        yield f"{name}: {key} invented: {quotes[key]}"
    for key in sorted(labels["signs"].keys() - quotes.keys()):
        yield f"{name}: {key} missed: {labels['signs'][key]}"
    found = {mention.slug: mention.term for mention in reading.mentions}
    for slug in sorted(found.keys() - set(labels["skills"])):
        yield f"{name}: {slug} invented: {found[slug]}"
    for slug in sorted(set(labels["skills"]) - found.keys()):
        yield f"{name}: {slug} missed"
    for key in FACTS:
        values = [fact.value for fact in getattr(reading.facts, key)]
        wanted = labels[key]
        if (wanted is None and values) or (wanted and not any(v in wanted or wanted in v for v in values)):
            yield f"{name}: {key}: {values} for {wanted!r}"


def _table(title: str, score: Score, keys: tuple[str, ...]) -> Iterator[str]:
    yield f"{title:<26} right  invented  missed  precision  recall"
    for key in keys:
        right, invented, missed = score.right[key], score.invented[key], score.missed[key]
        precision, recall = _share(right, right + invented), _share(right, right + missed)
        yield f"  {key:<24} {right:>5}  {invented:>8}  {missed:>6}  {precision:>9.3f}  {recall:>6.3f}"
    right, invented, missed = score.right.total(), score.invented.total(), score.missed.total()
    yield (
        f"  {'all':<24} {right:>5}  {invented:>8}  {missed:>6}  {score.precision:>9.3f}  {score.recall:>6.3f}"
    )


def report(folder: str) -> str:
    scores = score(folder)
    lines = [f"{folder}: {scores.texts} texts"]
    lines += _table("signs", scores.signs, (*GREEN, *RED))
    lines += _table("skills", scores.skills, ())
    lines += _table("facts", scores.facts, FACTS)
    return "\n".join(lines + scores.notes)


if __name__ == "__main__":
    for folder in sys.argv[1:] or ("open", "set_aside"):
        sys.stdout.write(report(folder) + "\n\n")
