"""An address with an account and one without get the same answer for the same work."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.accounts.test_log_in import LOG_IN
from tests.accounts.test_password import RESET
from tests.accounts.test_sign_up import URL as SIGN_UP
from tests.factories import PASSWORD
from tests.timing import FORMS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mandatory")]
KNOWN, UNKNOWN = "alice@example.org", "nobdy@example.org"
FIELDS: dict[str, Callable[[str], dict[str, str]]] = {
    LOG_IN: lambda email: {"login": email, "password": "not it at all"},
    SIGN_UP: lambda email: {"email": email, "password1": "a longer walk uphill"},
    RESET: lambda email: {"email": email},
}
every_form = pytest.mark.parametrize("path", FIELDS)


def send(path: str, email: str) -> Any:
    browser = Client()
    browser.get(path)
    return browser.post(path, FIELDS[path](email))


def without_chance(answer: Any, email: str) -> tuple[int, dict[str, str], str]:
    """Return status, headers and body, without tokens, the request's number and the address."""
    body = answer.content.decode().replace(email, "ADDRESS")
    body = re.sub(r'(csrfmiddlewaretoken" value="|Request )\w+', "", body)
    headers = {
        name: re.sub(r"=[^;]+", "", value, count=1) if name == "Set-Cookie" else value
        for name, value in answer.headers.items()
        if name not in ("X-Request-ID", "Expires")
    }
    cookies = {
        name: re.sub(r"=[^;]+", "", morsel.OutputString(), count=1) for name, morsel in answer.cookies.items()
    }
    for name, cookie in cookies.items():
        cookies[name] = re.sub(r"expires=[^;]+", "", cookie)
    return answer.status_code, headers | cookies, body


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record each password that is hashed, whether to be stored or compared."""
    seen: list[str] = []
    encode = hashers.MD5PasswordHasher.encode

    def record(self: Any, password: str, salt: str) -> str:
        seen.append(password)
        return str(encode(self, password, salt))

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", record)
    return seen


@every_form
def test_status_headers_and_body_are_the_same(alice: User, path: str):
    known, unknown = (without_chance(send(path, email), email) for email in (KNOWN, UNKNOWN))

    assert known[0] in (303, 422)
    assert known == unknown


@every_form
def test_one_password_is_hashed_or_none_either_way(alice: User, path: str, hashed: list[str]):
    counts = []
    for email in (KNOWN, UNKNOWN):
        hashed.clear()
        send(path, email)
        counts.append(len(hashed))

    assert counts == ([0, 0] if path == RESET else [1, 1])


@pytest.mark.parametrize("path", [SIGN_UP, RESET])
def test_one_mail_is_sent_either_way(alice: User, path: str):
    for email in (KNOWN, UNKNOWN):
        mail.outbox.clear()
        send(path, email)
        assert [message.to for message in mail.outbox] == [[email]]


@every_form
def test_the_database_is_asked_as_often(alice: User, path: str):
    kinds = []
    for email in (KNOWN, UNKNOWN):
        browser = Client()
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            browser.post(path, FIELDS[path](email))
        kinds.append(
            sum(query["sql"].lstrip().startswith(("INSERT", "UPDATE", "DELETE")) for query in queries)
        )
    # The note that stands in for what is kept of a new account is one write more.
    assert kinds[0] == kinds[1] + (path == SIGN_UP)


def test_the_owner_is_told_of_a_second_sign_up(alice: User):
    answer = send(SIGN_UP, KNOWN)

    assert (answer.status_code, answer["Location"]) == (303, "/accounts/confirm-email/")
    assert mail.outbox[0].subject == "You have a Milepost account"
    assert User.objects.count() == 1


def test_without_a_mail_server_the_form_says_that_an_address_is_taken(settings: Any, alice: User):
    """Nobody proves an address there: to pretend would hide an account from its own owner."""
    settings.ACCOUNT_EMAIL_VERIFICATION = "none"
    answer = send(SIGN_UP, KNOWN)

    assert answer.status_code == 422
    assert "There is an account with this address already" in answer.content.decode()


def test_the_clock_asks_the_same_forms():
    assert set(FORMS) == set(FIELDS)
    assert PASSWORD not in str([FORMS[path](KNOWN) for path in FORMS]), "the clock must not log in"
