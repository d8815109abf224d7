"""Whatever is typed into a field is stored as typed or refused in words, and never breaks the page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client

from accounts.forms import ChangeEmailForm, ResetPasswordForm, SettingsForm, SignUpForm
from accounts.models import User
from tests.factories import PASSWORD

SIGN_UP = {"display_name": "Alice", "email": "new@example.org", "password1": PASSWORD, "time_zone": "UTC"}
LOG_IN = {"login": "alice@example.org", "password": PASSWORD, "remember": "on"}
SETTINGS = {"display_name": "Alice", "time_zone": "UTC", "theme": "dark", "shortcuts": "on"}
FORMS: dict[str, dict[str, str]] = {
    "/accounts/signup/": SIGN_UP,
    "/accounts/login/": LOG_IN,
    "/accounts/password/reset/": {"email": "alice@example.org"},
    "/accounts/password/change/": {"oldpassword": PASSWORD, "password1": "a longer walk uphill"},
    "/accounts/email/": {"email": "new@example.org", "password": PASSWORD},
    "/accounts/reauthenticate/": {"password": PASSWORD},
    "/settings/": SETTINGS,
    "/settings/theme/": {"theme": "dark"},
}
OPEN = ("/accounts/signup/", "/accounts/login/", "/accounts/password/reset/")
NAUGHTY = [
    b"\x00",
    b"a\x00b@example.org",
    b"x" * 100_000,
    "١٢٣".encode(),
    "‮gnp.exe‬".encode(),
    "‏شخص‎".encode(),
    "\u200b\u200c\u200d\ufeff".encode(),
    "Z̷̢̛̝͎͇a̸l̶g̵o̴".encode(),
    "👩‍👩‍👧‍👦🏳️‍🌈".encode(),
    "ﷺ".encode() * 200,
    b"\xff\xfe\xfd",
    b"\xed\xa0\x80",
    b"\xc0\xaf\xe0\x80\xaf",
    b"caf\xe9",
    b"\r\nBcc: bob@example.org",
    b"\x07\x1b[31m\x7f",
    b"<script>alert(1)</script>",
    b'"><img src=x onerror=alert(1)>',
    b"{{7*7}}{% debug %}${7*7}",
    b"' OR 1=1; DROP TABLE accounts_user; --",
    b"%00%2527&amp;lt;",
    b"-1e309",
    b"NULL",
    b"../../../etc/passwd",
]
FIELDS = [(url, field) for url, form in FORMS.items() for field in [*form, "next", "extra"]]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("url", "field"), FIELDS)
def test_no_field_breaks_a_page(url: str, field: str, alice: User, log_in: Callable[[User], Client]) -> None:
    for naughty in NAUGHTY:
        client = Client() if url in OPEN else log_in(alice)
        pairs = {name: value.encode() for name, value in FORMS[url].items()} | {field: naughty}
        body = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in pairs.items())
        answer = client.post(url, body, content_type="application/x-www-form-urlencoded")

        assert answer.status_code in (303, 400, 422, 429), naughty[:40]
        assert b"<script>alert" not in answer.content
        assert b"<img src=x" not in answer.content
        assert "evil" not in answer.get("Location", "")
        if answer.status_code == 422:
            assert b"Error:" in answer.content
        alice.set_password(PASSWORD)
        alice.save()


@pytest.mark.parametrize(
    "name",
    ["‮gnp.exe‬", "👩‍👩‍👧‍👦", "Z̷̢̛̝͎͇a̸l̶g̵o̴", "O'Brien <b>", "{{7*7}}", "%2527&amp;lt;", "NULL", "田中さん", "1" * 60],
)
def test_a_name_comes_back_as_it_went_in(name: str, alice: User, log_in: Callable[[User], Client]) -> None:
    client = log_in(alice)
    assert client.post("/settings/", SETTINGS | {"display_name": name}).status_code == 303

    alice.refresh_from_db()
    assert alice.display_name == name
    assert client.get("/settings/").context["form"]["display_name"].value() == name


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b", "a\x1bb"])
def test_what_no_column_takes_is_refused_by_the_form_itself(bad: str, alice: User) -> None:
    forms: list[tuple[Any, str]] = [
        (SettingsForm(SETTINGS | {"display_name": bad}), "display_name"),
        (SignUpForm(SIGN_UP | {"display_name": bad}), "display_name"),
        (SignUpForm(SIGN_UP | {"email": f"{bad}@example.org"}), "email"),
        (ResetPasswordForm({"email": f"{bad}@example.org"}), "email"),
        (ChangeEmailForm(alice, {"email": f"{bad}@example.org", "password": PASSWORD}), "email"),
    ]
    assert all(form.errors[field] for form, field in forms)


def test_a_password_with_a_nul_is_refused_in_words() -> None:
    form = SignUpForm(SIGN_UP | {"password1": "correct\x00horse battery"})

    assert form.errors["password1"] == ["One character in it cannot be stored; please type it again."]
