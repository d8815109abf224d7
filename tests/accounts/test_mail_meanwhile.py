"""Mail while runs are killed, switches change and learners move: once all the same."""

import datetime
from collections.abc import Iterator

import pytest
from django.conf import settings as config
from django.db import connection

from accounts.mail import letters
from accounts.mail.letters import Letter
from accounts.mail.sending import LEASE, send_due
from accounts.models import Delivery, Subscription, User
from tests.accounts.mail_desk import ASKED, HOUR, MINUTE, SUNDAY, WEEK, due_at, plain
from tests.factories import make_subscription, make_user
from tests.mail_server import MailServer, mail_server

State = Delivery.State


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setitem(letters.desks, "digest", plain)
    with mail_server() as server:
        yield server


@pytest.fixture
def alice(db: None) -> User:
    user = make_user(email="alice@example.org", display_name="Alice", verified=True)
    make_subscription(user=user, now=ASKED)
    return user


# Runs that are killed, and what is changed meanwhile


def test_a_claim_of_a_run_that_was_killed_is_taken_up_after_ten_minutes(alice: User, server: MailServer):
    row = Subscription.objects.lease(SUNDAY, SUNDAY + LEASE, 1)
    Delivery.objects.claim(row, SUNDAY)

    assert send_due(SUNDAY + LEASE - MINUTE) == 0
    assert send_due(SUNDAY + LEASE) == 1


def test_whoever_lost_a_claim_to_another_run_sends_nothing(alice: User, server: MailServer):
    (row,) = Subscription.objects.lease(SUNDAY, SUNDAY + LEASE, 1)
    slow = Delivery.objects.claim([row], SUNDAY)[row.pk]
    assert send_due(SUNDAY + LEASE) == 1

    assert Delivery.objects.hand(slow) is False


def test_what_is_switched_off_while_it_is_sent_stays_off(
    alice: User, server: MailServer, monkeypatch: pytest.MonkeyPatch
):
    def impatient(due: object, now: datetime.datetime) -> object:
        def write(row: Subscription) -> Letter:
            Subscription.objects.switch(alice, "digest", on=False, now=now)
            return Letter("Hello", "mail/quiet")

        return write

    monkeypatch.setitem(letters.desks, "digest", impatient)
    send_due(SUNDAY)

    row = Subscription.objects.get()
    assert (row.is_on, row.look_at) == (False, None)


def test_one_that_cannot_be_written_is_logged_and_the_others_go_out(
    alice: User, server: MailServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    bob = make_user(verified=True)
    make_subscription(user=bob, now=ASKED)

    def broken(due: object, now: datetime.datetime) -> object:
        def write(row: Subscription) -> Letter:
            if row.user_id == alice.pk:
                raise ZeroDivisionError
            return Letter("Hello", "mail/quiet")

        return write

    monkeypatch.setitem(letters.desks, "digest", broken)

    assert send_due(SUNDAY) == 1
    assert server.recipients == [bob.email]
    assert "could not be written" in caplog.text
    assert "alice@example.org" not in caplog.text
    assert due_at(alice) > SUNDAY, "later once more"


# Zones


@pytest.mark.parametrize(
    ("was", "becomes", "moment", "due"),
    [
        # Sunday noon in Los Angeles is Monday in Auckland: its Sunday evening has passed there.
        ("America/Los_Angeles", "Pacific/Auckland", "2026-11-22T20:00", "2026-11-22T20:00"),
        ("Pacific/Auckland", "America/Los_Angeles", "2026-11-22T04:00", "2026-11-23T02:00"),
        ("Etc/GMT+12", "Pacific/Kiritimati", "2026-11-23T05:30", "2026-11-23T05:30"),
        ("Europe/Berlin", "America/New_York", "2026-11-20T12:00", "2026-11-22T23:00"),
    ],
)
def test_a_move_to_another_zone_skips_no_week_and_sends_none_twice(
    db: None, server: MailServer, was: str, becomes: str, moment: str, due: str
):
    now, due_ = (datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC) for text in (moment, due))
    user = make_user(verified=True, time_zone=was)
    make_subscription(user=user, now=ASKED)
    user.time_zone = becomes
    user.save()
    Subscription.objects.move(user, now)

    assert due_at(user) == due_
    assert send_due(due_) == 1
    assert Delivery.objects.get().period == "2026-W47"
    assert send_due(due_ + HOUR) == 0


def test_moving_back_after_it_was_sent_brings_no_second_one(alice: User, server: MailServer):
    send_due(SUNDAY)
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12", "UTC"):
        alice.time_zone = zone
        alice.save()
        Subscription.objects.move(alice, SUNDAY + MINUTE)
        assert send_due(SUNDAY + MINUTE) == 0
    assert due_at(alice) == SUNDAY + WEEK


def test_the_suite_sends_no_real_mail():
    assert config.EMAIL_BACKEND.endswith("locmem.EmailBackend")


@pytest.mark.parametrize("many", [200])
def test_who_is_due_is_found_by_an_index(db: None, many: int):
    users = User.objects.bulk_create(User(email=f"n{n}@example.org", password="!") for n in range(many))
    rows = [Subscription(user=user, kind="digest") for user in users]
    for number, row in enumerate(rows):
        row.set(on=number % 2 == 0, now=ASKED)
    Subscription.objects.bulk_create(rows)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE accounts_subscription")
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Subscription.objects.filter(look_at__lte=SUNDAY).order_by("look_at")[:25].explain()

    assert "look_at" in plan
    assert "SCAN accounts_subscription" not in plan.replace("SCAN accounts_subscription USING", "")
    assert "Seq Scan" not in plan
    assert "TEMP B-TREE" not in plan, "nor sorted"
