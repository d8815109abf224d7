"""Changing the address one logs in with."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from time_machine import travel

from accounts.email_change import EmailChange
from accounts.models import User
from tests.accounts.test_log_in import log_in_as
from tests.accounts.test_password import link_in_last_mail
from tests.factories import PASSWORD
from tests.person import confirm

URL = "/accounts/email/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(alice: User, log_in: Callable[[User], Client]) -> Client:
    return confirm(log_in(alice))


def change(client: Client, email: str = "new@example.org") -> Any:
    return client.post(URL, {"email": email})


def test_without_a_mail_server_it_changes_at_once(client: Client, alice: User) -> None:
    answer = change(client, "New@Example.org")

    assert (answer.status_code, answer["Location"]) == (303, "/settings/")
    assert "From now on you log in with new@example.org." in client.get("/settings/").content.decode()
    assert log_in_as(Client(), "new@example.org").status_code == 303
    assert log_in_as(Client(), "alice@example.org").status_code == 422
    assert mail.outbox[-1].to == ["alice@example.org"]
    assert "new@example.org instead of alice@example.org" in str(mail.outbox[-1].body)


@pytest.mark.parametrize(
    ("email", "reason"),
    [
        ("ALICE@example.org", "This is your address already."),
        ("new", "Add the “@” and what follows it"),
        ("Bob@example.org", "There is an account with this address already"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(
    client: Client, alice: User, bob: User, email: str, reason: str
) -> None:
    answer = change(client, email)

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert "<title>Error: Change your email" in answer.content.decode()
    assert f'value="{email}"' in answer.content.decode()
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"


def test_an_address_taken_a_moment_ago_is_refused(
    client: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = User.change_email

    def after_bob(self: User, email: str, *, verified: bool) -> None:
        User.objects.create_user(email)
        real(self, email, verified=verified)

    monkeypatch.setattr(User, "change_email", after_bob)
    answer = change(client)

    assert answer.status_code == 422
    assert "There is an account with this address already" in answer.content.decode()
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
    assert alice.emailaddress_set.get().email == "alice@example.org"


@pytest.mark.usefixtures("mandatory")
class TestWithAMailServer:
    def test_it_counts_once_the_link_was_opened(self, client: Client, alice: User) -> None:
        assert change(client)["Location"] == "/settings/"
        assert (
            "We sent a link to new@example.org. It works for a day."
            in client.get("/settings/").content.decode()
        )
        assert mail.outbox[-1].to == ["new@example.org"]
        assert log_in_as(Client(), "new@example.org").status_code == 422

        link = link_in_last_mail()
        assert "log in with new@example.org instead of alice@example.org" in client.get(link).content.decode()
        alice.refresh_from_db()
        assert alice.email == "alice@example.org"

        assert client.post(link)["Location"] == "/settings/"
        alice.refresh_from_db()
        assert alice.email == "new@example.org"
        assert alice.emailaddress_set.get().verified
        assert mail.outbox[-1].to == ["alice@example.org"]

    def test_the_link_works_in_another_browser_and_once(self, client: Client, alice: User) -> None:
        change(client)
        link = link_in_last_mail()

        assert Client().post(link).status_code == 303
        again = Client().post(link)
        assert again.status_code == 404
        assert "This link does not work" in again.content.decode()

    def test_the_link_lasts_a_day(self, client: Client, alice: User) -> None:
        with travel("2026-11-22 12:00:00Z", tick=False) as clock:
            token = EmailChange(alice, "new@example.org").token()
            clock.shift(24 * 60 * 60)
            assert EmailChange.from_token(token)
            clock.shift(1)
            assert not EmailChange.from_token(token)

    @pytest.mark.parametrize("token", ["x", "WzEsImEiXQ:1abc:sig", "ü", "x" * 5000])
    def test_a_made_up_link_is_explained(self, client: Client, token: str) -> None:
        assert client.get(f"{URL}{token}/").status_code == 404
        assert client.post(f"{URL}{token}/").status_code == 404

    def test_an_address_that_has_an_account_is_not_given_away(
        self, client: Client, alice: User, bob: User
    ) -> None:
        known = change(client, bob.email)
        page = client.get("/settings/").content.decode()

        assert (known.status_code, known["Location"]) == (303, "/settings/")
        assert f"We sent a link to {bob.email}." in page
        assert mail.outbox[-1].to == [bob.email]
        assert mail.outbox[-1].subject == "You have a Milepost account"

    def test_an_address_taken_while_the_link_was_on_its_way(self, client: Client, alice: User) -> None:
        change(client)
        User.objects.create_user("new@example.org")
        answer = client.post(link_in_last_mail())

        assert answer.status_code == 404
        assert "the address has an account of its own by now" in answer.content.decode()
        alice.refresh_from_db()
        assert alice.email == "alice@example.org"

    def test_nobody_can_reserve_an_address(self, client: Client, alice: User) -> None:
        change(client)

        from tests.accounts.test_sign_up import sign_up

        sign_up(Client(), email="new@example.org")
        assert User.objects.filter(email="new@example.org").exists()


@pytest.mark.asvs("7.5.1")
def test_whoever_finds_the_browser_open_is_asked_who_they_are(
    alice: User, log_in: Callable[[User], Client]
) -> None:
    found = log_in(alice)

    assert found.get(URL)["Location"] == "/accounts/reauthenticate/?next=%2Faccounts%2Femail%2F"
    assert change(found)["Location"].startswith("/accounts/reauthenticate/")
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
    # With the password the form that was sent goes on by itself.
    answer = found.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": URL})
    assert (answer.status_code, answer["Location"]) == (303, "/settings/")
    alice.refresh_from_db()
    assert alice.email == "new@example.org"


def test_a_stranger_is_sent_to_log_in() -> None:
    assert Client().get(URL)["Location"] == "/accounts/login/?next=/accounts/email/"
