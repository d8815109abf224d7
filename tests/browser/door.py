"""Lets learners in: accounts with progress and a session, made in the site's own database.

A process of its own, because the one that runs the tests is bound to the test database.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import IO, Any, cast

from django.db import transaction

from tests.browser.site import ROOT, Site


class Door:
    """Commands to the process: a line of JSON each way."""

    def __init__(self, site: Site) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.door"],
            cwd=ROOT,
            env=site.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def make(self, **wishes: Any) -> dict[str, str]:
        """Return `email` and `session` of a new learner.

        Wishes: `done`, how many skills of the trail are done; `specialization`, a slug; `logged`, on how many
        days an hour was logged; `ran`, for how many hours a timer runs; `shipped`, the title of a build of
        their own that has shipped; the user's fields.
        """
        return self._ask("make", **wishes)

    def forget(self, session: str) -> None:
        """End a session, as time does."""
        self._ask("forget", session=session)

    def close(self) -> None:
        cast(IO[str], self._process.stdin).close()
        self._process.wait(30)

    def _ask(self, command: str, **fields: Any) -> dict[str, str]:
        stdin, stdout = cast(IO[str], self._process.stdin), cast(IO[str], self._process.stdout)
        stdin.write(json.dumps({"command": command, **fields}) + "\n")
        stdin.flush()
        line = stdout.readline()
        if not line:
            raise RuntimeError("The door's process ended.")
        answer: dict[str, str] = json.loads(line)
        return answer


@transaction.atomic  # one commit for all of it
def _make(
    *,
    done: int = 0,
    specialization: str = "",
    logged: int = 0,
    ran: float = 0,
    shipped: str = "",
    **fields: Any,
) -> dict[str, str]:
    import datetime

    from django.test import Client
    from django.utils import timezone

    from roadmap.models import Enrollment, Skill, SkillProgress, Specialization
    from tests.factories import make_session, make_timer, make_user

    user = make_user(email=f"ada{timezone.now().timestamp()}@example.org", **fields)
    order = ("module__phase__position", "module__position", "position")
    skills = Skill.objects.filter(retired=False, module__specialization=None).order_by(*order)
    now = timezone.now()
    for number, skill in enumerate(skills[:done]):
        at = now - datetime.timedelta(days=done - number)
        SkillProgress.objects.put(
            user_id=user.pk,
            skill_id=skill.pk,
            state="done",
            done_on=at.date(),
            count=skill.target or 0,
            at=at,
        )
    for number in range(logged):
        day = user.today() - datetime.timedelta(number)
        kind = "build" if number % 2 else "theory"
        make_session(user=user, day=day, skill=skills[done], kind=kind, note="Alone")
    if ran:
        make_timer(user=user, minutes=int(ran * 60), skill=skills[done])
    if specialization:
        Enrollment.objects.choose(user, [Specialization.objects.get(slug=specialization).pk])
    if shipped:
        _ship(user, shipped)
    client = Client()
    client.force_login(user)
    return {"email": user.email, "session": client.cookies["sessionid"].value}


def _ship(user: Any, title: str) -> None:
    from tests.factories import make_build

    make_build(
        user=user,
        title=title,
        problem="Nobody knew where rents were going.",
        approach="I gathered listings every night and compared two models.",
        metric_name="MAE",
        metric_baseline=146,
        metric_mine=83,
        metric_better="lower",
        status="shipped",
    )


def _forget(*, session: str) -> dict[str, str]:
    from accounts.models import Session

    Session.objects.filter(session_key=session).delete()
    return {}


def main() -> None:
    import django

    django.setup()
    commands: dict[str, Callable[..., dict[str, str]]] = {"make": _make, "forget": _forget}
    for line in sys.stdin:
        fields = json.loads(line)
        answer = commands[fields.pop("command")](**fields)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
