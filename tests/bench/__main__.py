"""The command: `python -m tests.bench --help`. What the figures mean is in docs/bench.md."""

import argparse
import os
import tempfile
from pathlib import Path

from tests.bench import crowd, report, server
from tests.bench.load import NoWrk


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="how long each target runs in a round")
    parser.add_argument("--port", type=int, default=8210)
    parser.add_argument(
        "--only", action="append", help="targets whose name has this word; may be given again"
    )
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="milepost-bench-") as folder,
        server.database(options.database, Path(folder)) as environment,
    ):
        os.environ.update(environment)
        _pages(options, environment)


def _pages(options: argparse.Namespace, environment: dict[str, str]) -> None:
    import django

    django.setup()
    # Only now: these import models, which need the settings above.
    from tests.bench import installation, pages, visits

    goals = report.Goals()
    with server.running(options.port, environment) as process:
        signed = installation.sign_in(options.port, *installation.learners())
        try:
            pages.measure(options, process, signed, goals)
            if not options.only:
                visits.measure(options.port, signed.walkers[3][0].cookies["sessionid"], goals)
        except NoWrk as error:
            report.line(str(error))
    if not options.only:
        crowd.measure(goals)
    report.line(str(goals))


if __name__ == "__main__":
    main()
