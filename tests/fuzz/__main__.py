"""Looks for what nobody thought of, for a given time: `python -m tests.fuzz --minutes 60`.

A third each goes to the readers of text (atheris), to properties with more examples (hypothesis) and to the
API by its own document (schemathesis). Each finder first has to find a planted hole; a finder that does not
counts as a failure. What atheris learns is kept in `var/fuzz`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.fuzz import api, parsers

ROOT = Path(__file__).resolve().parent.parent.parent
PROPERTIES = [
    *("tests/roadmap/test_tally.py", "tests/roadmap/test_forecast_properties.py", "tests/roadmap/test_markdown.py"),
    *("tests/roadmap/test_calendar_file.py", "tests/career/test_cells.py", "tests/career/test_csv_text.py"),
    *("tests/career/test_job_text.py", "tests/career/test_json_resume.py"),
]


def main() -> None:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--part", choices=["parsers", "properties", "api"], action="append")
    parser.add_argument("--corpus", type=Path, default=ROOT / "var" / "fuzz")
    options = parser.parse_args()
    parts: dict[str, Callable[[float, Path], list[str]]] = {
        "parsers": fuzz_parsers,
        "properties": fuzz_properties,
        "api": lambda seconds, corpus: api.fuzz(seconds),
    }
    chosen = options.part or list(parts)
    options.corpus.mkdir(parents=True, exist_ok=True)
    wrong = []
    for name in chosen:
        started = time.monotonic()
        found = parts[name](options.minutes * 60 / len(chosen), options.corpus)
        say(f"{name}: {len(found)} found in {(time.monotonic() - started) / 60:.1f} minutes")
        wrong += found
    for line in wrong:
        say(line)
    sys.exit(1 if wrong else 0)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def fuzz_parsers(seconds: float, corpus: Path) -> list[str]:
    """Run each reader for its share; return what was found, and first whether the planted hole was."""
    names = [name for name in parsers.TARGETS if name != "planted"]
    wrong = [] if run_parser("planted", 30, Path(tempfile.mkdtemp())) else ["parsers: the planted hole was missed"]
    for name in names:
        if output := run_parser(name, max(5, seconds / len(names)), corpus):
            wrong.append(f"{name}:\n{output}")
    return wrong


def run_parser(name: str, seconds: float, corpus: Path) -> str:
    """Return the end of what atheris says when it found something, else nothing."""
    command = [sys.executable, "-m", "tests.fuzz.parsers", name, "--seconds", str(int(seconds))]
    result = subprocess.run(
        [*command, "--corpus", str(corpus)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    counted = [line for line in result.stderr.splitlines() if "number_of_executed_units" in line]
    say(f"  {name}: {counted[0].split()[-1] if counted else '?'} runs")
    return (result.stdout + result.stderr)[-3000:] if result.returncode else ""


def fuzz_properties(seconds: float, corpus: Path) -> list[str]:
    """Run the properties with as many examples as the time allows."""
    environment = os.environ | {"FUZZ_EXAMPLES": str(int(max(200, seconds * 10)))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.fuzz.profile", "-p", "no:randomly", *PROPERTIES]
    try:
        result = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds * 2 + 120, check=False
        )
    except subprocess.TimeoutExpired:
        return []  # the time is over, and nothing was found until then
    return [result.stdout[-3000:]] if result.returncode else []


if __name__ == "__main__":
    main()
