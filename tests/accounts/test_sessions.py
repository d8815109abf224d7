"""Sessions: how long they last, who ends them, and what the list of devices shows."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from time_machine import travel

from accounts import due
from accounts.models import Session, User
from accounts.passkeys import key_of
from tests.accounts.factors import code_now, make_passkey, make_second_factor
from tests.accounts.test_log_in import log_in_as
from tests.factories import PASSWORD, make_user
from tests.markup import parse
from tests.person import confirm

SECURITY = "/settings/security/"
DEVICES = "/settings/security/devices/"
DAY = 24 * 60 * 60
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
)

pytestmark = pytest.mark.django_db


def came_in(user: User, *, agent: str = FIREFOX, address: str = "203.0.113.7") -> Client:
    """Return a browser in which `user` has logged in."""
    client = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    assert log_in_as(client, user.email, remember="on").status_code == 303
    return client


def is_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def device_of(client: Client) -> str:
    return str(Session.objects.get(session_key=client.session.session_key).name)


@pytest.fixture
def here(alice: User) -> Client:
    return came_in(alice)


@pytest.fixture
def there(alice: User) -> Client:
    return came_in(alice, agent=CHROME, address="198.51.100.9")


@pytest.mark.asvs("7.3.1")
def test_a_session_ends_after_two_weeks_unused(alice: User) -> None:
    with travel("2026-03-01 12:00:00Z", tick=False) as clock:
        client = came_in(alice)
        clock.shift(14 * DAY - 60)
        assert is_in(client)
        # That visit began the two weeks anew.
        clock.shift(14 * DAY - 60)
        assert is_in(client)
        clock.shift(14 * DAY + 60)
        assert not is_in(client)


@pytest.mark.asvs("7.3.2")
def test_a_busy_session_ends_after_ninety_days(alice: User) -> None:
    with travel("2026-03-01 12:00:00Z", tick=False) as clock:
        client = came_in(alice)
        for _ in range(90):
            assert is_in(client)
            clock.shift(DAY)
        assert is_in(client)
        clock.shift(60)
        assert not is_in(client)
        assert not Session.objects.filter(user=alice).exists()
        assert client.get("/roadmap/").status_code == 200


def test_a_new_log_in_begins_the_ninety_days_anew(alice: User) -> None:
    with travel("2026-03-01 12:00:00Z", tick=False) as clock:
        client = came_in(alice)
        for _ in range(80):
            assert is_in(client)
            clock.shift(DAY)
        client.post("/accounts/logout/")
        log_in_as(client, alice.email, remember="on")
        clock.shift(13 * DAY)
        assert is_in(client)


def written(client: Client) -> list[str]:
    """Return what one more visit writes."""
    with CaptureQueriesContext(connection) as found:
        assert is_in(client)
    return [q["sql"].split()[0] for q in found if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_it_is_written_once_an_hour_at_most(alice: User) -> None:
    with travel("2026-03-01 12:00:00Z", tick=False) as clock:
        client = came_in(alice)
        assert written(client) == []
        clock.shift(3601)
        assert written(client) == ["UPDATE"]
        assert client.cookies["sessionid"]["max-age"] == 14 * DAY
        assert written(client) == []


def test_a_visitor_has_no_session(db: None) -> None:
    for path in ("/", "/roadmap/", "/accounts/login/", "/accounts/signup/"):
        assert "sessionid" not in Client().get(path).cookies
    assert not Session.objects.exists()


@pytest.mark.asvs("7.4.3", "7.5.2")
def test_alice_sees_where_she_is_logged_in(here: Client, there: Client) -> None:
    page = parse(here.get(SECURITY).content.decode())
    text = " ".join(page.all("section", id="security")[0].text.split())

    assert "Firefox on Linux This one 203.0.… now" in text
    assert "Chrome on Android 198.51.… seen" in text
    assert "203.0.113.7" not in text
    assert not [key for key in Session.objects.values_list("pk", flat=True) if key in str(text)]


@pytest.mark.asvs("7.5.2", "7.4.1")
def test_alice_signs_one_out(here: Client, there: Client, alice: User) -> None:
    third = came_in(alice)
    name = device_of(there)
    asked = here.post(DEVICES, {"device": name})
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert is_in(there)
    here.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": DEVICES})

    assert not is_in(there)
    assert is_in(here)
    assert is_in(third)
    assert here.post(DEVICES, {"device": name})["Location"] == SECURITY
    assert "That device was signed out before." in here.get(SECURITY).content.decode()


@pytest.mark.asvs("7.4.3", "7.5.2")
def test_alice_signs_the_others_out(here: Client, there: Client, alice: User, bob: User) -> None:
    bobs = came_in(bob)
    assert confirm(here).post(DEVICES, {"do": "others"})["Location"] == SECURITY

    assert not is_in(there)
    assert is_in(here)
    assert is_in(bobs)
    assert "Sign out the others" not in here.get(SECURITY).content.decode()


def test_bob_signs_nobody_out_but_himself(here: Client, alice: User, bob: User) -> None:
    bobs = confirm(came_in(bob))
    for fields in ({"device": device_of(here)}, {"do": "others"}, {"device": here.session.session_key}, {}):
        assert bobs.post(DEVICES, fields).status_code == 303

    assert is_in(here)
    assert is_in(bobs)


def test_this_device_cannot_be_signed_out_from_the_list(here: Client) -> None:
    confirm(here).post(DEVICES, {"device": device_of(here)})

    assert is_in(here)


@pytest.mark.asvs("6.2.3", "7.4.3")
def test_a_new_password_ends_the_others(here: Client, there: Client, alice: User) -> None:
    fields = {"oldpassword": PASSWORD, "password1": "a longer walk uphill"}
    assert here.post("/accounts/password/change/", fields).status_code == 303

    assert is_in(here)
    assert not is_in(there)
    assert Session.objects.of(alice).count() == 1


@pytest.mark.asvs("7.4.3")
@pytest.mark.parametrize("path", ["app/off/", "codes/new/", "passkey"])
def test_a_change_of_the_second_factor_ends_the_others(
    here: Client, there: Client, alice: User, path: str
) -> None:
    make_second_factor(user=alice)
    key = key_of(make_passkey(user=alice))
    path = f"passkeys/{key}/" if path == "passkey" else path
    assert confirm(here).post(SECURITY + path, {"do": "remove"}).status_code == 303

    assert is_in(here)
    assert not is_in(there)
    assert mail.outbox[-1].to == [alice.email]


def test_connecting_an_app_ends_the_others(here: Client, there: Client, alice: User) -> None:
    page = parse(confirm(here).get(SECURITY + "app/").content.decode())
    secret = page.all("input", id="secret")[0].get("value")
    here.post(SECURITY + "app/", {"code": code_now(secret=secret)})

    assert is_in(here)
    assert not is_in(there)


@pytest.mark.asvs("7.4.1")
def test_a_copied_cookie_is_worth_nothing_after_a_log_out(here: Client) -> None:
    copied = Client()
    copied.cookies["sessionid"] = here.cookies["sessionid"].value
    assert is_in(copied)
    here.post("/accounts/logout/")

    assert not is_in(copied)


@pytest.mark.asvs("7.4.2")
def test_a_deleted_account_has_no_session_left(here: Client, alice: User) -> None:
    alice.delete()

    assert not is_in(here)
    assert not Session.objects.exists()


@pytest.mark.asvs("7.4.5")
def test_staff_end_the_sessions_of_a_learner(here: Client, there: Client, alice: User, bob: User) -> None:
    bobs = came_in(bob)
    staff = Client()
    staff.force_login(make_user(is_staff=True, is_superuser=True))
    answer = staff.post(
        "/admin/accounts/user/", {"action": "sign_out", "_selected_action": [str(alice.pk)]}, follow=True
    )

    assert "Ended 2 sessions." in answer.content.decode()
    assert not is_in(here)
    assert not is_in(there)
    assert is_in(bobs)


def test_sessions_that_are_over_are_cleared_away(here: Client, there: Client) -> None:
    now = timezone.now()
    assert due.jobs["sessions"](now) == 0
    assert due.jobs["sessions"](now + datetime.timedelta(days=15)) == 2
    assert due.jobs["sessions"](now + datetime.timedelta(days=15)) == 0


def test_the_shared_cache_forgets_what_was_ended(alice: User, settings: Any) -> None:
    settings.SESSION_ENGINE = "accounts.sessions.cached"
    here, there = came_in(alice), came_in(alice)
    assert is_in(there)
    confirm(here).post(DEVICES, {"do": "others"})

    assert not is_in(there)
    assert is_in(here)


def test_the_page_costs_the_same_for_many_devices(
    here: Client, alice: User, django_assert_max_num_queries: Any
) -> None:
    make_second_factor(user=alice)
    for _ in range(12):
        came_in_quickly(alice)
        make_passkey(user=alice)
    with django_assert_max_num_queries(7):
        page = here.get(SECURITY).content.decode()
    assert page.count("Sign out<span") == 12


def came_in_quickly(user: User) -> None:
    Client().force_login(user)


@pytest.mark.asvs("7.2.4")
def test_a_log_in_by_code_changes_the_session_id(alice: User) -> None:
    make_second_factor(user=alice)
    client = Client()
    log_in_as(client, alice.email)
    before = client.session.session_key
    client.post("/accounts/second-step/", {"code": code_now()})

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_stranger_sees_no_list(log_in: Callable[[User], Client]) -> None:
    assert Client().get(SECURITY)["Location"] == f"/accounts/login/?next={SECURITY}"
    assert Client().post(DEVICES, {"do": "others"}).status_code == 303
