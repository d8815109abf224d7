"""Mail is sent once for each learner and period, whatever the mail server does."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from accounts.mail import letters
from accounts.mail.sending import send_due
from accounts.models import Bounce, Delivery, Subscription, User
from tests.accounts.mail_desk import ASKED, HOUR, MINUTE, SUNDAY, WEEK, due_at, plain
from tests.factories import make_subscription, make_user
from tests.mail_server import MailServer, free_port, mail_server

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


def test_it_is_sent_when_its_time_has_come_and_once(alice: User, server: MailServer):
    assert send_due(SUNDAY - MINUTE) == 0
    assert send_due(SUNDAY) == 1
    assert send_due(SUNDAY) == 0
    assert send_due(SUNDAY + HOUR) == 0

    assert server.recipients == ["alice@example.org"]
    claim = Delivery.objects.get()
    assert (claim.period, claim.state, claim.tries) == ("2026-W47", State.SENT, 1)
    assert due_at(alice) == SUNDAY + WEEK


def test_the_next_week_has_one_of_its_own(alice: User, server: MailServer):
    assert [send_due(SUNDAY + number * WEEK) for number in range(4)] == [1, 1, 1, 1]

    assert len(set(Delivery.objects.values_list("period", flat=True))) == 4


def test_up_to_a_day_late_it_still_comes(alice: User, server: MailServer):
    assert send_due(SUNDAY + 24 * HOUR - MINUTE) == 1
    assert due_at(alice) == SUNDAY + WEEK


def test_later_than_that_it_is_left_out(alice: User, server: MailServer):
    assert send_due(SUNDAY + 24 * HOUR) == 0
    assert due_at(alice) == SUNDAY + WEEK
    assert not Delivery.objects.exists()


def test_after_weeks_of_standstill_one_comes_and_not_all(alice: User, server: MailServer):
    assert send_due(SUNDAY + 5 * WEEK + HOUR) == 1
    assert Delivery.objects.get().period == "2026-W52"


def test_a_clock_that_goes_back_sends_nothing_twice(alice: User, server: MailServer):
    send_due(SUNDAY)
    Subscription.objects.update(look_at=SUNDAY, due_at=SUNDAY, due_on=SUNDAY.date())

    assert send_due(SUNDAY - HOUR) == 0
    assert send_due(SUNDAY) == 0
    assert len(server.recipients) == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"is_active": False}, "who may not log in gets no mail"),
        ({"email": "new@example.org"}, "an address that nobody confirmed"),
    ],
)
def test_whom_no_mail_goes_to(alice: User, server: MailServer, change: dict[str, object], why: str):
    User.objects.filter(pk=alice.pk).update(**change)

    assert send_due(SUNDAY) == 0, why
    assert due_at(alice) == SUNDAY + WEEK


def test_an_unconfirmed_address_gets_none(db: None, server: MailServer):
    bob = make_user()
    make_subscription(user=bob, now=ASKED)

    assert send_due(SUNDAY) == 0
    assert server.recipients == []


def test_what_is_switched_off_is_not_sent(alice: User, server: MailServer):
    Subscription.objects.switch(alice, "digest", on=False, now=ASKED)

    assert send_due(SUNDAY) == 0
    assert Subscription.objects.get().look_at is None


# What the server says


def test_a_full_mailbox_is_tried_again_with_longer_and_longer_waits(alice: User, server: MailServer):
    server.handler.rcpt = "451 Mailbox is full"
    assert send_due(SUNDAY) == 0
    first = due_at(alice)
    assert SUNDAY + 5 * MINUTE <= first < SUNDAY + 6 * MINUTE
    assert send_due(SUNDAY + MINUTE) == 0, "it waits"
    assert Delivery.objects.get().tries == 1

    assert send_due(first) == 0
    assert due_at(alice) >= first + 15 * MINUTE
    server.handler.rcpt = "250 OK"
    assert send_due(due_at(alice)) == 1

    assert (Delivery.objects.get().state, Delivery.objects.get().tries) == (State.SENT, 3)
    assert due_at(alice) == SUNDAY + WEEK
    assert not Bounce.objects.exists()


def test_what_was_put_off_for_a_day_is_given_up(alice: User, server: MailServer):
    server.handler.rcpt = "451 Later"
    now = SUNDAY
    while (now := due_at(alice)) < SUNDAY + 2 * 24 * HOUR:
        send_due(now)

    assert due_at(alice) == SUNDAY + WEEK
    assert Delivery.objects.get().state == State.CLAIMED
    assert 5 <= Delivery.objects.get().tries <= 8


def test_a_text_that_the_server_put_off_in_so_many_words_is_tried_again(alice: User, server: MailServer):
    server.handler.data = "452 No room"
    assert send_due(SUNDAY) == 0
    assert Delivery.objects.get().state == State.CLAIMED

    server.handler.data = "250 OK"
    assert send_due(due_at(alice)) == 1
    assert len(server.recipients) == 1


@pytest.mark.parametrize("step", ["rcpt", "data"])
def test_a_refusal_is_noted_and_the_third_in_a_row_stops_mail(alice: User, server: MailServer, step: str):
    setattr(server.handler, step, "550 No such mailbox")
    for number in range(3):
        assert send_due(SUNDAY + number * WEEK) == 0
        assert send_due(SUNDAY + number * WEEK + HOUR) == 0, "not again in this week"
        assert Bounce.objects.get().in_a_row == number + 1
        assert bool(Bounce.objects.get().stopped_at) == (number == 2)
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.REFUSED}

    setattr(server.handler, step, "250 OK")
    assert send_due(SUNDAY + 3 * WEEK) == 0, "stopped"
    assert Bounce.objects.get().code == 550


def test_a_mail_that_arrives_wipes_refusals_out(alice: User, server: MailServer):
    server.handler.rcpt = "550 No"
    send_due(SUNDAY)
    send_due(SUNDAY + WEEK)
    server.handler.rcpt = "250 OK"
    assert send_due(SUNDAY + 2 * WEEK) == 1

    assert not Bounce.objects.exists()


def test_a_new_address_begins_without_refusals(alice: User, server: MailServer):
    for _ in range(3):
        Bounce.objects.note(alice, 550, ASKED)
    alice.change_email("new@example.org", verified=True)

    assert send_due(SUNDAY) == 1
    assert server.recipients == ["new@example.org"]


def test_one_refused_address_keeps_nobody_else_from_theirs(alice: User, server: MailServer):
    others = [make_user(verified=True) for _ in range(30)]
    for user in others:
        make_subscription(user=user, now=ASKED)
    server.handler.rcpt, server.handler.only = "550 No", "alice@"

    assert send_due(SUNDAY) == 30
    assert sorted(server.recipients) == sorted(user.email for user in others)
    assert server.handler.connections == 1, "one connection carries them all"


def test_a_connection_that_breaks_before_the_text_is_made_anew_next_time(alice: User, server: MailServer):
    server.handler.drop = "rcpt"
    assert send_due(SUNDAY) == 0
    assert Delivery.objects.get().state == State.CLAIMED
    assert due_at(alice) <= SUNDAY + MINUTE, "given back, not leased"

    server.handler.drop = ""
    assert send_due(SUNDAY + MINUTE) == 1
    assert len(server.recipients) == 1


def test_a_connection_that_breaks_after_the_text_is_never_tried_again(alice: User, server: MailServer):
    """The server has it: whether it says so or not, there is at most one."""
    server.handler.drop = "data"
    assert send_due(SUNDAY) == 0
    assert Delivery.objects.get().state == State.HANDED

    server.handler.drop = ""
    assert send_due(SUNDAY + HOUR) == 0
    assert len(server.recipients) == 1
    assert due_at(alice) == SUNDAY + WEEK


def test_a_server_that_never_answers_costs_its_time_and_no_second_mail(alice: User, server: MailServer):
    server.handler.wait = 3
    with override_settings(EMAIL_TIMEOUT=1):
        assert send_due(SUNDAY) == 0
    assert Delivery.objects.get().state == State.HANDED
    assert send_due(SUNDAY + HOUR) == 0


def test_without_a_server_all_is_tried_at_the_next_run(alice: User, server: MailServer):
    bob = make_user(verified=True)
    make_subscription(user=bob, now=ASKED)
    with override_settings(EMAIL_PORT=free_port()):
        assert send_due(SUNDAY) == 0
    assert {claim.state for claim in Delivery.objects.all()} == {State.CLAIMED}

    assert send_due(SUNDAY + MINUTE) == 2
    assert sorted(server.recipients) == sorted(["alice@example.org", bob.email])
