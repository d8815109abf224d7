"""Whether the time of an answer tells who has an account: `python -m tests.timing`.

The real server, with a mail server behind it that takes everything, is asked in turn for addresses with and
without an account: 200 pairs each of log-in, sign-up and a reset by mail. Their medians may differ by a
tenth. First the same is done to a server that answers unknown addresses at once, which must be found out.
"""

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from aiosmtpd.controller import Controller

from tests.bench.visitor import TOKEN, Request, send
from tests.config import installation
from tests.config.installation import Installation

PAIRS, PLANTED_PAIRS, WARM_UP = 200, 30, 3
MOST = 0.10  # of the quicker one
ACCOUNTS = """
from accounts.models import User
from tests.factories import make_user
known = make_user(email="known0@example.org", password="correct horse battery", verified=True)
User.objects.bulk_create(
    User(email=f"known{number}@example.org", password=known.password) for number in range(1, %d)
)
from allauth.account.models import EmailAddress
EmailAddress.objects.bulk_create(
    EmailAddress(user=user, email=user.email, primary=True, verified=True)
    for user in User.objects.filter(email__startswith="known").exclude(pk=known.pk)
)
"""
Fields = Callable[[str], dict[str, str]]
FORMS: dict[str, Fields] = {
    "/accounts/login/": lambda email: {"login": email, "password": "battery horse correct"},
    "/accounts/signup/": lambda email: {"email": email, "password1": "a longer walk uphill"},
    "/accounts/password/reset/": lambda email: {"email": email},
}


class Sink:
    """Takes every mail."""

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802
        return "250 OK"


@dataclass
class Stranger:
    """Asks from another network each time, so that no limit is met."""

    here: Installation
    networks: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    cookie: str = ""
    token: str = ""

    def ask(self, path: str, fields: dict[str, str]) -> tuple[float, int]:
        """Return the seconds until the answer was read, and its status."""
        number = next(self.networks)
        headers = {
            "Host": f"127.0.0.1:{self.here.port}",
            "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={self.cookie}",
        }
        body = urlencode({"csrfmiddlewaretoken": self.token, **fields})
        begun = time.perf_counter()
        answer = send(self.here.port, Request("POST", path, headers, body))
        return time.perf_counter() - begun, answer.status

    def open_form(self) -> None:
        page = self.here.get("/accounts/login/")
        found = TOKEN.search(page.body.decode())
        assert found
        self.token = found[1]
        self.cookie = page.headers["set-cookie"].partition("csrftoken=")[2].partition(";")[0]


@contextmanager
def served(settings: str = "config.settings") -> Iterator[Installation]:
    """Yield an installation with as many accounts as there are pairs, where addresses must be confirmed."""
    mail = Controller(Sink(), hostname="127.0.0.1", port=installation.free_port())
    mail.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            here = installation.new(
                Path(folder) / "var",
                EMAIL_URL=f"smtp://127.0.0.1:{mail.port}",
                EMAIL_VERIFICATION="mandatory",
                TRUSTED_PROXY_COUNT="1",
            )
            made = here.manage("shell", "--no-imports", "--command", ACCOUNTS % (PAIRS + WARM_UP))
            assert made.returncode == 0, made.stderr
            here.environment["DJANGO_SETTINGS_MODULE"] = settings
            with here.served():
                yield here
    finally:
        mail.stop()


def measure(here: Installation, path: str, pairs: int) -> tuple[float, float]:
    """Return the median seconds for addresses with and without an account."""
    stranger = Stranger(here)
    stranger.open_form()
    chance, nonce = random.Random(7), f"{time.time_ns():x}"
    seconds: dict[bool, list[float]] = {True: [], False: []}
    statuses: dict[bool, set[int]] = {True: set(), False: set()}
    for number in range(-WARM_UP, pairs):
        for known in chance.sample([True, False], 2):
            # Of the same length, so that the same is hashed, sent and stored.
            name = f"known{number + WARM_UP}" if known else f"nobdy{nonce}{number + WARM_UP}"
            took, status = stranger.ask(path, FORMS[path](f"{name}@example.org"))
            statuses[known].add(status)
            if number >= 0:
                seconds[known].append(took)
    assert statuses[True] == statuses[False], statuses
    assert len(statuses[True]) == 1, statuses
    return statistics.median(seconds[True]), statistics.median(seconds[False])


def difference(known: float, unknown: float) -> float:
    return abs(known - unknown) / min(known, unknown)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    with served("tests.timing_settings") as here:
        planted = difference(*measure(here, "/accounts/login/", PLANTED_PAIRS))
    say(f"planted hole: {planted:.0%} apart, {'found' if planted > MOST else 'NOT FOUND'}")
    wide = []
    with served() as here:
        for path in FORMS:
            known, unknown = measure(here, path, PAIRS)
            apart = difference(known, unknown)
            say(
                f"{path}: with an account {known * 1000:.1f} ms, without {unknown * 1000:.1f} ms, "
                f"{apart:.1%} apart (at most {MOST:.0%})"
            )
            wide += [path] if apart > MOST else []
    return 1 if wide or planted <= MOST else 0


if __name__ == "__main__":
    sys.exit(main())
