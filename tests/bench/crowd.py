"""What other learners' rows cost: a tick's and a roadmap's part of the database at 10³ and at 10⁷ of them.

The same for what is due in a review, at 10² and at 10⁶ cards of others.

Runs as a program of its own (`python -m tests.bench.crowd`), as Django knows one database per process.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.bench import report, server

FEW, MANY = 1_000, 10_000_000
EACH = 200  # rows of one learner
GOAL = 2.0
FEW_CARDS, MANY_CARDS = 100, 1_000_000
CARDS = 100  # of one learner
CARDS_GOAL = 1.3

_USERS = """
INSERT INTO accounts_user (password, is_superuser, email, display_name, time_zone, theme, shortcuts, is_staff,
  is_active, date_joined)
WITH RECURSIVE n(i) AS (SELECT {since} UNION ALL SELECT i + 1 FROM n WHERE i < {until} - 1)
SELECT '!', FALSE, 'crowd' || i || '@example.org', '', 'UTC', 'system', TRUE, FALSE, TRUE,
  '2026-01-01 00:00:00'
  FROM n
"""
_ROWS = """
INSERT INTO roadmap_skillprogress (user_id, skill_id, state, done_on, count, changed_at)
SELECT u.id, s.id, 'done', '2026-01-01', 0, '2026-01-01 00:00:00' FROM accounts_user u
  CROSS JOIN (SELECT id FROM roadmap_skill ORDER BY id LIMIT {each}) s WHERE u.id > {after}
  ORDER BY u.id, s.id
"""
_CARDS = """
INSERT INTO roadmap_reviewcard (id, user_id, question_id, stability, difficulty, due_on, reviewed_on,
  reviewed_at, answers, lapses, suspended)
SELECT {pk}, u.id, q.id, 5, 5, {due}, '2026-01-01', '2026-01-01 00:00:00', 1, 0, FALSE FROM accounts_user u
  CROSS JOIN (SELECT id FROM roadmap_question ORDER BY id LIMIT {each}) q
  WHERE u.id > {after} AND u.id <= {last} ORDER BY u.id, q.id
"""
# A tenth of a learner's cards is due.
_DIALECT = {
    "sqlite": ("lower(hex(randomblob(16)))", "date('2026-01-01', '+' || (q.id % 40) || ' days')"),
    "postgresql": ("gen_random_uuid()", "DATE '2026-01-01' + CAST(q.id % 40 AS integer)"),
}


def measure(goals: report.Goals) -> None:
    """Print what a tick and a read cost on both databases, as ratios of many rows to few."""
    rows = []
    for name in ("sqlite", "postgres"):
        with (
            tempfile.TemporaryDirectory(prefix="milepost-crowd-") as folder,
            server.database(name, Path(folder)) as environment,
        ):
            answer = subprocess.run(
                [sys.executable, "-m", "tests.bench.crowd"],
                env=os.environ | environment,
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
        for what, (few, many) in json.loads(answer.splitlines()[-1]).items():
            goal = CARDS_GOAL if what == "due" else GOAL
            verdict = goals.judge(f"{what} in a crowd on {name}", many / few, goal)
            rows.append(
                [f"{what}, {name}", f"{few:.0f}", f"{many:.0f}", f"{many / few:.2f}", f"≤ {goal:g}", verdict]
            )
    report.table(["", "few rows, µs", "many rows, µs", "×", "goal", ""], rows)


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    with Path(os.devnull).open("w") as nowhere:
        call_command("migrate", verbosity=0, stdout=nowhere)
        call_command("load_catalogue", stdout=nowhere)
    few = _costs(0, FEW) | _due(0, FEW_CARDS)
    many = _costs(FEW, MANY) | _due(FEW_CARDS, MANY_CARDS)
    sys.stdout.write(json.dumps({what: (few[what], many[what]) for what in few}) + "\n")


def _costs(since: int, until: int) -> dict[str, float]:
    """Bring the others' rows from `since` to `until`, and return the µs of a read and of a tick."""
    from django.db import connection

    from accounts.models import User
    from roadmap.models import Skill, SkillProgress
    from roadmap.models.marks import marks_of

    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM accounts_user")
        last = cursor.fetchone()[0]
        cursor.execute(_USERS.format(since=since // EACH, until=until // EACH))
        cursor.execute(_ROWS.format(each=EACH, after=last))
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "PRAGMA optimize")
    ids = list(User.objects.values_list("pk", flat=True))
    users = ids[:: max(1, len(ids) // 100)][:100]
    skills = list(Skill.objects.values_list("pk", flat=True)[:3])
    states = ("learning", "open")
    number = 0

    def tick(user_id: int) -> None:
        nonlocal number
        number += 1
        SkillProgress.objects.put(
            user_id=user_id, skill_id=skills[number % 3], state=states[number % 2], done_on=None, count=0
        )

    return {"roadmap read": _middle(users, marks_of), "tick": _middle(users, tick)}


def _due(since: int, until: int) -> dict[str, float]:
    """Bring the others' cards from `since` to `until`, and return the µs of asking what is due."""
    from django.db import connection

    from accounts.models import User
    from roadmap.models.deck import deck_of

    pk, due = _DIALECT[connection.vendor]
    ids = list(User.objects.order_by("pk").values_list("pk", flat=True))
    first, last = since // CARDS, until // CARDS
    with connection.cursor() as cursor:
        after = ids[first - 1] if first else 0
        cursor.execute(_CARDS.format(pk=pk, due=due, each=CARDS, after=after, last=ids[last - 1]))
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "PRAGMA optimize")
    day = datetime.date(2026, 1, 4)
    users = ids[: last : max(1, last // 100)][:100]
    return {"due": _middle(users * (100 // len(users)), lambda user_id: deck_of(user_id, day))}


def _middle(users: list[int], call: Callable[[int], object]) -> float:
    """Return the median µs of `call`, each user asked five times; the first round only warms."""
    times = []
    for turn in range(6):
        for user in users:
            start = time.perf_counter()
            call(user)
            if turn:
                times.append(time.perf_counter() - start)
    return median(times) * 1e6


if __name__ == "__main__":
    main()
