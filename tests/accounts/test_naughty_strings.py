"""Whatever is typed into a field is stored as typed or refused in words, and never breaks the page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.forms import ChangeEmailForm, ResetPasswordForm, SettingsForm, SignUpForm
from accounts.models import User
from tests.factories import PASSWORD

SIGN_UP = {"display_name": "Alice", "email": "new@example.org", "password1": PASSWORD, "time_zone": "UTC"}
SETTINGS = {"display_name": "Alice", "time_zone": "UTC", "theme": "dark", "shortcuts": "on"}

pytestmark = pytest.mark.django_db


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
