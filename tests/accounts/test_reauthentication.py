"""Proving once more who one is, before anything that hurts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from time_machine import travel

from accounts.models import User
from tests.accounts.factors import code_now, make_second_factor
from tests.accounts.test_log_in import log_in_as
from tests.factories import PASSWORD
from tests.person import confirm

ASK = "/accounts/reauthenticate/"
BY_CODE = "/accounts/reauthenticate/code/"
APP = "/settings/security/app/"
GUARDED = [
    "/accounts/email/",
    APP,
    "/settings/security/app/off/",
    "/settings/security/codes/",
    "/settings/security/codes/download/",
    "/settings/security/passkey/",
    f"/settings/security/passkeys/{'0' * 32}/",
]

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(alice: User) -> Client:
    """A browser in which Alice just logged in."""
    client = Client()
    log_in_as(client, alice.email)
    return client


@pytest.mark.asvs("7.5.1")
@pytest.mark.parametrize("path", GUARDED)
def test_to_have_logged_in_is_not_enough(client: Client, path: str) -> None:
    assert client.get(path)["Location"].startswith(f"{ASK}?next=")


@pytest.mark.asvs("7.5.1")
def test_by_password_it_counts_for_ten_minutes(client: Client) -> None:
    with travel("2026-11-22 12:00:00Z", tick=False) as clock:
        fresh = Client()
        log_in_as(fresh, "alice@example.org")
        answer = fresh.post(ASK, {"password": PASSWORD, "next": APP})
        assert (answer.status_code, answer["Location"]) == (303, APP)
        clock.shift(599)
        assert fresh.get(APP).status_code == 200
        clock.shift(2)
        assert fresh.get(APP).status_code == 302


def test_by_code_it_counts_too(client: Client, alice: User) -> None:
    make_second_factor(user=alice)
    page = client.get(f"{ASK}?next={APP}").content.decode()
    assert f'href="{BY_CODE}?next=%2Fsettings%2Fsecurity%2Fapp%2F"' in page
    assert client.get(BY_CODE).status_code == 200
    assert client.post(BY_CODE, {"code": "000000", "next": APP}).status_code == 422

    answer = client.post(BY_CODE, {"code": code_now(), "next": "/accounts/email/"})
    assert (answer.status_code, answer["Location"]) == (303, "/accounts/email/")
    assert client.get("/accounts/email/").status_code == 200


def test_a_code_used_to_log_in_does_not_confirm(alice: User) -> None:
    make_second_factor(user=alice)
    client = Client()
    log_in_as(client, alice.email)
    code = code_now()
    client.post("/accounts/second-step/", {"code": code})

    assert client.get(APP + "off/").status_code == 302
    assert client.post(BY_CODE, {"code": code, "next": APP}).status_code == 422


@pytest.mark.parametrize("password", ["", "wrong password", "x" * 5000])
def test_a_wrong_password_confirms_nothing(client: Client, password: str) -> None:
    answer = client.post(ASK, {"password": password, "next": APP})

    assert answer.status_code == 422
    assert "<title>Error: Confirm that it is you" in answer.content.decode()
    assert client.get(APP).status_code == 302


def test_bobs_password_does_not_confirm_alice(client: Client, bob: User) -> None:
    bob.set_password("battery horse correct")
    bob.save()

    assert client.post(ASK, {"password": "battery horse correct"}).status_code == 422


def test_what_was_sent_goes_on_by_itself(client: Client, alice: User) -> None:
    asked = client.post("/accounts/email/", {"email": "new@example.org"})
    assert (asked.status_code, asked["Location"]) == (303, f"{ASK}?next=%2Faccounts%2Femail%2F")
    client.post(ASK, {"password": PASSWORD, "next": "/accounts/email/"})

    alice.refresh_from_db()
    assert alice.email == "new@example.org"


def test_htmx_is_sent_to_the_whole_page(client: Client) -> None:
    answer = client.post("/settings/security/devices/", {"do": "others"}, headers={"HX-Request": "true"})

    assert answer["HX-Redirect"].startswith(ASK)


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "javascript:alert(1)"])
def test_it_leads_nowhere_else(client: Client, target: str) -> None:
    assert client.post(ASK, {"password": PASSWORD, "next": target})["Location"] == "/today/"


def test_without_an_app_there_is_no_page_for_codes(client: Client) -> None:
    assert client.get(BY_CODE)["Location"] == ASK
    assert client.get("/accounts/reauthenticate/passkey/")["Location"] == ASK


def test_tries_are_limited(client: Client) -> None:
    answers = [client.post(ASK, {"password": "wrong password"}).status_code for _ in range(11)]

    assert answers[-1] == 429
    assert set(answers[:5]) == {422}


@pytest.mark.asvs("6.2.2", "6.2.3", "7.5.1")
def test_a_new_password_needs_the_present_one_however_recently_confirmed(client: Client, alice: User) -> None:
    confirm(client)
    fields = {"oldpassword": "wrong password", "password1": "a longer walk uphill"}

    assert client.post("/accounts/password/change/", fields).status_code == 422
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_a_mail_server_that_is_down_undoes_nothing(
    client: Client, alice: User, settings: Any, log_in: Callable[[User], Client]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1
    make_second_factor(user=alice)
    answer = confirm(client).post("/settings/security/app/off/")

    assert (answer.status_code, answer["Location"]) == (303, "/settings/security/")
    assert not mail.outbox
