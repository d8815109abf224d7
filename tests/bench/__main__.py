"""The command: `python -m tests.bench --help`. What the figures mean is in docs/bench.md."""

import argparse
import os
import tempfile
from pathlib import Path

from tests.bench import calibration, crowd, digest, export, report, server
from tests.bench.load import NoWrk

PARTS = ("pages", "visits", "export", "crowd", "calibration", "digest")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="only this; may be given again")
    parser.add_argument("--only", action="append", help="pages whose name has this word; may be given again")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="how long each page runs in a round")
    parser.add_argument("--port", type=int, default=8210)
    options = parser.parse_args()
    options.part = options.part or (["pages"] if options.only else PARTS)
    goals = report.Goals()
    if "pages" in options.part or "visits" in options.part:
        _served(options, goals)
    if "export" in options.part:
        export.measure(options.database, goals)
    if "crowd" in options.part:
        crowd.measure(goals)
    if "calibration" in options.part:
        calibration.measure(goals)
    if "digest" in options.part:
        digest.measure(goals)
    report.line(str(goals))


def _served(options: argparse.Namespace, goals: report.Goals) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="milepost-bench-") as folder,
        server.database(options.database, Path(folder)) as environment,
    ):
        os.environ.update(environment)
        _measured(options, environment, goals)


def _measured(options: argparse.Namespace, environment: dict[str, str], goals: report.Goals) -> None:
    import django

    django.setup()
    # Only now: these import models, which need the settings above.
    from tests.bench import installation, pages, visits

    with server.running(options.port, environment) as process:
        signed = installation.sign_in(options.port, *installation.learners())
        if "pages" in options.part:
            try:
                pages.measure(options, process, signed, goals)
            except NoWrk as error:
                report.line(str(error))
        if "visits" in options.part:
            visits.measure(options.port, signed.walkers[3][0].cookies["sessionid"], goals)


if __name__ == "__main__":
    main()
