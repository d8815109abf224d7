"""What is to be done when its time has come: apps register it, `manage.py run_due` does it."""

import datetime
import logging
from collections.abc import Callable
from typing import NamedTuple

from django.db import close_old_connections

logger = logging.getLogger(__name__)

# A job does what is due at the moment it is given (aware), once for all, however often and late it is called,
# and returns how many it did.
Job = Callable[[datetime.datetime], int]
jobs: dict[str, Job] = {}


class Outcome(NamedTuple):
    """`done` is None when the job failed."""

    name: str
    done: int | None


def register(name: str, job: Job) -> None:
    """Have `job` called by every `run_due`; `name` stands in its report. Called in an app's ready()."""
    jobs[name] = job


def run(now: datetime.datetime) -> list[Outcome]:
    """Call every job. One that fails is logged under its name, and the others go on."""
    found = []
    for name, job in jobs.items():
        try:
            # A process that calls this each minute for months must notice a connection that broke.
            close_old_connections()
            found.append(Outcome(name, job(now)))
        except Exception:
            # Whatever it is, it is this job's alone: the others must not wait for it to be mended.
            logger.exception("The job %s failed", name)
            found.append(Outcome(name, None))
    return found
