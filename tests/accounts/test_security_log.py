"""What happens to an account leaves one line in the log: what, whose, when and in which request."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.accounts.test_log_in import LOG_OUT, log_in_as
from tests.accounts.test_password import CHANGE, NEW, link_in_last_mail, open_reset_link
from tests.accounts.test_sign_up import sign_up
from tests.factories import PASSWORD
from tests.logbook import Logbook, logbook
from tests.person import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def log() -> Iterator[Logbook]:
    with logbook() as book:
        yield book


@pytest.mark.asvs("16.3.1")
def test_log_in_and_out(client: Client, alice: User, log: Logbook):
    log_in_as(client, alice.email)
    client.post(LOG_OUT)
    client.post(LOG_OUT)

    assert log.events() == [("log_in", alice.pk), ("log_out", alice.pk)]


@pytest.mark.asvs("16.3.1")
def test_a_sign_up_is_a_log_in(client: Client, log: Logbook):
    sign_up(client)

    assert log.events() == [("log_in", User.objects.get().pk)]


@pytest.mark.asvs("16.3.1")
@pytest.mark.parametrize("email", ["alice@example.org", "nobody@example.org"])
def test_a_wrong_password_for_an_address_with_or_without_an_account(
    client: Client, alice: User, log: Logbook, email: str
):
    log_in_as(client, email, "not it at all")

    assert [event for event, _ in log.events()] == ["log_in_failed"]
    assert email not in log.text


@pytest.mark.asvs("16.3.1", "16.3.3")
def test_a_lockout(client: Client, alice: User, log: Logbook):
    for _ in range(6):
        log_in_as(client, alice.email, "not it at all")

    assert [event for event, _ in log.events()] == ["log_in_failed"] * 5 + ["lockout"]


@pytest.mark.asvs("16.3.2")
@pytest.mark.urls("tests.config.pages")
def test_what_is_not_open_to_her(alice: User, log_in: Callable[[User], Client], log: Logbook):
    browser = log_in(alice)
    answer = browser.get("/test/denied/")

    (line,) = [line for line in log.lines() if "event" in line]
    assert answer.status_code == 403
    assert line["event"] == "forbidden"
    assert line["request"] == answer["X-Request-ID"]


@pytest.mark.asvs("16.3.3")
def test_a_form_without_its_token(alice: User, log: Logbook):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(alice)
    assert browser.post("/settings/", {"theme": "dark"}).status_code == 403

    assert [event for event, _ in log.events()] == ["forbidden"]


@pytest.mark.asvs("16.3.1")
def test_a_new_password(alice: User, log_in: Callable[[User], Client], log: Logbook):
    browser = log_in(alice)
    browser.post(CHANGE, {"oldpassword": "not it at all", "password1": NEW})
    browser.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW})

    assert [found for found in log.events() if found[0] == "password_changed"] == [
        ("password_changed", alice.pk)
    ]


@pytest.mark.asvs("16.3.1")
def test_a_new_password_by_mail(client: Client, alice: User, log: Logbook):
    client.post(open_reset_link(client), {"password1": NEW})

    assert log.events() == [("password_changed", alice.pk)]


@pytest.mark.asvs("16.3.1")
@pytest.mark.parametrize("verification", ["none", "mandatory"])
def test_a_new_address(alice: User, log: Logbook, settings: Any, verification: str):
    settings.ACCOUNT_EMAIL_VERIFICATION = verification
    person = Person(alice)
    person.confirm()
    person.send("/accounts/email/", {"email": "new@example.org", "password": PASSWORD})
    if verification == "mandatory":
        assert log.events() == []
        person.send(link_in_last_mail())

    assert log.events() == [("email_changed", alice.pk)]
    assert mail.outbox


@pytest.mark.asvs("16.2.1", "16.2.2", "16.2.4")
def test_each_line_says_when_in_utc_and_in_which_request(client: Client, alice: User, log: Logbook):
    log_in_as(client, alice.email)
    client.post(LOG_OUT)

    first, second = log.lines()
    assert first["logger"] == second["logger"] == "milepost.security"
    assert first["at"].endswith("+00:00")
    assert len(first["request"]) == 12
    assert first["request"] != second["request"]


@pytest.mark.asvs("16.4.1")
@pytest.mark.parametrize("name", ["a\nb", "a\r\nb", "\x1b[31mred", "\u2028", '"},{"', "\x00", "${jndi:x}"])
def test_whatever_a_name_holds_it_makes_no_line_of_its_own(
    client: Client, alice: User, log: Logbook, name: str
):
    sign_up(client, email="carol@example.org", display_name=name, password1=PASSWORD)
    log_in_as(client, f"{name}@example.org", name)
    client.get("/accounts/login/", headers={"User-Agent": "x", "Referer": "http://testserver/" + "%0a"})
    User.objects.filter(pk=alice.pk).update(display_name=name.replace("\x00", ""))
    log_in_as(client, alice.email)

    assert all(
        set(line) <= {"at", "level", "logger", "request", "message", "event", "user_id"}
        for line in log.lines()
    )
    assert name not in log.text
