"""No line of the log holds what somebody typed, owns or keeps secret, wherever they went."""

import smtplib
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.accounts.test_log_in import log_in_as
from tests.accounts.test_password import NEW, RESET, link_in_last_mail, open_reset_link
from tests.accounts.test_sign_up import sign_up
from tests.addresses import ADDRESSES
from tests.factories import PASSWORD, make_user
from tests.life import fill
from tests.logbook import Logbook, logbook
from tests.matrix.asking import SECRETS
from tests.person import Person

pytestmark = [pytest.mark.django_db, pytest.mark.asvs("14.2.4", "16.2.5")]
WORDS = {*SECRETS, "example.org", PASSWORD, NEW, "not it at all", "0191d5a0-0000"}


@pytest.fixture(autouse=True)
def no_limits(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False


def assert_clean(log: Logbook, *more: str) -> None:
    for word in WORDS | set(more):
        assert word not in log.text, [line for line in log.text.splitlines() if word in line]
    log.lines()


def test_a_walk_over_every_address_with_every_form():
    alice = Person(make_user(email="alice@example.org", display_name="Alice Liddell", verified=True))
    with logbook() as log:
        fill(alice)
        for route, address in ADDRESSES.items():
            for person in (alice, Person()):
                person.client.raise_request_exception = False
                person.get(address.path)
                person.get(f"{address.path}?q=Curiouser&next=//evil.example/Curiouser&token={PASSWORD}")
                if "logout" not in route:
                    person.send(address.path, {**address.fields, "note": "Curiouser", "text": "Off with it"})
                    person.send(address.path, dict.fromkeys(address.fields, "Curiouser" * 300))
        cookies = [alice.client.cookies[name].value for name in ("sessionid", "csrftoken")]
    assert log.lines(), "nothing was logged, so that nothing is shown"
    assert_clean(log, *cookies)


def test_ways_in_and_out(client: Client, settings: Settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    alice = make_user(email="alice@example.org", verified=True)
    with logbook() as log:
        sign_up(client, email="carol@example.org")
        confirm = link_in_last_mail()
        client.get(confirm)
        client.post(confirm)
        log_in_as(Client(), alice.email, "not it at all")
        log_in_as(Client(), "nobody@example.org", PASSWORD)
        form = open_reset_link(client)
        reset = link_in_last_mail()
        client.get(reset + "x")
        client.post(form, {"password1": NEW})
        log_in_as(client, alice.email, NEW)
        client.get("/feeds/a-feed-secret-that-nobody-may-read/calendar.ics")
        client.post("/accounts/email/", {"email": "new@example.org", "password": NEW})
        change = link_in_last_mail()
        client.post(change)
        cookies = [client.cookies[name].value for name in ("sessionid", "device")]
    assert len(log.events()) >= 5
    secrets = [link.strip("/").rsplit("/", 1)[1] for link in (confirm, reset, change)]
    assert_clean(log, *cookies, *secrets, "a-feed-secret")


def test_a_mail_server_that_quotes_the_address(client: Client, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: Any) -> int:
        raise smtplib.SMTPRecipientsRefused({"alice@example.org": (550, b"no alice@example.org here")})

    make_user(email="alice@example.org", verified=True)
    monkeypatch.setattr(mail.EmailMessage, "send", refuse)
    with logbook() as log:
        assert client.post(RESET, {"email": "alice@example.org"}).status_code == 503
    assert "SMTPRecipientsRefused" in log.text
    assert_clean(log)


@pytest.mark.urls("tests.config.pages")
def test_a_fault_of_ours_that_quotes_what_was_typed():
    with logbook() as log:
        browser = Client(raise_request_exception=False)
        browser.cookies["sessionid"] = "Curiouser"
        browser.get("/test/broken/?token=Curiouser", headers={"Authorization": f"Bearer {PASSWORD}"})
        browser.post("/test/form/", b"\xff", content_type="application/x-www-form-urlencoded")
        browser.get("/", headers={"Host": "alice.example.org"})
        browser.get("/", headers={"Host": "Alice Liddell"})
    assert "KeyError" in log.text
    assert_clean(log)


@pytest.mark.parametrize("planted", ["the password", "an address in the path"])
def test_the_search_finds_what_is_planted(planted: str):
    import logging

    with logbook() as log:
        if planted == "the password":
            logging.getLogger("milepost").warning("log in with %s failed", PASSWORD)
        else:
            logging.getLogger("milepost").warning("GET /settings/?email=alice@example.org")
    with pytest.raises(AssertionError):
        assert_clean(log)


def test_an_account_is_named_by_its_row(client: Client):
    alice = make_user(email="alice@example.org", verified=True)
    with logbook() as log:
        log_in_as(client, alice.email)
    assert log.events() == [("log_in", User.objects.get().pk)]
