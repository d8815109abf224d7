"""Log-in with an account elsewhere: a real installation, and a provider of the tests' own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.accounts.provider import BACK, Guest, Provider, running
from tests.config.installation import ACCOUNT, EMAIL, PASSWORD, PREPARE, Installation
from tests.config.test_settings import read

pytestmark = [pytest.mark.once, pytest.mark.slow]

ID = {"OIDC_CLIENT_ID": "milepost", "OIDC_CLIENT_SECRET": "a secret"}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running() as provider:
        yield provider


@pytest.fixture(scope="module")
def port(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    installation = Installation(
        tmp_path_factory.mktemp("doors"), OIDC_NAME="Example ID", OIDC_SERVER_URL=provider.url, **ID
    )
    assert installation.manage("shell", "-c", f"{PREPARE}; {ACCOUNT}").returncode == 0
    with installation.served():
        yield installation.port


@pytest.fixture
def guest(port: int) -> Guest:
    return Guest(port)


def test_a_newcomer_gets_an_account_and_finds_it_again(guest: Guest, provider: Provider, port: int) -> None:
    provider.person = {"sub": "1", "email": "New@Example.org", "email_verified": True, "name": " Nora\tN "}
    page = guest.get("/accounts/login/")
    assert "Log in with Example ID" in page.text
    assert f"form-action 'self' {provider.url}" in page.headers["Content-Security-Policy"]
    asked = guest.to_provider()
    assert asked["code_challenge_method"] == "S256"

    assert guest.come_back(asked["state"]).headers["Location"] in ("/plan/start/", "/today/")
    page = guest.get("/settings/")
    assert "new@example.org" in page.text
    assert "Nora N" in page.text

    # The address there may change: the account is known by its number.
    provider.person = provider.person | {"email": "newer@example.org"}
    again = Guest(port)
    again.go_through()
    assert "new@example.org" in again.get("/settings/").text
    assert "Example ID" in again.get("/settings/security/").text


@pytest.mark.parametrize("verified", [True, False])
@pytest.mark.parametrize("email", [EMAIL, EMAIL.upper(), ""])
@pytest.mark.asvs("6.8.1", "10.5.2")
def test_an_address_alone_opens_no_account(
    guest: Guest, provider: Provider, verified: bool, email: str
) -> None:
    provider.person = {"sub": "thief", "email": email, "email_verified": verified}
    answer = guest.go_through()

    assert answer.status_code == 403
    assert "connect Example ID under Security" in answer.text
    assert not guest.is_in


def test_alice_connects_it_and_logs_in_with_it(guest: Guest, provider: Provider, port: int) -> None:
    provider.person = {"sub": "2", "email": "elsewhere@example.org", "email_verified": True}
    guest.send("/accounts/login/", "/accounts/login/", login=EMAIL, password=PASSWORD)
    asked = guest.send("/settings/security/", "/accounts/oidc/login/", process="connect")
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    went = guest.send(
        asked.headers["Location"],
        "/accounts/reauthenticate/",
        password=PASSWORD,
        next="/accounts/oidc/login/",
    )
    state = went.headers["Location"].partition("state=")[2].partition("&")[0]
    assert guest.come_back(state).headers["Location"] == "/accounts/elsewhere/"
    assert "connected" in guest.get("/settings/security/").text

    elsewhere = Guest(port)
    elsewhere.go_through()
    assert EMAIL in elsewhere.get("/settings/").text

    guest.send("/settings/security/", "/accounts/elsewhere/disconnect/", provider="oidc")
    after = Guest(port)
    provider.person = {"sub": "2", "email": EMAIL}
    assert after.go_through().status_code == 403
    assert not after.is_in


@pytest.mark.asvs("10.1.2", "10.2.1")
def test_an_answer_that_nobody_asked_for_logs_nobody_in(guest: Guest, port: int, provider: Provider) -> None:
    provider.person = {"sub": "1", "email": "new@example.org"}
    strangers = Guest(port).to_provider()["state"]
    for answer in (
        guest.come_back("x"),
        guest.come_back(strangers),
        guest.get(BACK),
        guest.get(BACK + "?error=x"),
    ):
        assert answer.status_code in (302, 401), answer.status_code
    assert not guest.is_in


def test_a_link_elsewhere_begins_nothing(guest: Guest) -> None:
    assert guest.get("/accounts/oidc/login/").status_code == 405
    assert guest.get("/accounts/other/login/").status_code in (404, 405)


def test_a_provider_that_is_odd_or_down_is_explained(guest: Guest, provider: Provider) -> None:
    for person in ({}, {"sub": "3"}, {"email": "x"}):
        provider.person = person
        answer = guest.go_through()
        assert answer.status_code in (401, 403), (person, answer.status_code)
    assert not guest.is_in


def test_who_has_no_password_must_have_come_in_lately(guest: Guest, provider: Provider) -> None:
    provider.person = {"sub": "9", "email": "nine@example.org", "email_verified": True}
    guest.go_through()

    assert guest.get("/accounts/email/").status_code == 200
    answer = guest.send("/settings/security/", "/accounts/elsewhere/disconnect/", provider="oidc")
    assert answer.headers["Location"] == "/settings/security/"
    assert "Set a password first" in guest.get("/settings/security/").text


@pytest.mark.django_db
def test_without_the_variables_nothing_of_it_is_there() -> None:
    page = Client().get("/accounts/login/")

    assert not [app for app in settings.INSTALLED_APPS if "social" in app]
    assert "Log in with " not in page.content.decode().replace("Log in with a passkey", "")
    assert "form-action 'self';" in page["Content-Security-Policy"] + ";"
    assert "allauth.socialaccount.models" not in sys.modules
    assert Client().post("/accounts/github/login/").status_code == 404


def test_github_is_installed_by_its_two_variables(tmp_path: Path) -> None:
    found = read(tmp_path, GITHUB_CLIENT_ID="id", GITHUB_CLIENT_SECRET="secret")

    assert "allauth.socialaccount.providers.github" in found["INSTALLED_APPS"]
    assert found["SOCIAL_DOORS"] == {"github": "GitHub"}
    assert found["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"][1:] == ["https://github.com"]
