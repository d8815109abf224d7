"""What a person may change about themselves and about how Milepost looks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from time_machine import travel

from accounts.models import User
from tests.factories import make_user

URL = "/settings/"
FORM = {"display_name": "Ines", "time_zone": "Europe/Paris", "theme": "dark", "shortcuts": "on"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(alice: User, log_in: Callable[[User], Client]) -> Client:
    return log_in(alice)


def test_saved_and_said(client: Client, alice: User) -> None:
    answer = client.post(URL, FORM)

    assert (answer.status_code, answer["Location"]) == (303, URL)
    alice.refresh_from_db()
    assert (alice.display_name, alice.time_zone, alice.theme, alice.shortcuts) == (
        "Ines",
        "Europe/Paris",
        "dark",
        True,
    )
    page = client.get(URL).content.decode()
    assert "Saved." in page
    assert 'data-theme="dark"' in page
    assert "Saved." not in client.get(URL).content.decode()


def test_a_repeat_is_harmless(client: Client) -> None:
    assert [client.post(URL, FORM).status_code for _ in range(2)] == [303, 303]


def test_shortcuts_can_be_switched_off(client: Client, alice: User) -> None:
    client.post(URL, {name: value for name, value in FORM.items() if name != "shortcuts"})

    alice.refresh_from_db()
    assert not alice.shortcuts
    assert 'data-shortcuts="off"' in client.get(URL).content.decode()


@pytest.mark.asvs("8.2.3", "15.3.3")
def test_only_what_is_asked_here_is_stored(client: Client, alice: User) -> None:
    client.post(URL, FORM | {"is_staff": "on", "is_superuser": "on", "email": "root@example.org", "id": "1"})

    alice.refresh_from_db()
    assert not alice.is_staff
    assert not alice.is_superuser
    assert alice.email == "alice@example.org"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"time_zone": ""}, "Choose a time zone from the list."),
        ({"time_zone": "Mars/Olympus"}, "Choose a time zone from the list."),
        ({"time_zone": "../../etc/passwd"}, "Choose a time zone from the list."),
        ({"time_zone": "x" * 100_000}, "Choose a time zone from the list."),
        ({"theme": "hotdog"}, "There is no such theme; choose one of the three."),
        ({"theme": ""}, "Choose one of the three themes."),
        ({"display_name": "x" * 61}, "Keep it to 60 characters; this has 61."),
        ({"display_name": "bell\x07"}, "One character in it cannot be stored"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
    client: Client, alice: User, changed: dict[str, str], reason: str
) -> None:
    answer = client.post(URL, FORM | changed)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert reason in page
    assert "<title>Error: Settings" in page
    assert 'aria-invalid="true"' in page
    assert f'value="{(FORM | changed)["display_name"]}"' in page
    alice.refresh_from_db()
    assert (alice.display_name, alice.theme) == ("Alice", "system")


def test_a_refused_form_does_not_change_how_the_page_looks(client: Client) -> None:
    page = client.post(URL, FORM | {"time_zone": "Mars/Olympus"}).content.decode()

    assert "data-theme" not in page


@travel("2026-07-14 12:05:00Z", tick=False)
def test_every_zone_is_there_and_the_chosen_one_tells_its_time(client: Client, alice: User) -> None:
    User.objects.update(time_zone="Asia/Kathmandu")
    page = client.get(URL).content.decode()

    assert '<option value="Asia/Kathmandu" selected>Asia/Kathmandu, 17:50 now</option>' in page
    assert page.count(" selected>") == 2  # the zone and the theme
    for zone in (
        "UTC",
        "Europe/London",
        "America/Argentina/Ushuaia",
        "Pacific/Kiritimati",
        "Asia/Calcutta",
        "GB",
    ):
        assert f'<option value="{zone}">{zone}</option>' in page
    assert '<optgroup label="Antarctica">' in page


def test_a_zone_the_database_no_longer_knows_locks_nobody_out(client: Client, alice: User) -> None:
    User.objects.update(time_zone="Atlantis/Poseidonis")

    assert ">UTC, " in client.get(URL).content.decode()


def test_the_address_and_the_way_to_change_it(client: Client, alice: User) -> None:
    page = client.get(URL).content.decode()

    assert "alice@example.org" in page
    assert "confirmed" in page
    assert 'href="/accounts/email/"' in page
    assert 'href="/accounts/password/change/"' in page


def test_an_unconfirmed_address_is_not_called_confirmed(log_in: Callable[[User], Client]) -> None:
    assert "confirmed" not in log_in(make_user()).get(URL).content.decode()


def test_the_plan_is_a_link_that_htmx_loads(client: Client) -> None:
    page = client.get(URL).content.decode()

    assert 'hx-get="/settings/plan/" hx-trigger="load" hx-select="#plan-form"' in page
    assert 'href="/settings/plan/"' in page


def test_alice_sees_her_own_settings_and_bob_his(
    client: Client, bob: User, log_in: Callable[[User], Client]
) -> None:
    assert "bob@example.org" not in client.get(URL).content.decode()
    assert "alice@example.org" not in log_in(bob).get(URL).content.decode()


def test_other_methods_are_refused(client: Client) -> None:
    assert client.delete(URL).status_code == 405


def test_the_page_is_kept_nowhere(client: Client) -> None:
    assert "no-store" in client.get(URL)["Cache-Control"]


def test_statements_for_the_page(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(5):
        client.get(URL)
