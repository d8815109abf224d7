"""Choosing a password, changing it, and getting a new one by mail."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from time_machine import travel

from accounts.models import User
from accounts.passwords import LengthValidator
from tests.accounts.test_log_in import log_in_as
from tests.accounts.test_sign_up import sign_up
from tests.factories import PASSWORD
from tests.person import confirm

CHANGE = "/accounts/password/change/"
RESET = "/accounts/password/reset/"
NEW = "a longer walk uphill"

pytestmark = pytest.mark.django_db


@pytest.mark.asvs("6.2.1", "6.2.4", "6.2.9", "6.2.11", "6.2.12", "6.1.2")
@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "Choose a password."),
        ("1", "This one has 1 character; add 11 more."),
        ("12345678", "This one has 8 characters; add 4 more."),
        ("elevenchars", "This one has 11 characters; add 1 more."),
        ("password1234", "list of common passwords"),
        ("!!PassWord!!2026", "list of common passwords"),
        ("qwertyqwerty", "list of common passwords"),
        ("123456123456", "list of common passwords"),
        ("aaaaaaaaaaaa", "list of common passwords"),
        ("Milepost-2026", "the name of this site or your own"),
        ("RoadmapRoadmap", "the name of this site or your own"),
        ("mlengineer 123", "the name of this site or your own"),
        ("pleasance1234", "too close to your name or email"),
        ("Alice-Liddell-1", "the name of this site or your own"),
        ("alice@example.org", "too close to your name or email"),
        ("Alice Pleasance Liddell", "too close to your name or email"),
        ("x" * 129, "This one has 129 characters; 128 is the most we can store."),
        ("y" * 100_000, "This one has 100,000 characters"),
    ],
)
@pytest.mark.asvs("6.2.1", "6.2.4", "6.2.12")
def test_a_weak_password_is_refused_with_the_reason(client: Client, password: str, reason: str) -> None:
    answer = sign_up(client, password1=password, display_name="Alice Pleasance Liddell")

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert answer.context["form"]["password1"].as_widget().count("value=") == 0
    assert not User.objects.exists()


@pytest.mark.asvs("6.2.5", "6.2.8")
@pytest.mark.parametrize(
    "password",
    [
        "twelve chars",
        "milepost in the morning",
        "x1" * 64,
        "   spaces around   ",
        "🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲🌲",
        "re\u0301sume\u0301 e\u0301te\u0301 2026",
        "мой дом - не крепость",
    ],
)
@pytest.mark.asvs("6.2.5", "6.2.8")
def test_any_characters_count_exactly_as_typed(client: Client, password: str) -> None:
    assert sign_up(client, password1=password).status_code == 303
    assert log_in_as(Client(), "alice@example.org", password).status_code == 303
    assert log_in_as(Client(), "alice@example.org", password.strip()[:-1] + " ").status_code == 422


@pytest.mark.parametrize(("length", "fits"), [(11, False), (12, True), (128, True), (129, False)])
@pytest.mark.asvs("6.2.1", "6.2.9")
def test_the_limits_hold_to_the_character(length: int, fits: bool) -> None:
    validate = LengthValidator().validate
    if fits:
        validate("x" * length)
    else:
        with pytest.raises(ValidationError):
            validate("x" * length)


@pytest.mark.asvs("11.4.2", "11.4.4")
def test_hashes_cost_what_we_decided(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["accounts.hashers.Argon2idHasher"]
    user = User()
    user.set_password(PASSWORD)

    assert user.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert user.check_password(PASSWORD)


@pytest.mark.asvs("11.2.2")
def test_an_older_hash_is_renewed_at_log_in(settings: Any, client: Client, alice: User) -> None:
    settings.PASSWORD_HASHERS = [
        "accounts.hashers.Argon2idHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    log_in_as(client, alice.email)

    alice.refresh_from_db()
    assert alice.password.startswith("argon2")


@pytest.mark.asvs("6.2.2", "7.4.3")
def test_a_change_keeps_this_device_and_ends_the_others(
    alice: User, log_in: Callable[[User], Client]
) -> None:
    here, elsewhere = log_in(alice), log_in(alice)

    answer = here.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW})

    assert (answer.status_code, answer["Location"]) == (303, "/settings/")
    assert here.get("/settings/").status_code == 200
    assert elsewhere.get("/settings/").status_code == 302
    assert log_in_as(Client(), alice.email, NEW).status_code == 303
    assert log_in_as(Client(), alice.email, PASSWORD).status_code == 422
    assert mail.outbox[-1].to == [alice.email]
    assert mail.outbox[-1].subject == "Your Milepost password was changed"


@pytest.mark.asvs("6.2.3")
def test_a_change_needs_the_present_password(client: Client, alice: User) -> None:
    client.force_login(alice)
    answer = client.post(CHANGE, {"oldpassword": "not it at all", "password1": NEW})

    assert answer.status_code == 422
    assert "This is not your current password." in answer.content.decode()
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


@pytest.mark.asvs("6.2.11")
def test_a_new_password_may_not_be_the_name(client: Client, alice: User) -> None:
    client.force_login(alice)
    answer = client.post(CHANGE, {"oldpassword": PASSWORD, "password1": "alice@example.org"})

    assert answer.status_code == 422
    assert "too close to your name or email" in answer.content.decode()


@pytest.mark.asvs("6.2.7")
def test_the_change_page_helps_password_managers(client: Client, alice: User) -> None:
    client.force_login(alice)
    page = client.get(CHANGE).content.decode()

    assert 'autocomplete="username" value="alice@example.org"' in page
    assert 'autocomplete="current-password"' in page
    assert 'autocomplete="new-password"' in page


def test_who_has_no_password_yet_chooses_one(client: Client, alice: User) -> None:
    alice.set_unusable_password()
    alice.save()
    client.force_login(alice)
    confirm(client)

    assert client.get(CHANGE)["Location"] == "/accounts/password/set/"
    assert client.post("/accounts/password/set/", {"password1": "short"}).status_code == 422
    assert client.post("/accounts/password/set/", {"password1": NEW}).status_code == 303
    alice.refresh_from_db()
    assert alice.check_password(NEW)


def link_in_last_mail() -> str:
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def open_reset_link(client: Client, email: str = "alice@example.org") -> str:
    """Ask for a link, open it, and return the address of the form behind it."""
    assert client.post(RESET, {"email": email})["Location"] == "/accounts/password/reset/done/"
    return str(client.get(link_in_last_mail())["Location"])


def test_alice_gets_a_new_password_by_mail(
    client: Client, alice: User, log_in: Callable[[User], Client]
) -> None:
    elsewhere = log_in(alice)
    form = open_reset_link(client, "ALICE@example.org")
    assert mail.outbox[-1].to == ["alice@example.org"]
    assert "Choose a new password" in client.get(form).content.decode()

    answer = client.post(form, {"password1": NEW})

    assert (answer.status_code, answer["Location"]) == (303, "/accounts/password/reset/key/done/")
    assert "_auth_user_id" not in client.session
    assert elsewhere.get("/settings/").status_code == 302
    assert log_in_as(Client(), alice.email, NEW).status_code == 303


@pytest.mark.asvs("14.2.1")
def test_the_key_is_not_in_the_address_of_the_form(client: Client, alice: User) -> None:
    assert open_reset_link(client).endswith("-set-password/")


def test_a_weak_new_password_keeps_the_link_alive(client: Client, alice: User) -> None:
    form = open_reset_link(client)

    assert client.post(form, {"password1": "short"}).status_code == 422
    assert client.post(form, {"password1": NEW}).status_code == 303


@pytest.mark.asvs("6.4.3", "6.5.1")
def test_a_reset_link_works_once(client: Client, alice: User) -> None:
    form = open_reset_link(client)
    link = link_in_last_mail()
    client.post(form, {"password1": NEW})

    assert client.post(form, {"password1": "another long one"}).status_code == 404
    again = Client().get(link)
    assert again.status_code == 404
    assert "This link does not work" in again.content.decode()
    alice.refresh_from_db()
    assert alice.check_password(NEW)


@pytest.mark.parametrize(("minutes", "status"), [(29, 302), (31, 404)])
@pytest.mark.asvs("6.4.3", "9.2.1")
def test_a_reset_link_lasts_half_an_hour(client: Client, alice: User, minutes: int, status: int) -> None:
    with travel("2026-11-22 12:00:00Z", tick=False) as clock:
        client.post(RESET, {"email": alice.email})
        clock.shift(minutes * 60)
        assert client.get(link_in_last_mail()).status_code == status


@pytest.mark.asvs("6.4.3", "6.6.2")
def test_a_reset_link_dies_with_a_new_address(client: Client, alice: User) -> None:
    client.post(RESET, {"email": alice.email})
    alice.change_email("new@example.org", verified=True)

    assert client.get(link_in_last_mail()).status_code == 404


@pytest.mark.parametrize(
    "link", ["/accounts/password/reset/key/1-abc/", "/accounts/password/reset/key/zzzzzzzzzzzzz-x/"]
)
@pytest.mark.asvs("6.4.3", "9.1.1")
def test_a_made_up_reset_link_is_explained(client: Client, link: str) -> None:
    answer = client.get(link)

    assert answer.status_code == 404
    assert "Send a new link" in answer.content.decode()


def test_a_reset_for_an_unknown_address_looks_the_same_and_writes_to_it(client: Client, alice: User) -> None:
    known = client.post(RESET, {"email": alice.email})
    unknown = client.post(RESET, {"email": "nobody@example.org"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert known.content == unknown.content
    assert [message.to for message in mail.outbox] == [[alice.email], ["nobody@example.org"]]
    assert mail.outbox[-1].subject == "No Milepost account with this address"
