"""Known weaknesses and overdue releases of what we depend on: `python -m tests.audit`.

Fails when something was found, and also when anything could not be looked up. `OSV_URL` names another
database of the same kind.
"""

import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
from pathlib import Path

UV = Path(sys.executable).with_name("uv")
OSV = os.environ.get("OSV_URL", "https://api.osv.dev")
# A release that everyone knows to be full of holes: a database that has none of it has nothing.
CANARY = {"package": {"name": "django", "ecosystem": "PyPI"}, "version": "3.2.0"}
# Days that a release may wait: those of SECURITY.md.
SOON, LATER = 7, 30
FRAMEWORK = frozenset({"django", "django-allauth"})
BASE = Path(__file__).resolve().parent.parent
Releases = dict[str, tuple[str, datetime.date | None]]


class NothingKnown(Exception):
    """Something could not be looked up, so that silence means nothing."""


def ask_canary(url: str) -> int:
    """Return how many weaknesses the database knows of an old release; NothingKnown when none."""
    request = urllib.request.Request(
        f"{url}/v1/querybatch",
        json.dumps({"queries": [CANARY]}).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            found = len(json.load(answer)["results"][0].get("vulns", []))
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise NothingKnown(f"The database of weaknesses did not answer: {error}") from error
    if not found:
        raise NothingKnown("The database of weaknesses knows nothing of a release full of them.")
    return found


def audit(url: str) -> str:
    """Return what uv found among the locked versions, or nothing; NothingKnown when it failed."""
    result = run("audit", "--frozen", "--service-url", url)
    if result.returncode not in (0, 1):
        raise NothingKnown(f"uv audit failed: {result.stderr.strip()[-500:]}")
    return result.stdout if result.returncode else ""


def overdue(today: datetime.date) -> list[str]:
    """Return a sentence for each locked version whose successor in our ranges has waited for too long."""
    ours = locked(BASE / "uv.lock")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("pyproject.toml", "uv.lock"):
            shutil.copy(BASE / name, folder)
        result = run("lock", "--upgrade", "--directory", folder)
        if result.returncode:
            raise NothingKnown(f"The package index did not answer: {result.stderr.strip()[-500:]}")
        newest = locked(Path(folder) / "uv.lock")
    return late(ours, newest, today)


def late(ours: Releases, newest: Releases, today: datetime.date) -> list[str]:
    """Return a sentence for each of `newest` that has been out for longer than it may wait."""
    found = []
    for name, (version, day) in newest.items():
        if name not in ours or ours[name][0] == version:
            continue
        if day is None:
            raise NothingKnown(f"The package index does not say when {name} {version} came out.")
        waits = (today - day).days
        if waits > (SOON if name in FRAMEWORK else LATER):
            found.append(f"{name} {version} has been out for {waits} days; locked is {ours[name][0]}.")
    return found


def locked(path: Path) -> Releases:
    """Return version and day of release of every package in a lock file; NothingKnown without any."""
    packages = tomllib.loads(path.read_text(encoding="utf-8")).get("package", [])
    found = {
        package["name"]: (package["version"], _day(package.get("wheels") or [package.get("sdist", {})]))
        for package in packages
        if "registry" in package.get("source", {})
    }
    if not found:
        raise NothingKnown(f"{path} names no package.")
    return found


def _day(files: list[dict[str, str]]) -> datetime.date | None:
    times = [file["upload-time"] for file in files if "upload-time" in file]
    return datetime.datetime.fromisoformat(min(times)).date() if times else None


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([UV, *arguments], check=False, capture_output=True, text=True, timeout=600)


def main() -> int:
    try:
        known = ask_canary(OSV)
        weak = audit(OSV)
        late = overdue(datetime.datetime.now(datetime.UTC).date())
    except NothingKnown as failure:
        sys.stderr.write(f"Not audited. {failure}\n")
        return 2
    for line in [weak, *late]:
        if line:
            sys.stdout.write(f"{line}\n")
    if not weak and not late:
        sys.stdout.write(
            f"No known weakness, no overdue release (the database knows {known} of django 3.2.0).\n"
        )
    return 1 if weak or late else 0


if __name__ == "__main__":
    sys.exit(main())
