"""With a real mail server: addresses are confirmed, and nobody learns who has an account."""

import re
import smtplib
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client
from time_machine import travel

from accounts.models import User
from tests.accounts.test_log_in import log_in_as
from tests.accounts.test_password import link_in_last_mail
from tests.accounts.test_sign_up import sign_up
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mandatory")]


def test_alice_confirms_and_goes_on_to_the_skill(client: Client) -> None:
    answer = sign_up(client, next="/skills/chain-rule/")
    assert (answer.status_code, answer["Location"]) == (303, "/accounts/confirm-email/")
    assert "Check your mail" in client.get(answer["Location"]).content.decode()
    assert client.get("/settings/").status_code == 302

    link = link_in_last_mail()
    assert "alice@example.org becomes the address you log in with" in client.get(link).content.decode()
    assert not User.objects.get().emailaddress_set.get().verified

    answer = client.post(link)
    assert (answer.status_code, answer["Location"]) == (303, "/skills/chain-rule/")
    assert client.get("/settings/").status_code == 200
    assert User.objects.get().emailaddress_set.get().verified


def test_alice_who_came_for_nothing_in_particular_confirms_and_meets_the_first_questions(
    client: Client,
) -> None:
    sign_up(client)

    assert client.post(link_in_last_mail())["Location"] == "/plan/start/"


def test_in_another_browser_alice_confirms_and_logs_in(client: Client) -> None:
    sign_up(client)
    another = Client()

    assert another.post(link_in_last_mail())["Location"] == "/accounts/login/"
    assert "_auth_user_id" not in another.session
    assert log_in_as(another, "alice@example.org")["Location"] == "/today/"


def test_a_second_click_on_confirm_explains_itself(client: Client) -> None:
    sign_up(client)
    link = link_in_last_mail()
    Client().post(link)

    answer = Client().post(link)
    assert (answer.status_code, answer["Location"]) == (303, link)
    page = Client().get(link)
    assert page.status_code == 404
    assert "It was used already" in page.content.decode()


@pytest.mark.asvs("6.4.1")
def test_a_link_older_than_a_day_is_replaced_at_log_in(client: Client) -> None:
    with travel("2026-11-22 12:00:00Z", tick=False) as clock:
        sign_up(client)
        clock.shift(25 * 60 * 60)
        assert client.get(link_in_last_mail()).status_code == 404

        assert log_in_as(Client(), "alice@example.org")["Location"] == "/accounts/confirm-email/"
        assert len(mail.outbox) == 2
        assert client.get(link_in_last_mail()).status_code == 200


@pytest.mark.asvs("6.6.2")
def test_a_stranger_cannot_confirm_for_alice(client: Client) -> None:
    sign_up(client)

    assert client.get(link_in_last_mail()[:-2] + "x/").status_code == 404


def whole(answer: Any, email: str = "") -> tuple[int, str, str, list[str]]:
    """Return all that a browser sees, without the form tokens and the address that was typed."""
    page = re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", answer.content.decode())
    return answer.status_code, answer.get("Location", ""), page.replace(email, ""), sorted(answer.cookies)


@pytest.mark.parametrize("email", ["alice@example.org", "ALICE@Example.org"])
def test_sign_up_does_not_tell_who_has_an_account(alice: User, email: str) -> None:
    known, unknown = Client(), Client()
    answers = sign_up(known, email=email), sign_up(unknown, email="nobody@example.org")

    assert whole(answers[0]) == whole(answers[1])
    assert whole(known.get(answers[0]["Location"])) == whole(unknown.get(answers[1]["Location"]))
    assert [message.subject for message in mail.outbox] == [
        "You have a Milepost account",
        "Confirm your email for Milepost",
    ]
    assert mail.outbox[0].to == [alice.email]


def test_sign_up_with_a_bad_password_does_not_tell_either(alice: User) -> None:
    def answer(email: str) -> Any:
        return whole(sign_up(Client(), email=email, password1="short"), email)

    assert answer(alice.email) == answer("nobody@example.org")


def test_sign_up_hashes_for_known_addresses_too(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hash is what takes long; without it the time would tell."""
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    sign_up(Client(), email=alice.email)
    for_known, hashed[:] = len(hashed), []
    sign_up(Client(), email="nobody@example.org")

    assert for_known == len(hashed) == 1


def test_log_in_does_not_tell_who_has_an_account(alice: User) -> None:
    unconfirmed = make_user(email="carol@example.org")

    def answer(email: str) -> Any:
        return whole(log_in_as(Client(), email, "wrong password here"), email)

    assert answer(alice.email) == answer("nobody@example.org") == answer(unconfirmed.email)


def test_reset_does_not_tell_who_has_an_account(alice: User) -> None:
    def answer(email: str) -> Any:
        client = Client()
        first = client.post("/accounts/password/reset/", {"email": email})
        return whole(first), whole(client.get(first["Location"]))

    assert answer(alice.email) == answer("nobody@example.org")


def test_the_mail_carries_nothing_that_a_stranger_wrote() -> None:
    """Whoever signs up with another's address could otherwise have us send them any text."""
    sign_up(Client(), email="victim@example.org", display_name="Win at http://evil.example")

    assert "evil" not in str(mail.outbox[-1].body) + mail.outbox[-1].subject


def test_a_mail_server_that_does_not_answer_is_said_in_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any) -> None:
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    answer = sign_up(client)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "180"
    assert "What you entered is safe. Wait 3 minutes" in answer.content.decode()
    assert User.objects.filter(email="alice@example.org").exists()


def test_a_notice_that_cannot_be_sent_undoes_nothing(
    client: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    client.force_login(alice)
    form = {"oldpassword": "correct horse battery", "password1": "a longer walk uphill"}

    assert client.post("/accounts/password/change/", form).status_code == 303
    alice.refresh_from_db()
    assert alice.check_password("a longer walk uphill")
