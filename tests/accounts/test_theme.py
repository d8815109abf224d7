"""The switch in the top bar, for everyone."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User

URL = "/settings/theme/"

pytestmark = pytest.mark.django_db


def test_a_visitors_choice_is_a_cookie_for_a_year(client: Client) -> None:
    answer = client.post(
        URL, {"theme": "dark"}, headers={"Referer": "http://testserver/accounts/login/?next=/today/"}
    )

    assert (answer.status_code, answer["Location"]) == (303, "/accounts/login/?next=/today/")
    cookie = answer.cookies["theme"]
    assert (cookie.value, cookie["max-age"], cookie["samesite"], cookie["path"]) == (
        "dark",
        31_536_000,
        "Lax",
        "/",
    )
    page = client.get("/accounts/login/").content.decode()
    assert '<html lang="en" data-theme="dark">' in page
    assert "Switch to the light theme" in page


def test_a_learners_choice_stays_with_the_account(alice: User, log_in: Callable[[User], Client]) -> None:
    client = log_in(alice)
    answer = client.post(URL, {"theme": "dark"})

    assert "theme" not in answer.cookies
    alice.refresh_from_db()
    assert alice.theme == "dark"
    assert 'data-theme="dark"' in log_in(alice).get("/settings/").content.decode()


@pytest.mark.parametrize(
    "referer",
    ["", "https://evil.example/", "http://testserver@evil.example/", "http://testserver//evil.example/"],
)
def test_from_elsewhere_one_returns_to_the_start(client: Client, referer: str) -> None:
    answer = client.post(URL, {"theme": "light"}, headers={"Referer": referer} if referer else {})

    assert (answer.status_code, answer["Location"]) == (303, "/")


@pytest.mark.parametrize("theme", ["", "hotdog", "DARK", "dark\r\nSet-Cookie: a=b", "x" * 100_000])
def test_an_unknown_theme_is_refused_in_words(client: Client, theme: str) -> None:
    answer = client.post(URL, {"theme": theme})

    assert answer.status_code == 422
    assert "theme" not in answer.cookies
    assert "one of the three" in answer.content.decode()
    assert "<title>Error: Choose a theme" in answer.content.decode()


def test_looking_changes_nothing(client: Client) -> None:
    assert client.get(URL).status_code == 405


def test_a_forged_form_is_refused(alice: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)

    assert client.post(URL, {"theme": "dark"}).status_code == 403
    alice.refresh_from_db()
    assert alice.theme == "system"
