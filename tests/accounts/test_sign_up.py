"""Signing up: an address, a password once, and on to where one came from."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.factories import PASSWORD, make_user

URL = "/accounts/signup/"

pytestmark = pytest.mark.django_db


def sign_up(client: Client, **fields: Any) -> Any:
    return client.post(URL, {"email": "alice@example.org", "password1": PASSWORD} | fields)


def test_alice_signs_up_and_is_logged_in(client: Client) -> None:
    answer = sign_up(client, display_name=" Alice  Liddell ", time_zone="Asia/Calcutta")

    assert (answer.status_code, answer["Location"]) == (303, "/plan/start/")
    alice = User.objects.get()
    assert (alice.email, alice.display_name, alice.time_zone) == (
        "alice@example.org",
        "Alice Liddell",
        "Asia/Calcutta",
    )
    assert alice.check_password(PASSWORD)
    assert client.session["_auth_user_id"] == str(alice.pk)


def test_the_page_asks_for_a_password_once_and_lets_managers_fill_it(client: Client) -> None:
    page = client.get(URL).content.decode()

    assert page.count('type="password"') == 1
    assert 'autocomplete="new-password"' in page
    assert 'autocomplete="email"' in page
    assert "maxlength" not in page


def test_the_session_outlives_the_browser_and_the_server(client: Client) -> None:
    sign_up(client)

    assert client.cookies["sessionid"]["max-age"] == 60 * 60 * 24 * 14
    another_process = Client()
    another_process.cookies["sessionid"] = client.cookies["sessionid"].value
    assert another_process.get("/settings/").status_code == 200


def test_a_visitors_tick_brings_alice_back_to_the_skill(client: Client) -> None:
    page = client.get(f"{URL}?next=/skills/chain-rule/").content.decode()
    assert '<input type="hidden" name="next" value="/skills/chain-rule/">' in page
    assert 'href="/accounts/login/?next=%2Fskills%2Fchain-rule%2F"' in page

    assert sign_up(client, next="/skills/chain-rule/")["Location"] == "/skills/chain-rule/"


def test_next_survives_a_form_that_needs_another_look(client: Client) -> None:
    answer = sign_up(client, password1="short", next="/skills/chain-rule/")

    assert answer.status_code == 422
    assert '<input type="hidden" name="next" value="/skills/chain-rule/">' in answer.content.decode()


def test_the_theme_chosen_as_a_visitor_stays(client: Client) -> None:
    client.cookies["theme"] = "dark"
    sign_up(client)

    assert User.objects.get().theme == "dark"


def test_a_theme_cookie_that_means_nothing_is_ignored(client: Client) -> None:
    client.cookies["theme"] = "hotdog"
    sign_up(client)

    assert User.objects.get().theme == "system"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "x" * 100_000, "localtime"])
def test_an_unknown_time_zone_becomes_utc(client: Client, zone: str) -> None:
    assert sign_up(client, time_zone=zone).status_code == 303
    assert User.objects.get().time_zone == "UTC"


@pytest.mark.parametrize(
    ("email", "reason"),
    [
        ("", "Enter your email address."),
        ("alice", "Add the “@” and what follows it"),
        ("alice@example", "The part after “@” looks incomplete"),
        ("alice@@example.org", "This does not look like an email address"),
        ("alice liddell@example.org", "This does not look like an email address"),
        ("a" * 64 + "@" + "b." * 100 + "org", "An email address has at most 254 characters; this has 268."),
    ],
)
def test_an_address_that_cannot_be_is_refused_in_words(client: Client, email: str, reason: str) -> None:
    answer = sign_up(client, email=email, display_name="Alice")
    page = answer.content.decode()

    assert answer.status_code == 422
    assert reason in page
    assert "<title>Error: Start your trail" in page
    assert "One thing needs your attention" in page
    assert '<a href="#id_email">Email</a>' in page
    assert 'aria-describedby="id_email_error"' in page
    assert 'aria-invalid="true"' in page
    assert 'value="Alice"' in page
    assert not User.objects.exists()


def test_an_address_is_kept_in_lower_case(client: Client) -> None:
    sign_up(client, email=" Alice@Example.ORG ")

    assert User.objects.get().email == "alice@example.org"


@pytest.mark.parametrize("email", ["alice@example.org", "ALICE@EXAMPLE.ORG"])
def test_the_same_address_in_any_case_is_refused(client: Client, email: str) -> None:
    make_user(email="alice@example.org", password="quite another password")
    answer = sign_up(client, email=email)

    assert answer.status_code == 422
    assert "There is an account with this address already" in answer.content.decode()
    assert User.objects.count() == 1
    assert "_auth_user_id" not in client.session


def test_a_second_click_on_create_account_logs_in(client: Client) -> None:
    sign_up(Client())
    answer = sign_up(client, next="/skills/chain-rule/")

    assert (answer.status_code, answer["Location"]) == (303, "/skills/chain-rule/")
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)


def test_who_is_logged_in_has_no_need_to_sign_up(client: Client) -> None:
    sign_up(client)

    assert client.get(f"{URL}?next=/roadmap/")["Location"] == "/roadmap/"


def test_other_methods_are_refused(client: Client) -> None:
    assert client.put(URL).status_code == 405
    assert client.delete(URL).status_code == 405


def test_the_page_is_kept_nowhere(client: Client) -> None:
    assert "no-store" in client.get(URL)["Cache-Control"]
    assert "private" in client.get(URL)["Cache-Control"]
