"""Trying too often is answered with how long to wait."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.limits import LIMITS, Limit, longest_wait
from accounts.models import User
from tests.accounts.test_log_in import LOG_IN, log_in_as
from tests.accounts.test_password import CHANGE, NEW, RESET
from tests.accounts.test_sign_up import sign_up
from tests.factories import PASSWORD
from tests.person import confirm

pytestmark = pytest.mark.django_db


def assert_paused(answer: Any, minutes: int) -> None:
    page = answer.content.decode()
    assert answer.status_code == 429
    assert answer["Retry-After"] == str(minutes * 60)
    assert "<h1>Too many tries</h1>" in page
    assert f"Wait {minutes} minute" in page
    assert "no-store" in answer["Cache-Control"]


def test_five_wrong_passwords_pause_this_address_from_this_network(client: Client, alice: User) -> None:
    answers = [log_in_as(client, alice.email, "wrong password") for _ in range(5)]
    assert {answer.status_code for answer in answers} == {422}

    assert_paused(log_in_as(client, alice.email), 15)
    assert_paused(log_in_as(client, "ALICE@example.org"), 15)
    assert "_auth_user_id" not in client.session


def test_a_stranger_cannot_lock_alice_out(alice: User) -> None:
    stranger = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(6):
        log_in_as(stranger, alice.email, "wrong password")

    assert log_in_as(Client(REMOTE_ADDR="198.51.100.7"), alice.email).status_code == 303


def test_a_made_up_forwarded_address_changes_nothing(client: Client, alice: User) -> None:
    for number in range(5):
        client.post(
            LOG_IN,
            {"login": alice.email, "password": "wrong password"},
            headers={"X-Forwarded-For": f"203.0.113.{number}"},
        )

    assert_paused(log_in_as(client, alice.email), 15)


def test_right_passwords_do_not_count(alice: User) -> None:
    for _ in range(4):
        log_in_as(Client(), alice.email, "wrong password")
    for _ in range(3):
        assert log_in_as(Client(), alice.email).status_code == 303


def test_a_reset_password_ends_the_pause(client: Client, alice: User) -> None:
    from tests.accounts.test_password import open_reset_link

    for _ in range(6):
        log_in_as(client, alice.email, "wrong password")
    client.post(open_reset_link(client), {"password1": NEW})

    assert log_in_as(client, alice.email, NEW).status_code == 303


def test_thirty_tries_in_a_minute_pause_log_in_for_everyone_there(client: Client, db: None) -> None:
    for number in range(30):
        assert log_in_as(client, f"nobody{number}@example.org").status_code == 422

    assert_paused(log_in_as(client, "somebody@example.org"), 1)


def test_sign_ups_are_limited_per_network(client: Client, db: None) -> None:
    for _ in range(30):
        assert sign_up(client, password1="short").status_code == 422

    assert_paused(sign_up(client), 10)
    assert not User.objects.exists()
    assert sign_up(Client(REMOTE_ADDR="198.51.100.7")).status_code == 303


@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_mails_to_one_address_are_limited_whether_it_has_an_account_or_not(
    client: Client, alice: User, email: str, mailoutbox: list[Any]
) -> None:
    for _ in range(3):
        assert client.post(RESET, {"email": email}).status_code == 303

    assert_paused(client.post(RESET, {"email": email.upper()}), 15)
    assert len(mailoutbox) == 3


def test_guessing_the_present_password_is_limited(alice: User, log_in: Callable[[User], Client]) -> None:
    client = log_in(alice)
    for _ in range(10):
        client.post(CHANGE, {"oldpassword": "wrong password", "password1": NEW})

    assert_paused(client.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW}), 10)
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_trying_addresses_on_the_email_page_is_limited_too(
    alice: User, log_in: Callable[[User], Client]
) -> None:
    client = confirm(log_in(alice))
    for _ in range(10):
        client.post("/accounts/email/", {"email": "no address"})

    assert_paused(client.post("/accounts/email/", {"email": "new@example.org"}), 10)


def test_looking_is_not_trying(client: Client) -> None:
    assert {client.get(LOG_IN).status_code for _ in range(40)} == {200}


def test_each_limit_is_written_as_allauth_reads_it() -> None:
    assert str(Limit(5, 900, "key")) == "5/900s/key"
    assert longest_wait("login_failed") == 900
    assert longest_wait("never heard of") == 60
    assert {limit.per for limits in LIMITS.values() for limit in limits} == {"ip", "key", "user"}
