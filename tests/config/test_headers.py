"""The headers that every answer has, whoever made it."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from tests.addresses import ADDRESSES
from tests.factories import make_user
from tests.life import fill
from tests.person import Person

PAGES = pytest.mark.urls("tests.config.pages")
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def policy(answer: Any) -> dict[str, str]:
    """Return the directives of an answer's Content-Security-Policy."""
    parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


def check(answer: Any, where: str) -> None:
    """Assert that `answer` has all of it."""
    headers = answer.headers
    assert policy(answer) == POLICY, where
    assert headers["X-Content-Type-Options"] == "nosniff", where
    assert headers["Referrer-Policy"] == "same-origin", where
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin", where
    assert headers["X-Frame-Options"] == "DENY", where
    assert "camera=()" in headers["Permissions-Policy"], where
    # A badge and a card are made to stand in other people's pages.
    picture = answer.request["PATH_INFO"].endswith(("/badge.svg", "/card.png")) and answer.status_code < 400
    assert headers["Cross-Origin-Resource-Policy"] == ("cross-origin" if picture else "same-origin"), where
    assert "Access-Control-Allow-Origin" not in headers, where


@pytest.mark.asvs("3.4.2", "3.4.3", "3.4.4", "3.4.5", "3.4.6")
@pytest.mark.django_db
def test_every_address_for_everyone_by_every_method(settings: Settings):
    settings.ACCOUNT_RATE_LIMITS = False
    alice, bob = (Person(make_user(email=f"{name}@example.org", verified=True)) for name in ("alice", "bob"))
    fill(alice)
    for route, address in ADDRESSES.items():
        for who, person in (("alice", alice), ("bob", bob), ("visitor", Person())):
            person.client.raise_request_exception = False
            for method in ("GET", "HEAD", "OPTIONS", "POST", "DELETE", "TRACE"):
                if method == "POST" and "logout" in route:
                    continue
                fields = address.fields if method == "POST" else {}
                send = person.client.post if method == "POST" else person.client.generic
                arguments = (address.path, fields) if method == "POST" else (method, address.path)
                answer = send(*arguments, headers={"Origin": "https://evil.example"})
                check(answer, f"{method} {address.path} as {who}: {answer.status_code}")


@pytest.mark.asvs("3.4.2", "3.4.3", "3.4.4", "16.5.1")
@PAGES
def test_what_went_wrong_has_them_too(visitor: Client):
    paths = ("/test/short/", "/nowhere/", "/test/broken/", "/test/locked/", "/test/full/", "/x?y=%00")
    answers = [*map(visitor.get, paths), visitor.get("/", headers={"Host": "evil.example"})]
    assert [answer.status_code for answer in answers] == [200, 404, 500, 503, 507, 400, 400]
    for answer in answers:
        check(answer, answer.request["PATH_INFO"])


@pytest.mark.asvs("3.4.1", "3.4.3", "4.1.2")
@PAGES
def test_the_way_to_https_has_them_too(settings: Settings):
    settings.SECURE_SSL_REDIRECT = True
    answers = [
        Client().get("/test/short/"),
        Client().get("/", headers={"Host": "evil.example"}),
        Client().generic("TRACE", "/test/short/"),
    ]
    assert [answer.status_code for answer in answers] == [301, 400, 301]
    for answer in answers:
        check(answer, str(answer.status_code))
        # By http anybody on the way could have put it there, and browsers ignore it.
        assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.asvs("3.4.1")
@PAGES
@pytest.mark.parametrize(
    "path",
    ["/test/short/", "/nowhere/", "/test/broken/", "/static/icons.svg", "/static/js/said.js", "/x?y=%00"],
)
def test_https_is_remembered_by_the_browser(visitor: Client, path: str):
    rule = visitor.get(path, secure=True).headers["Strict-Transport-Security"]
    assert rule == "max-age=63072000; includeSubDomains"


@pytest.mark.asvs("3.2.1", "3.4.3", "3.4.4")
@pytest.mark.parametrize(
    ("path", "document"),
    [("/static/icons.svg", True), ("/static/js/said.js", False), ("/static/css/base.css", False)],
)
def test_files_have_those_that_mean_something_to_them(visitor: Client, path: str, document: bool):
    answer = visitor.get(path)
    headers = answer.headers
    assert answer.status_code == 200
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert headers.get("Cross-Origin-Opener-Policy") == ("same-origin" if document else None)
    assert policy(answer) == (POLICY if document else {"default-src": "'none'"})


@pytest.mark.asvs("3.7.1", "14.2.3")
def test_nothing_in_a_template_needs_more_than_the_policy_allows():
    from tests.config.installation import BASE

    bad = re.compile(
        r"<style|\sstyle=|\son[a-z]+=\"|javascript:|<iframe|<object|<embed|src=\"(https?:|data:)|<base\b",
        re.I,
    )
    for path in (BASE / "templates").rglob("*.html"):
        # Mail programs know no style sheets.
        if "mail" in path.relative_to(BASE / "templates").parts:
            continue
        assert not bad.search(path.read_text()), path


@pytest.mark.asvs("13.4.2")
def test_the_checks_of_the_framework_are_silenced_for_a_reason_only():
    from config import settings

    assert settings.SILENCED_SYSTEM_CHECKS == ["security.W002", "security.W021"]
    call_command("check")
