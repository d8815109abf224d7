"""What is due in a job search, by mail: at most one a day, and a line in the digest."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.mail.sending import send_due
from accounts.models import Delivery, User
from career.models import Application, Stage
from tests.factories import make_subscription, make_user
from tests.mail_server import MailServer, html_of, mail_server, text_of

UTC = datetime.UTC
JOINED = datetime.datetime(2026, 6, 1, 9, tzinfo=UTC)
ASKED = datetime.datetime(2026, 11, 16, 9, tzinfo=UTC)
MORNING = datetime.datetime(2026, 11, 17, 8, tzinfo=UTC)  # a Tuesday
DAY = datetime.timedelta(1)
SITE = "https://milepost.example"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def alice(db: None) -> User:
    user = make_user(email="alice@example.org", verified=True, date_joined=JOINED)
    make_subscription(user=user, kind="follow-ups", now=ASKED)
    return user


def applied(user: User, company: str, on: datetime.date, **fields: object) -> Application:
    row = {"stage": "applied", "stage_on": datetime.date(2026, 11, 1), "next_step": "Follow up"} | fields
    return Application.objects.create(user=user, company=company, next_on=on, **row)


def test_on_the_day_it_is_due_one_comes_in_the_morning(alice: User, server: MailServer):
    row = applied(alice, "Tessel Health", MORNING.date())
    applied(alice, "Later Ltd", MORNING.date() + DAY)
    assert send_due(MORNING - datetime.timedelta(minutes=1)) == 0
    assert send_due(MORNING) == 1

    (message,) = server.mail
    assert message["Subject"] == "Follow up with Tessel Health"
    assert f"- Follow up with Tessel Health (Today)\n  {SITE}/career/{row.pk}/" in text_of(message)
    assert f'href="{SITE}/career/{row.pk}/"' in html_of(message)
    assert "Later" not in text_of(message)
    assert message["List-ID"].startswith("Follow-ups due <follow-ups.")


def test_it_is_one_a_day_and_only_when_something_new_is_due(alice: User, server: MailServer):
    applied(alice, "Tessel Health", MORNING.date())
    applied(alice, "Nimbus", MORNING.date() + 2 * DAY)
    sent = [send_due(MORNING + number * DAY) for number in range(5)]

    assert sent == [1, 0, 1, 0, 0]
    assert server.mail[1]["Subject"] == "Two follow-ups due"
    assert "(Since Tuesday)" in text_of(server.mail[1]), "what waits comes along"
    assert Delivery.objects.count() == 2, "days with nothing to say leave no row"


def test_what_was_due_while_the_server_was_off_is_told_later(alice: User, server: MailServer):
    applied(alice, "Tessel Health", MORNING.date())

    assert send_due(MORNING + 3 * DAY) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"archived_at": timezone.now()},
        {"deleted_at": timezone.now()},
        {"stage": "rejected"},
        {"next_step": ""},
    ],
)
def test_what_is_over_is_not_told(alice: User, server: MailServer, fields: dict[str, object]):
    applied(alice, "Tessel Health", MORNING.date(), **fields)

    assert send_due(MORNING) == 0


def test_stages_of_ones_own_may_be_over_too(alice: User, server: MailServer):
    Stage.objects.add(alice, "froze", "Hiring freeze", "rejected")
    applied(alice, "Tessel Health", MORNING.date(), stage="froze")
    assert send_due(MORNING) == 0

    bob = make_user(verified=True)
    make_subscription(user=bob, kind="follow-ups", now=ASKED)
    applied(bob, "Tessel Health", MORNING.date() + DAY, stage="froze")
    assert send_due(MORNING + DAY) == 1, "of which he knows nothing"


def test_a_stranger_is_told_nothing_of_hers(alice: User, server: MailServer):
    bob = make_user(verified=True)
    make_subscription(user=bob, kind="follow-ups", now=ASKED)
    applied(alice, "Tessel Health", MORNING.date())
    applied(bob, "Nimbus", MORNING.date())
    assert send_due(MORNING) == 2

    told = {message["To"]: text_of(message) for message in server.mail}
    assert "Nimbus" not in told["alice@example.org"]
    assert "Tessel" not in told[bob.email]


@pytest.mark.asvs("1.3.11", "1.2.1")
@pytest.mark.parametrize(
    "company",
    [
        "Tessel\r\nBcc: bob@example.org",
        "Tessel\n\nA second body",
        "Tessel\x0b\x85\u2028Bcc: bob@example.org",
        "<script>alert(1)</script>",
        "{{7*7}}{% debug %}",
        "=?utf-8?b?QmNj?=",
        "é" * 120,
        "ab" * 60,
    ],
)
def test_the_name_of_a_company_is_only_a_name(alice: User, server: MailServer, company: str):
    applied(alice, company[:120], MORNING.date())
    assert send_due(MORNING) == 1

    (message,) = server.mail
    assert server.recipients == ["alice@example.org"]
    assert message["Bcc"] is None
    assert set(message.keys()) == {
        *("Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID", "List-ID"),
        *("List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted"),
    }
    assert "<script" not in html_of(message)
    assert "49" not in str(message["Subject"])
    assert str(message["Subject"]).strip().startswith("Follow up with ")
    assert len(str(message["Subject"])) <= 80


def test_the_digest_tells_the_week_ahead(alice: User, server: MailServer):
    make_subscription(user=alice, now=ASKED)
    sunday = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)
    applied(alice, "Tessel Health", datetime.date(2026, 11, 19))
    for number in range(4):
        applied(alice, f"Company {number}", datetime.date(2026, 11, 24 + number))
    applied(alice, "Far Away", datetime.date(2026, 12, 24))
    send_due(sunday)

    text = text_of(next(message for message in server.mail if "Week" in message["Subject"]))
    assert (
        "Follow-ups: Follow up with Tessel Health (since Thursday), Follow up with Company 0 (Nov 24), "
        "Follow up with Company 1 (Nov 25) and 2 more." in " ".join(text.split())
    )


def test_without_a_search_the_digest_says_nothing_of_it(alice: User, server: MailServer):
    make_subscription(user=alice, now=ASKED)
    send_due(datetime.datetime(2026, 11, 22, 18, tzinfo=UTC))

    assert "Follow-ups:" not in text_of(server.mail[-1])


def test_a_batch_takes_the_same_few_reads_for_all(db: None, server: MailServer):
    for _ in range(25):
        user = make_user(verified=True)
        make_subscription(user=user, kind="follow-ups", now=ASKED)
        for number in range(3):
            applied(user, f"Company {number}", MORNING.date())
    with CaptureQueriesContext(connection) as queries:
        assert send_due(MORNING) == 25

    assert len(queries) <= 25 * 2, "one write for each just before its text, a few for all"
