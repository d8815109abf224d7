"""What it costs to take five years along, and to bring them back.

Runs as a program of its own (`python -m tests.bench.export`), as only a fresh process tells how much memory
it took.
"""

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench import report, server

SECONDS, MEGABYTES = 3.0, 100.0


def measure(database: str, goals: report.Goals) -> None:
    """Print seconds and memory of an export and of an import of five years."""
    with (
        tempfile.TemporaryDirectory(prefix="milepost-export-") as folder,
        server.database(database, Path(folder)) as environment,
    ):
        _run("make", environment)
        found = [_run(name, environment) for name in ("export", "import")]
    rows = []
    for what, seconds, grown, peak, size, number in found:
        row = [what, f"{number:,}", f"{size / 1e6:.2f}", f"{seconds:.2f}", "", "", f"{grown:.0f}", "", ""]
        if what == "export":
            in_time = goals.judge("export of five years, seconds", seconds, SECONDS)
            in_memory = goals.judge("export of five years, memory", peak, MEGABYTES)
            row[4:6], row[7:9] = [f"≤ {SECONDS:g}", in_time], [f"≤ {MEGABYTES:g}", in_memory]
        rows.append([*row[:7], f"{peak:.0f}", *row[7:]])
    head = ["", "rows", "ZIP, MB", "seconds", "goal", "", "more memory, MB", "whole process, MB", "goal", ""]
    report.table(head, rows)


def _run(step: str, environment: dict[str, str]) -> Any:
    """Run one step in a process of its own, and return what it found."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.export", step],
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return json.loads(answer.splitlines()[-1])


def main() -> None:
    import django

    django.setup()
    steps = {"make": _make, "export": _export, "import": _import}
    sys.stdout.write(f"{json.dumps(steps[sys.argv[1]]())}\n")


def _make() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", stdout=io.StringIO())
    _live()


def _live() -> None:
    """Make a learner with five years of everything."""
    from accounts.models import User
    from roadmap.models import Question, ReviewAnswer, ReviewCard
    from tests.bench.job_search import apply_often
    from tests.bench.learners import log_years, make_learners

    (learner,) = learners = make_learners("core-ml", shares=(1.0,))
    log_years(learners)
    apply_often(learners)
    user, dice = User.objects.get(email=learner.email), random.Random(5)
    cards = ReviewCard.objects.bulk_create(
        ReviewCard(user=user, question=question, due_on=user.today(), reviewed_on=user.today(), answers=8)
        for question in Question.objects.all()
    )
    ReviewAnswer.objects.bulk_create(
        ReviewAnswer(user=user, card=card, rating=dice.randint(1, 4), seconds=40, day=user.today())
        for card in cards
        for _ in range(8)
    )


def _export() -> tuple[str, float, float, float, int, int]:
    from django.utils import timezone

    from accounts.models import User
    from accounts.portability import archive, rows

    user = User.objects.get()
    rows.count(user)
    before, started = _begin(), time.perf_counter()
    with _file().open("wb") as file:
        number = archive.write(user, file, timezone.now())
        size = file.tell()
    seconds = time.perf_counter() - started
    return "export", seconds, _memory() - before, _memory(), size, number


def _import() -> tuple[str, float, float, float, int, int]:
    from accounts.models import User
    from accounts.portability import upload
    from accounts.portability.merge import merge
    from tests.factories import make_user

    User.objects.all().delete()
    user, path = make_user(), _file()
    before, started = _begin(), time.perf_counter()
    with path.open("rb") as file:
        plan = merge(upload.read(file, path.stat().st_size), user)
    seconds = time.perf_counter() - started
    return "import", seconds, _memory() - before, _memory(), path.stat().st_size, plan.new + plan.changed


def _file() -> Path:
    return Path(os.environ["VAR_DIR"]) / "export.zip"


def _begin() -> float:
    """Forget the most memory that was held so far; return what is held now, in megabytes."""
    Path("/proc/self/clear_refs").write_text("5")
    return _memory()


def _memory() -> float:
    """Return the most that this process has held since `_begin`, in megabytes; Linux only."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
