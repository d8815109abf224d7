"""What is to be done when its time has come: apps register it, `manage.py run_due` does it."""

import datetime
from collections.abc import Callable

# A job does what is due at the moment it is given (aware), once for all, however often and late it is called,
# and returns how many it did.
Job = Callable[[datetime.datetime], int]
jobs: dict[str, Job] = {}


def register(name: str, job: Job) -> None:
    """Have `job` called by every `run_due`; `name` stands in its report. Called in an app's ready()."""
    jobs[name] = job
