"""How long the weekly mail takes: to learners with half a year of log, by a real mail server.

Runs as a program of its own (`python -m tests.bench.digest`), as Django knows one database per process.
"""

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import report, server

if TYPE_CHECKING:
    from accounts.models import User
    from roadmap.models import SkillProgress, StudySession

LEARNERS = 1_000  # measured; ten times as many take ten times as long: nothing grows with their number
ALL = 10_000
WEEKS, DONE = 26, 60  # of log, and skills done
SECONDS, STATEMENTS = 600.0, 6.0
DAY = datetime.timedelta(1)
SUNDAY = datetime.datetime(2026, 11, 22, 18, tzinfo=datetime.UTC)
JOINED = SUNDAY - datetime.timedelta(weeks=WEEKS)


def measure(goals: report.Goals) -> None:
    """Print the time and the statements that a learner's digest takes, on both databases."""
    rows = []
    for name in ("sqlite", "postgres"):
        with (
            tempfile.TemporaryDirectory(prefix="milepost-digest-") as folder,
            server.database(name, Path(folder)) as environment,
        ):
            answer = subprocess.run(
                [sys.executable, "-m", "tests.bench.digest"],
                env=os.environ | environment,
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
        found = json.loads(answer.splitlines()[-1])
        seconds = found["seconds"] * ALL
        rows.append(
            [
                name,
                f"{found['seconds'] * 1000:.1f}",
                f"{found['cpu'] * 1000:.1f}",
                f"{seconds / 60:.1f}",
                goals.judge(f"{ALL:,} digests on {name}", seconds, SECONDS),
                f"{found['statements']:.2f}",
                goals.judge(f"statements of a digest on {name}", found["statements"], STATEMENTS),
                f"{found['bytes']:,}",
                str(found["connections"]),
            ]
        )
    report.line(f"\nDigests: {LEARNERS:,} learners, {WEEKS} weeks of log, {DONE} skills done, one process")
    head = ["database", "ms", "CPU ms", f"min for {ALL:,}", "", "SQL", "", "bytes", "connections"]
    report.table(head, rows)


def main() -> None:
    """Print the figures of one database as JSON."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from accounts.mail.sending import send_due
    from tests.mail_server import mail_server

    call_command("migrate", verbosity=0)
    call_command("load_catalogue")
    people(0, LEARNERS)
    with mail_server(timeout=30) as mail:
        began, cpu = time.perf_counter(), time.thread_time()
        sent = send_due(SUNDAY)
        seconds, cpu = time.perf_counter() - began, time.thread_time() - cpu
        people(LEARNERS, 50)
        with CaptureQueriesContext(connection) as queries:
            more = send_due(SUNDAY)
        sizes = sorted(len(envelope.content) for envelope in mail.handler.envelopes)
        connections = mail.handler.connections
    found = {
        "seconds": seconds / sent,
        "cpu": cpu / sent,
        "statements": len(queries) / more,
        "bytes": sizes[len(sizes) // 2],
        "connections": connections,
    }
    report.line(json.dumps(found))


def people(first: int, number: int) -> None:
    """Make learners with ticks, a log and the digest switched on, in few statements."""
    from allauth.account.models import EmailAddress

    from accounts.models import Subscription, User
    from roadmap.models import Enrollment, Skill, SkillProgress, StudySession

    names = [f"digest{n}@example.org" for n in range(first, first + number)]
    User.objects.bulk_create(User(email=name, password="!", date_joined=JOINED) for name in names)
    users = list(User.objects.filter(email__in=names))
    addresses = (EmailAddress(user=u, email=u.email, primary=True, verified=True) for u in users)
    EmailAddress.objects.bulk_create(addresses)
    Enrollment.objects.bulk_create(Enrollment(user=u, started_on=JOINED.date()) for u in users)
    switches = [Subscription(user=user, kind="digest") for user in users]
    for switch in switches:
        switch.set(on=True, now=SUNDAY - 2 * DAY)
    Subscription.objects.bulk_create(switches)
    skills = list(Skill.objects.filter(retired=False).order_by("pk").values_list("pk", flat=True)[:DONE])
    for start in range(0, len(users), 100):
        some = users[start : start + 100]
        SkillProgress.objects.bulk_create(_ticks(some, skills), batch_size=2_000)
        StudySession.objects.bulk_create(_log(some, skills, random.Random(start)), batch_size=2_000)


def _ticks(users: "Sequence[User]", skills: Sequence[int]) -> "Iterator[SkillProgress]":
    """Yield skills done, evenly over the weeks."""
    from roadmap.models import SkillProgress

    for user in users:
        for place, skill in enumerate(skills):
            done_on = JOINED + place * WEEKS * 7 / DONE * DAY
            yield SkillProgress(
                user=user, skill_id=skill, state="done", done_on=done_on.date(), changed_at=done_on
            )


def _log(users: "Sequence[User]", skills: Sequence[int], chance: random.Random) -> "Iterator[StudySession]":
    """Yield four sessions a week, of an hour to three."""
    from roadmap.models import StudySession

    for user in users:
        for day in (JOINED.date() + n * DAY for n in range(WEEKS * 7)):
            if day.isoweekday() % 2:
                place = (day - JOINED.date()).days * DONE // (WEEKS * 7)
                yield StudySession(
                    user=user,
                    day=day,
                    minutes=chance.randint(60, 180),
                    kind=chance.choice(["theory", "practice", "build"]),
                    skill_id=skills[place],
                )


if __name__ == "__main__":
    main()
