"""The requirements of OWASP ASVS 5.0 that concern us, and which tests show them."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
FILE = Path(__file__).parent / "requirements.yaml"
LEVELS = {1: 70, 2: 183}
MET, UNMET, ABSENT, UNSHOWN = "met", "not met", "not applicable", "not shown"
VERDICTS = ("absent", "unmet", "doc", "where")


@dataclass(frozen=True)
class Requirement:
    """One requirement with its only verdict; `text` is the reason, the heading or the place."""

    number: str
    level: int
    title: str
    verdict: str
    text: str
    tests: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        match self.verdict:
            case "absent":
                return ABSENT
            case "unmet":
                return UNMET
            case "doc":
                return MET if heading_is_there(self.text) else UNSHOWN
        return MET if self.tests else UNSHOWN


def requirements(
    entries: Mapping[str, Mapping[str, Any]], shown: Mapping[str, list[str]]
) -> list[Requirement]:
    """Return all, in their order. ValueError for an entry without exactly one verdict."""
    found = []
    for number, entry in entries.items():
        verdicts = [name for name in VERDICTS if name in entry]
        if len(verdicts) != 1:
            raise ValueError(f"{number}: one of {', '.join(VERDICTS)}, not {verdicts}")
        (verdict,) = verdicts
        tests = tuple(sorted(shown.get(number, [])))
        found.append(Requirement(number, entry["level"], entry["title"], verdict, entry[verdict], tests))
    return sorted(found, key=lambda row: [int(part) for part in row.number.split(".")])


def read() -> list[Requirement]:
    return requirements(entries(), markers())


def entries() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


def markers(files: Iterable[Path] = ()) -> dict[str, list[str]]:
    """Return the tests that carry each number, as `file::test`, without running any of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in files or sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if ".asvs(" in text:
            for test, numbers in _marked(ast.parse(text)):
                for number in numbers:
                    found[number].append(
                        f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}::{test}"
                    )
    return found


def _marked(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    tests = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]
    for node in tests:
        yield node.name, [number for mark in node.decorator_list for number in _numbers(mark)]
    for line in tree.body:
        if isinstance(line, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "pytestmark" for target in line.targets
        ):
            numbers = list(_numbers(line.value))
            yield from ((node.name, numbers) for node in tests)


def _numbers(mark: ast.expr) -> Iterator[str]:
    """Yield what stands in `….asvs("…", "…")`, also within another mark's parameters."""
    for node in ast.walk(mark):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "asvs":
            yield from (str(value.value) for value in node.args if isinstance(value, ast.Constant))


def heading_is_there(place: str) -> bool:
    """Return whether `file#Heading` is there, with words below it."""
    name, _, heading = place.partition("#")
    path = ROOT / name
    if not path.exists():
        return False
    text = path.read_text(encoding="utf-8")
    section = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    return bool(section and section[1].strip())


def counts(rows: Iterable[Requirement]) -> dict[str, int]:
    found = dict.fromkeys((MET, UNMET, ABSENT, UNSHOWN), 0)
    for row in rows:
        found[row.state] += 1
    return found
