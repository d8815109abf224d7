"""Logging in and out."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.factories import PASSWORD

LOG_IN = "/accounts/login/"
LOG_OUT = "/accounts/logout/"

pytestmark = pytest.mark.django_db


def log_in_as(client: Client, email: str, password: str = PASSWORD, **fields: Any) -> Any:
    return client.post(LOG_IN, {"login": email, "password": password} | fields)


@pytest.mark.parametrize("email", ["alice@example.org", "Alice@EXAMPLE.org", "  alice@example.org "])
def test_alice_logs_in_whatever_the_case(client: Client, alice: User, email: str) -> None:
    answer = log_in_as(client, email)

    assert (answer.status_code, answer["Location"]) == (303, "/today/")
    assert client.session["_auth_user_id"] == str(alice.pk)


def test_an_address_stored_in_another_case_by_hand_cannot_be(alice: User) -> None:
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        User(email="ALICE@example.org").save()


def test_alice_returns_to_the_page_that_asked(client: Client, alice: User) -> None:
    page = client.get(f"{LOG_IN}?next=/skills/chain-rule/").content.decode()
    assert 'href="/accounts/signup/?next=%2Fskills%2Fchain-rule%2F"' in page

    assert log_in_as(client, alice.email, next="/skills/chain-rule/")["Location"] == "/skills/chain-rule/"


@pytest.mark.parametrize(
    ("email", "password"), [("alice@example.org", "wrong password"), ("nobody@example.org", PASSWORD)]
)
def test_a_wrong_password_and_an_unknown_address_look_alike(
    client: Client, alice: User, email: str, password: str
) -> None:
    answer = log_in_as(client, email, password, next="/roadmap/")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Email and password do not match." in page
    assert 'href="/accounts/password/reset/"' in page
    assert "<title>Error: Log in" in page
    assert page.count('aria-describedby="errors"') == 2
    assert f'value="{email}"' in page
    assert password not in page
    assert '<input type="hidden" name="next" value="/roadmap/">' in page
    assert "_auth_user_id" not in client.session


def test_an_empty_form_says_what_is_missing(client: Client) -> None:
    answer = client.post(LOG_IN, {})

    assert answer.status_code == 422
    assert "Enter your email address." in answer.content.decode()
    assert "Enter your password." in answer.content.decode()


@pytest.mark.asvs("7.2.4")
def test_the_session_id_changes_on_log_in(client: Client, alice: User) -> None:
    client.cookies["sessionid"] = "planted" * 4
    log_in_as(client, alice.email)

    assert client.cookies["sessionid"].value != "planted" * 4


@pytest.mark.asvs("7.3.1")
def test_kept_logged_in_for_two_weeks_or_until_the_browser_closes(alice: User) -> None:
    kept, not_kept = Client(), Client()
    log_in_as(kept, alice.email, remember="on")
    log_in_as(not_kept, alice.email)

    assert kept.cookies["sessionid"]["max-age"] == 60 * 60 * 24 * 14
    assert not_kept.cookies["sessionid"]["max-age"] == ""


@pytest.mark.asvs("7.4.2")
def test_a_closed_account_is_told_so_only_with_its_password(client: Client, alice: User) -> None:
    User.objects.update(is_active=False)

    assert log_in_as(client, alice.email)["Location"] == "/accounts/inactive/"
    assert "This account is closed" in client.get("/accounts/inactive/").content.decode()
    assert log_in_as(client, alice.email, "wrong password").status_code == 422


@pytest.mark.asvs("7.4.1", "14.3.1")
def test_log_out_asks_first_and_then_leaves_nothing(client: Client, alice: User) -> None:
    client.force_login(alice)
    cookie = client.cookies["sessionid"].value

    question = client.get(LOG_OUT)
    assert question.status_code == 200
    assert "Log out?" in question.content.decode()
    assert client.get("/settings/").status_code == 200

    answer = client.post(LOG_OUT)
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert (answer.cookies["sessionid"].value, answer.cookies["sessionid"]["max-age"]) == ("", 0)
    copied = Client()
    copied.cookies["sessionid"] = cookie
    assert copied.get("/settings/").status_code == 302


def test_log_out_twice_is_harmless(client: Client, alice: User) -> None:
    client.force_login(alice)

    assert [client.post(LOG_OUT).status_code for _ in range(2)] == [303, 303]
    assert client.get(LOG_OUT)["Location"] == "/"


def test_no_answer_in_json_for_old_scripts(client: Client) -> None:
    answer = client.get(LOG_IN, headers={"X-Requested-With": "XMLHttpRequest", "Accept": "application/json"})

    assert answer["Content-Type"].startswith("text/html")
