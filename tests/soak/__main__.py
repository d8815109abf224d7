"""The server under load for long: `python -m tests.soak --minutes 120`.

Learners tick without pause while the server is watched: memory may grow by a tenth once it is warm, open files
and threads not at all, the write-ahead log to 64 MB. Nothing acknowledged may be lost, and no answer may be an
error. First a server with a planted leak has to be found out.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.config import installation, traffic
from tests.config.installation import Installation, Server
from tests.config.traffic import Traffic

MEGABYTE = 1024 * 1024
MOST_GROWTH, MOST_LOG = 1.10, 64 * MEGABYTE
WARM = 0.2  # of the time, before anything is compared


@dataclass(frozen=True)
class Reading:
    """What the workers hold together: bytes of memory, open files, threads; bytes of the write-ahead log."""

    memory: int
    files: int
    threads: int
    log: int


def reading(server: Server, here: Installation) -> Reading:
    workers = [Path(f"/proc/{pid}") for pid in server.workers()]
    status = [dict(line.split(":", 1) for line in (w / "status").read_text().splitlines()) for w in workers]
    wal = here.database.with_name(here.database.name + "-wal")
    return Reading(
        memory=sum(int(found["VmRSS"].split()[0]) * 1024 for found in status),
        files=sum(len(list((worker / "fd").iterdir())) for worker in workers),
        threads=sum(int(found["Threads"]) for found in status),
        log=wal.stat().st_size if wal.exists() else 0,
    )


def grown(readings: list[Reading]) -> list[str]:
    """Return what grew more than it may from the first reading to the median of the last three."""
    first = readings[0]
    last = sorted(readings[-3:], key=lambda found: found.memory)[len(readings[-3:]) // 2]
    wrong = []
    if last.memory > first.memory * MOST_GROWTH + 2 * MEGABYTE:
        wrong.append(f"memory grew from {first.memory // MEGABYTE} to {last.memory // MEGABYTE} MB")
    if last.files > first.files + 4:
        wrong.append(f"open files grew from {first.files} to {last.files}")
    if last.threads > first.threads:
        wrong.append(f"threads grew from {first.threads} to {last.threads}")
    if max(found.log for found in readings) > MOST_LOG:
        wrong.append("the write-ahead log grew over 64 MB")
    return wrong


def soak(seconds: float) -> list[str]:
    """Return what went wrong."""
    with tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder:
        here = installation.new(Path(folder) / "var")
        slugs = traffic.slugs(here.database)
        readings = []
        with here.served() as server, Traffic(here, slugs, browsers=8) as ticks:
            end = time.monotonic() + seconds
            time.sleep(seconds * WARM)
            while time.monotonic() < end:
                readings.append(reading(server, here))
                time.sleep(max(1, seconds / 60))
        saved = traffic.saved(here.database)
        wrong = grown(readings)
        wrong += [f"{len(ticks.lost(saved))} ticks were lost"] if ticks.lost(saved) else []
        errors = [status for status in ticks.answers if status != 200]
        wrong += [f"{len(errors)} answers were errors, such as {errors[0]}"] if errors else []
        if traffic.integrity(here.database) != "ok":
            wrong.append("the database is damaged")
        sys.stdout.write(f"{len(ticks.answers):,} ticks in {seconds / 60:.1f} minutes, {readings[-1]}\n")
    return wrong


def finds_a_leak() -> bool:
    """Whether growth is seen where there is some."""
    steady = [Reading(100 * MEGABYTE, 20, 4, MEGABYTE)] * 5
    leaks = [Reading((100 + 5 * n) * MEGABYTE, 20 + 3 * n, 4 + n, MEGABYTE * 20 * n) for n in range(5)]
    return grown(steady) == [] and len(grown(leaks)) == 4


def main() -> None:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=120)
    options = parser.parse_args()
    wrong = soak(options.minutes * 60) if finds_a_leak() else ["a planted leak was not seen"]
    for line in wrong:
        sys.stdout.write(line + "\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
