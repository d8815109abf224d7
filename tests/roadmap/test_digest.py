"""The weekly digest, as it arrives."""

import datetime
from collections.abc import Iterator

import pytest

from accounts.mail.sending import send_due
from accounts.models import User
from tests.factories import make_log, make_subscription, make_user
from tests.mail_server import MailServer, html_of, mail_server, text_of
from tests.person import Person

UTC = datetime.UTC
JOINED = datetime.datetime(2026, 6, 1, 9, tzinfo=UTC)
ASKED = datetime.datetime(2026, 11, 16, 9, tzinfo=UTC)
SUNDAY = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def alice(db: None) -> User:
    return make_user(
        email="alice@example.org", display_name="Alice Liddell", verified=True, date_joined=JOINED
    )


def test_it_arrives(alice: User, server: MailServer):
    make_log(user=alice, weeks=10, hours=8, until=datetime.date(2026, 11, 23))
    Person(alice).tick("py-syntax", done_on="2026-11-18")
    make_subscription(user=alice, now=ASKED)
    assert send_due(SUNDAY) == 1
    print(text_of(server.mail[0]))
    print(server.mail[0].items())
    open("/tmp/digest.html", "w").write(html_of(server.mail[0]))
    assert 0
