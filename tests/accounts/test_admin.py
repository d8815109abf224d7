"""Staff find people and close accounts; what learners write stays theirs."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client

from accounts.models import User
from tests.accounts.test_log_in import log_in_as
from tests.factories import PASSWORD, make_user

LIST = "/admin/accounts/user/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> User:
    return make_user(email="root@example.org", is_staff=True, is_superuser=True)


@pytest.fixture
def client(root: User, log_in: Callable[[User], Client]) -> Client:
    return log_in(root)


def form_of(user: User, **changed: str) -> dict[str, str]:
    fields = {"email": user.email, "display_name": user.display_name, "time_zone": "UTC", "theme": "system"}
    return fields | {"shortcuts": "on", "is_active": "on"} | changed


def test_found_by_address(client: Client, alice: User, bob: User) -> None:
    page = client.get(LIST, {"q": "ALICE@"}).content.decode()

    assert "alice@example.org" in page
    assert "bob@example.org" not in page


def test_the_hash_is_not_for_editing(client: Client, alice: User) -> None:
    page = client.get(f"{LIST}{alice.pk}/change/").content.decode()
    assert alice.password not in page
    assert 'name="password"' not in page

    client.post(f"{LIST}{alice.pk}/change/", form_of(alice, password="md5$forged", display_name="Al"))
    alice.refresh_from_db()
    assert alice.display_name == "Al"
    assert alice.check_password(PASSWORD)


@pytest.mark.asvs("7.4.2", "7.4.5")
def test_a_closed_account_is_logged_out_at_once(
    client: Client, alice: User, log_in: Callable[[User], Client]
) -> None:
    hers = log_in(alice)
    fields = form_of(alice)
    del fields["is_active"]
    client.post(f"{LIST}{alice.pk}/change/", fields)

    assert hers.get("/settings/").status_code == 302


def test_a_new_address_replaces_the_old_one(client: Client, alice: User) -> None:
    client.post(f"{LIST}{alice.pk}/change/", form_of(alice, email="New@Example.org"))

    assert log_in_as(Client(), "new@example.org").status_code == 303
    assert log_in_as(Client(), "alice@example.org").status_code == 422


def test_an_address_in_another_case_is_refused(client: Client, alice: User, bob: User) -> None:
    answer = client.post(f"{LIST}{alice.pk}/change/", form_of(alice, email="BOB@example.org"))

    assert answer.status_code == 200
    assert "already exists" in answer.content.decode()


def test_staff_make_an_account(client: Client) -> None:
    fields = {
        "email": "Carol@Example.org",
        "display_name": "Carol",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    answer = client.post(f"{LIST}add/", fields)

    assert answer.status_code == 302
    assert log_in_as(Client(), "carol@example.org").status_code == 303


def test_a_short_password_is_refused_here_too(client: Client) -> None:
    fields = {"email": "carol@example.org", "password1": "short", "password2": "short"}

    assert "add 7 more" in client.post(f"{LIST}add/", fields).content.decode()


def test_log_in_goes_through_the_front_door() -> None:
    """Django's own log-in page has no limit of tries."""
    stranger = Client()

    assert stranger.get("/admin/")["Location"] == "/accounts/login/?next=/admin/"
    answer = stranger.get("/admin/login/?next=/admin/")
    assert answer["Location"] == "/accounts/login/?next=%2Fadmin%2F"
    answer = stranger.post("/admin/login/", {"username": "root@example.org", "password": PASSWORD})
    assert answer["Location"].startswith("/accounts/login/")
    assert "_auth_user_id" not in stranger.session


@pytest.mark.asvs("8.2.1")
def test_learners_stay_outside(alice: User, log_in: Callable[[User], Client]) -> None:
    assert log_in(alice).get(LIST).status_code in (302, 403)
    assert log_in(alice).get("/admin/login/").status_code == 403


def test_nothing_that_learners_write_is_shown() -> None:
    notes = apps.get_model("roadmap", "Note")

    assert not admin.site.is_registered(notes)
    assert not [
        inline for site in admin.site._registry.values() for inline in site.inlines if inline.model is notes
    ]
    assert not admin.site._registry[User].inlines
