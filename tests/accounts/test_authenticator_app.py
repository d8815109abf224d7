"""An authenticator app: connecting it, logging in with its codes, turning it off."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.core import mail
from django.test import Client
from pytest_django import Settings
from time_machine import travel

from accounts.codes import counter_of
from accounts.models import SignIn, User
from tests.accounts.factors import SECRET, code_now, make_passkey, make_second_factor
from tests.accounts.test_log_in import log_in_as
from tests.markup import parse
from tests.person import confirm

APP = "/settings/security/app/"
OFF = "/settings/security/app/off/"
CODES = "/settings/security/codes/"
STEP = "/accounts/second-step/"
AT = "2026-11-22 12:00:05Z"

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(alice: User, log_in: Callable[[User], Client]) -> Client:
    """Alice's browser, in which she just confirmed who she is."""
    return confirm(log_in(alice))


@pytest.fixture
def guarded(alice: User) -> User:
    make_second_factor(user=alice)
    return alice


def second_step(client: Client, code: str) -> Any:
    return client.post(STEP, {"code": code})


def halfway(user: User) -> Client:
    """Return a browser in which the password was right."""
    client = Client()
    answer = log_in_as(client, user.email)
    assert (answer.status_code, answer["Location"]) == (303, STEP)
    return client


@pytest.mark.asvs("6.3.3", "6.4.4")
def test_alice_connects_an_app_and_gets_recovery_codes(client: Client, alice: User) -> None:
    page = parse(client.get(APP).content.decode())
    secret = page.all("input", id="secret")[0].get("value")
    assert len(secret) == 32
    link = next(a.get("href") for a in page.all("a") if a.get("href").startswith("otpauth:"))
    assert link == f"otpauth://totp/alice%40example.org?secret={secret}&issuer=Milepost"
    assert page.all("svg", role="img")

    answer = client.post(APP, {"code": code_now(secret=secret)})
    assert (answer.status_code, answer["Location"]) == (303, CODES)
    assert len(parse(client.get(CODES).content.decode()).all("ul", id="codes")[0].all("li")) == 10
    assert mail.outbox[-1].subject == "An authenticator app guards your Milepost account"
    assert mail.outbox[-1].to == [alice.email]
    halfway(alice)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("", "Type the code."),
        ("000000", "This code does not count."),
        ("one two three", "This code does not count."),
        ("1" * 41, "this has 41 characters"),
        ("١٢٣٤٥٦", "This code does not count."),
    ],
)
def test_a_wrong_first_code_connects_nothing(client: Client, alice: User, code: str, reason: str) -> None:
    secret = parse(client.get(APP).content.decode()).all("input", id="secret")[0].get("value")
    answer = client.post(APP, {"code": code})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert reason in page
    assert secret in page, "the app would hold another key than the page"
    assert 'aria-invalid="true"' in page
    assert not Authenticator.objects.exists()


def test_sent_twice_it_is_connected_once(client: Client, alice: User) -> None:
    secret = parse(client.get(APP).content.decode()).all("input", id="secret")[0].get("value")
    for _ in range(2):
        assert client.post(APP, {"code": code_now(secret=secret)}).status_code == 303

    assert Authenticator.objects.filter(user=alice, type="totp").count() == 1
    assert client.get(APP)["Location"] == "/settings/security/"


@pytest.mark.asvs("6.5.1", "6.5.5")
def test_a_code_counts_once(guarded: User) -> None:
    code = code_now()
    assert second_step(halfway(guarded), code).status_code == 303

    again = second_step(halfway(guarded), code)
    assert again.status_code == 422
    assert "This code does not count." in again.content.decode()
    # Nor does an earlier one, which someone may have read over a shoulder.
    assert second_step(halfway(guarded), code_now(steps=-1)).status_code == 422
    assert second_step(halfway(guarded), code_now(steps=1)).status_code == 303


@pytest.mark.asvs("6.5.1")
def test_the_code_that_connected_the_app_is_spent(client: Client, alice: User) -> None:
    secret = parse(client.get(APP).content.decode()).all("input", id="secret")[0].get("value")
    code = code_now(secret=secret)
    client.post(APP, {"code": code})

    assert second_step(halfway(alice), code).status_code == 422


@pytest.mark.asvs("6.5.1")
def test_an_emptied_cache_brings_no_code_back(guarded: User, settings: Settings) -> None:
    from django.core.cache import cache

    code = code_now()
    second_step(halfway(guarded), code)
    cache.clear()

    assert second_step(halfway(guarded), code).status_code == 422


@pytest.mark.asvs("6.5.5")
@pytest.mark.parametrize(("steps", "counts"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_clocks_may_differ_by_half_a_minute(guarded: User, steps: int, counts: bool) -> None:
    with travel(AT, tick=False):
        code = code_now(steps=steps)
        assert (counter_of(SECRET, code) is not None) is counts
        assert second_step(halfway(guarded), code).status_code == (303 if counts else 422)


def test_a_code_may_be_typed_as_the_app_shows_it(guarded: User) -> None:
    code = code_now()

    assert second_step(halfway(guarded), f" {code[:3]} {code[3:]} ").status_code == 303


def test_halfway_is_not_in(guarded: User) -> None:
    client = halfway(guarded)

    assert "_auth_user_id" not in client.session
    assert client.get("/settings/")["Location"].startswith("/accounts/login/")
    assert client.post("/accounts/passkey/options/", {"for": "add"}).status_code == 403


def test_alice_returns_to_the_page_that_asked(guarded: User) -> None:
    client = Client()
    log_in_as(client, guarded.email, next="/skills/chain-rule/")

    assert second_step(client, code_now())["Location"] == "/skills/chain-rule/"


def test_the_second_step_alone_leads_nowhere(guarded: User) -> None:
    for answer in (Client().get(STEP), second_step(Client(), code_now())):
        assert answer["Location"] == "/accounts/login/"


@pytest.mark.asvs("6.3.1")
def test_five_wrong_codes_pause_the_door_in_every_browser(guarded: User) -> None:
    for _ in range(5):
        assert second_step(halfway(guarded), "000000").status_code == 422

    paused = second_step(halfway(guarded), code_now())
    assert paused.status_code == 429
    assert paused["Retry-After"] == "900"
    assert SignIn.objects.filter(user=guarded, refused=True, way="app").count() == 5


def test_a_right_code_forgets_the_wrong_ones(guarded: User) -> None:
    for _ in range(4):
        second_step(halfway(guarded), "000000")
    assert second_step(halfway(guarded), code_now()).status_code == 303

    assert second_step(halfway(guarded), "000000").status_code == 422


def test_bobs_codes_open_nothing_of_alices(guarded: User, bob: User) -> None:
    other = "A" * 32
    make_second_factor(user=bob, secret=other)

    assert second_step(halfway(guarded), code_now(secret=other)).status_code == 422


@pytest.mark.asvs("6.5.2")
def test_the_secret_is_stored_encrypted_and_outlives_a_new_key(guarded: User, settings: Settings) -> None:
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in stored

    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, as long as keys should be, of fifty or more"
    app = Authenticator.objects.get(type="totp")
    assert decrypt(app.data["secret"]) == SECRET
    assert second_step(halfway(guarded), code_now()).status_code == 303


def test_a_lost_key_is_a_refused_code_and_not_an_error(guarded: User, settings: Settings) -> None:
    settings.SECRET_KEY = "another key, as long as keys should be, of fifty or more"

    assert second_step(halfway(guarded), code_now()).status_code == 422


def test_turning_it_off_takes_the_recovery_codes_along(client: Client, guarded: User) -> None:
    assert client.get(OFF).status_code == 200
    assert client.post(OFF)["Location"] == "/settings/security/"

    assert not Authenticator.objects.exists()
    assert mail.outbox[-1].subject == "The authenticator app is off for your Milepost account"
    assert log_in_as(Client(), guarded.email)["Location"] == "/today/"
    assert client.post(OFF).status_code == 303, "a repeat is harmless"
    assert len(mail.outbox) == 1


def test_with_a_passkey_left_the_codes_stay(client: Client, guarded: User) -> None:
    make_passkey(user=guarded)
    client.post(OFF)

    assert set(Authenticator.objects.values_list("type", flat=True)) == {"webauthn", "recovery_codes"}


@pytest.mark.asvs("7.5.1")
@pytest.mark.parametrize("path", [APP, OFF, CODES, "/settings/security/codes/download/"])
def test_a_stolen_session_gets_none_of_it(guarded: User, log_in: Callable[[User], Client], path: str) -> None:
    stolen = log_in(guarded)
    answers = [stolen.get(path), stolen.post(path, {"code": code_now()}), stolen.get(path)]

    for answer in answers:
        assert answer.status_code in (302, 303, 405)
        if answer.status_code != 405:
            assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_an_address_that_nobody_proved_gets_no_second_factor(
    bob: User, log_in: Callable[[User], Client], settings: Settings
) -> None:
    """Else a stranger who signs up with it would shut its owner out for good."""
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False
    bob.emailaddress_set.update(verified=False)
    client = confirm(log_in(bob))

    assert client.get(APP)["Location"] == "/settings/security/"
    assert "Confirm your email address first" in client.get("/settings/security/").content.decode()
