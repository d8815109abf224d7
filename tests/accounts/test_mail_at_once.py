"""Several runs at once, and runs that are killed: nobody gets a mail twice, nobody is left out."""

import datetime
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from django.conf import settings as config
from django.db import connection

from accounts.mail import letters
from accounts.mail.sending import LEASE, send_due
from accounts.models import Delivery, Subscription
from tests.accounts.mail_desk import ASKED, HOUR, MINUTE, SUNDAY, plain
from tests.factories import make_subscription, make_user
from tests.mail_server import MailServer, mail_server
from tests.roadmap.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)
State = Delivery.State
# Another process on the database of these tests, with a moment of its own.
CODE = """
import datetime, sys
import django
django.setup()
from django.conf import settings
from django.db import connections
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", int(sys.argv[2]), 60
connections["default"].settings_dict["NAME"] = sys.argv[1]
from accounts.mail import letters
from accounts.mail.sending import send_due
from tests.accounts.mail_desk import plain
letters.desks["digest"] = plain
print(send_due(datetime.datetime.fromisoformat(sys.argv[3])))
"""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setitem(letters.desks, "digest", plain)
    with mail_server(timeout=30) as server:
        yield server


def run(server: MailServer, now: datetime.datetime) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(CODE),
            connection.settings_dict["NAME"],
            str(server.port),
            now.isoformat(),
        ],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=Path(config.BASE_DIR),
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.05)


def has_begun(server: MailServer, before: int, process: "subprocess.Popen[str]") -> bool:
    return len(server.recipients) > before or process.poll() is not None


def kill(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.wait(10)


@pytest.mark.parametrize("runs", [2, 4])
def test_runs_at_once_share_the_work_and_send_each_mail_once(server: MailServer, runs: int):
    users = [make_user(verified=True) for _ in range(60)]
    for user in users:
        make_subscription(user=user, now=ASKED)

    assert sum(at_once(partial(send_due, SUNDAY) for _ in range(runs))) == 60

    assert Counter(server.recipients) == Counter(user.email for user in users)
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}
    assert not Subscription.objects.filter(look_at__lte=SUNDAY + HOUR).exists()


def test_two_processes_at_once_send_each_mail_once(server: MailServer):
    users = [make_user(verified=True) for _ in range(40)]
    for user in users:
        make_subscription(user=user, now=ASKED)
    processes = [run(server, SUNDAY) for _ in range(2)]
    printed = [process.communicate(timeout=120)[0] for process in processes]

    assert sum(int(text) for text in printed) == 40
    assert Counter(server.recipients) == Counter(user.email for user in users)


def test_killed_between_claim_and_sending_it_is_sent_later_and_once(server: MailServer):
    user = make_user(verified=True)
    make_subscription(user=user, now=ASKED)
    server.handler.hold = "rcpt"
    process = run(server, SUNDAY)
    wait_until(lambda: server.handler.held)
    kill(process)
    server.handler.hold = ""
    assert Delivery.objects.get().state == State.CLAIMED

    assert send_due(SUNDAY + LEASE - MINUTE) == 0, "the one that was killed might be alive"
    assert send_due(SUNDAY + LEASE + MINUTE) == 1
    assert send_due(SUNDAY + 2 * LEASE) == 0
    assert server.recipients == [user.email]


def test_killed_while_the_server_has_the_text_it_is_never_sent_again(server: MailServer):
    user = make_user(verified=True)
    make_subscription(user=user, now=ASKED)
    server.handler.hold = "data"
    process = run(server, SUNDAY)
    wait_until(lambda: server.handler.held)
    kill(process)
    server.handler.hold = ""
    assert Delivery.objects.get().state == State.HANDED

    assert send_due(SUNDAY + LEASE + MINUTE) == 0
    row = Subscription.objects.get()
    assert row.look_at is not None
    assert row.look_at > SUNDAY + HOUR, "the next week has its own"
    assert server.recipients == [user.email]


def test_killed_again_and_again_nobody_gets_two(server: MailServer):
    users = [make_user(verified=True) for _ in range(30)]
    for user in users:
        make_subscription(user=user, now=ASKED)
    now = SUNDAY
    for pause in (0.0, 0.02, 0.05):
        process = run(server, now)
        wait_until(partial(has_begun, server, len(server.recipients), process))
        time.sleep(pause)
        kill(process)
        now += LEASE + MINUTE
    send_due(now)

    assert max(Counter(server.recipients).values()) == 1
    lost = {user.email for user in users} - set(server.recipients)
    handed = Delivery.objects.filter(state=State.HANDED).count()
    assert len(lost) <= handed <= 30, "what is missing was handed over and no more"
    assert not Subscription.objects.filter(look_at__lte=now + HOUR).exists()
