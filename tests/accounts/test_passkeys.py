"""Passkeys: adding one, logging in with it alone, naming and removing it."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from accounts.models import SignIn, User
from accounts.passkeys import passkeys_of
from tests.accounts.factors import make_passkey, make_second_factor
from tests.accounts.soft_key import SoftKey
from tests.accounts.test_authenticator_app import CODES, halfway
from tests.person import confirm

ADD = "/settings/security/passkey/"
LOG_IN = "/accounts/passkey/"
OPTIONS = "/accounts/passkey/options/"
SECURITY = "/settings/security/"
REFUSED = "This passkey was not accepted."

pytestmark = pytest.mark.django_db


def browser() -> Client:
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def client(alice: User) -> Client:
    """Alice's browser, in which she just confirmed who she is."""
    client = browser()
    client.force_login(alice)
    return confirm(client)


@pytest.fixture
def key(alice: User) -> SoftKey:
    """A passkey that Alice has."""
    key = SoftKey()
    make_passkey(user=alice, key=key)
    return key


def options(client: Client, purpose: str) -> Any:
    return client.post(OPTIONS, {"for": purpose}).json()


def add(client: Client, key: SoftKey, name: str = "Phone") -> Any:
    return client.post(ADD, {"name": name, "credential": key.made(options(client, "add"))})


def log_in(client: Client, key: SoftKey, **fields: str) -> Any:
    return client.post(LOG_IN, {"credential": key.used(options(client, "log-in")), **fields})


@pytest.mark.asvs("6.3.3")
def test_alice_adds_one_and_logs_in_without_a_password(client: Client, alice: User) -> None:
    key = SoftKey()
    answer = add(client, key, "  Blue   key ")
    assert (answer.status_code, answer["Location"]) == (303, CODES)
    assert [passkey.name for passkey in passkeys_of(alice)] == ["Blue key"]
    assert mail.outbox[-1].subject == "A passkey was added to your Milepost account"
    assert "“Blue key”" in str(mail.outbox[-1].body)

    elsewhere = browser()
    answer = log_in(elsewhere, key, next="/skills/chain-rule/")
    assert (answer.status_code, answer["Location"]) == (303, "/skills/chain-rule/")
    assert elsewhere.session["_auth_user_id"] == str(alice.pk)
    assert SignIn.objects.recent(alice)[0].words == "passkey"
    assert passkeys_of(alice)[0].used_at


def test_the_options_ask_for_a_key_that_knows_its_owner(client: Client, alice: User, key: SoftKey) -> None:
    asked = options(client, "add")

    assert asked["rp"] == {"id": "localhost", "name": "Milepost"}
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    # A device that holds one already is not asked for a second.
    assert len(asked["excludeCredentials"]) == 1
    assert (
        "allowCredentials" not in options(browser(), "log-in")
        or not options(browser(), "log-in")["allowCredentials"]
    )


def test_a_second_one_of_the_same_device_is_refused(client: Client, alice: User) -> None:
    key = SoftKey()
    add(client, key)
    again = add(client, key)

    assert again.status_code == 422
    assert "This passkey is on your list already." in again.content.decode()
    assert len(passkeys_of(alice)) == 1


def test_one_of_another_device_is_a_second_way(client: Client, alice: User) -> None:
    add(client, SoftKey())
    assert add(client, SoftKey(), "Laptop")["Location"] == SECURITY

    assert [passkey.name for passkey in passkeys_of(alice)] == ["Phone", "Laptop"]


def test_a_missing_name_loses_no_passkey(client: Client, alice: User) -> None:
    """The device holds it by then."""
    assert add(client, SoftKey(), "  ").status_code == 303
    assert passkeys_of(alice)[0].name == "Passkey"


def test_a_key_that_checks_nobody_is_refused(client: Client, alice: User) -> None:
    assert add(client, SoftKey(verifies=False)).status_code == 422
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost.evil.example", "null"])
def test_a_false_site_gets_nowhere(client: Client, alice: User, key: SoftKey, origin: str) -> None:
    assert add(client, SoftKey(origin=origin)).status_code == 422
    key.origin = origin
    assert log_in(browser(), key).status_code == 422


@pytest.mark.asvs("6.5.1")
def test_an_answer_counts_once(alice: User, key: SoftKey) -> None:
    client = browser()
    sent = key.used(options(client, "log-in"))
    assert client.post(LOG_IN, {"credential": sent}).status_code == 303
    client.post("/accounts/logout/")

    again = client.post(LOG_IN, {"credential": sent})
    assert again.status_code == 422
    assert REFUSED in again.content.decode()
    assert "<title>Error: Log in" in again.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.asvs("6.6.2")
def test_an_answer_counts_in_the_browser_that_asked(alice: User, key: SoftKey) -> None:
    sent = key.used(options(browser(), "log-in"))
    other = browser()
    options(other, "log-in")

    assert other.post(LOG_IN, {"credential": sent}).status_code == 422


def test_a_stranger_cannot_claim_to_be_alice(alice: User, bob: User, key: SoftKey) -> None:
    bobs = SoftKey()
    make_passkey(user=bob, key=bobs)
    bobs.owner = key.owner

    assert log_in(browser(), bobs).status_code == 422


@pytest.mark.parametrize("owner", ["", "AAAA", "enp6enp6enp6enp6eg", "Z" * 300, "w7w", "LTE"])
def test_an_owner_who_is_nobody(db: None, owner: str) -> None:
    key = SoftKey()
    key.owner = owner

    assert log_in(browser(), key).status_code == 422


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "x",
        "[]",
        "null",
        "1",
        '"x"',
        "{}",
        "[" * 19_000,
        "{" * 30_000,
        '{"id": 1}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": []}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", '
        '"authenticatorData": "AA", "signature": "AA", "userHandle": [1], "attestationObject": "AA"}}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "W10", '
        '"authenticatorData": "AA", "signature": "AA", "userHandle": {}, "attestationObject": "n5-fn58"}}',
    ],
)
def test_what_is_no_passkey_is_refused_and_breaks_nothing(client: Client, credential: str) -> None:
    visitor = browser()
    options(visitor, "log-in")
    options(client, "add")

    assert visitor.post(LOG_IN, {"credential": credential}).status_code == 422
    assert client.post(ADD, {"name": "x", "credential": credential}).status_code == 422
    assert not Authenticator.objects.exists()


def test_a_closed_account_stays_closed(alice: User, key: SoftKey) -> None:
    alice.is_active = False
    alice.save()
    client = browser()

    assert log_in(client, key)["Location"] == "/accounts/inactive/"
    assert "_auth_user_id" not in client.session


def test_it_is_a_second_step_too(alice: User, key: SoftKey) -> None:
    client = Client(SERVER_NAME="localhost")
    client.cookies = halfway(alice).cookies
    page = client.get("/accounts/second-step/").content.decode()
    assert 'name="code"' not in page, "there is no app and there are no recovery codes"
    sent = key.used(options(client, "step"))

    assert client.post("/accounts/second-step/", {"credential": sent})["Location"] == "/today/"
    assert SignIn.objects.recent(alice)[0].words == "password and passkey"


@pytest.mark.parametrize("purpose", ["step", "confirm", "add", "", "x"])
def test_visitors_get_options_to_log_in_only(db: None, purpose: str) -> None:
    assert browser().post(OPTIONS, {"for": purpose}).status_code == 403


def test_a_stolen_session_adds_none(alice: User) -> None:
    stolen = browser()
    stolen.force_login(alice)

    assert stolen.post(OPTIONS, {"for": "add"}).status_code == 403
    assert stolen.get(ADD)["Location"].startswith("/accounts/reauthenticate/")


def test_alice_names_it_anew_and_removes_it(client: Client, alice: User, key: SoftKey) -> None:
    path = f"{SECURITY}passkeys/{passkeys_of(alice)[0].key}/"
    assert client.post(path, {"name": " Old  phone ", "do": "save"})["Location"] == SECURITY
    assert passkeys_of(alice)[0].name == "Old phone"
    for name in ("", "x" * 61, "bell\x07"):
        assert client.post(path, {"name": name, "do": "save"}).status_code == 422

    assert client.post(path, {"do": "remove"})["Location"] == SECURITY
    assert not passkeys_of(alice)
    assert mail.outbox[-1].subject == "A passkey was removed from your Milepost account"
    assert client.post(path, {"do": "remove"}).status_code == 404
    assert log_in(browser(), key).status_code == 422


def test_with_the_last_one_the_recovery_codes_go(client: Client, alice: User) -> None:
    add(client, SoftKey())
    client.post(f"{SECURITY}passkeys/{passkeys_of(alice)[0].key}/", {"do": "remove"})

    assert not Authenticator.objects.exists()


def test_bob_neither_sees_nor_touches_it(alice: User, bob: User, key: SoftKey) -> None:
    path = f"{SECURITY}passkeys/{passkeys_of(alice)[0].key}/"
    bobs = browser()
    bobs.force_login(bob)
    confirm(bobs)

    assert bobs.get(path).status_code == 404
    assert bobs.post(path, {"do": "remove"}).status_code == 404
    assert len(passkeys_of(alice)) == 1


def test_it_proves_who_one_is(alice: User, key: SoftKey) -> None:
    client = browser()
    client.force_login(alice)
    assert client.get(ADD)["Location"] == "/accounts/reauthenticate/?next=%2Fsettings%2Fsecurity%2Fpasskey%2F"
    sent = key.used(options(client, "confirm"))

    answer = client.post("/accounts/reauthenticate/passkey/", {"credential": sent, "next": ADD})
    assert (answer.status_code, answer["Location"]) == (303, ADD)
    assert client.get(ADD).status_code == 200


def test_bobs_key_does_not_prove_that_he_is_alice(alice: User, bob: User, key: SoftKey) -> None:
    bobs = SoftKey()
    make_passkey(user=bob, key=bobs)
    client = browser()
    client.force_login(alice)
    sent = json.loads(bobs.used(options(client, "confirm")))

    answer = client.post("/accounts/reauthenticate/passkey/", {"credential": json.dumps(sent), "next": ADD})
    assert answer.status_code == 422
    assert REFUSED in answer.content.decode()
    assert client.get(ADD).status_code == 302


def test_tries_are_limited(db: None) -> None:
    client = browser()
    answers = [client.post(LOG_IN, {"credential": "{}"}).status_code for _ in range(31)]

    assert answers == [422] * 30 + [429]


def test_with_an_app_the_second_step_offers_both(alice: User, key: SoftKey) -> None:
    make_second_factor(user=alice)
    page = halfway(alice).get("/accounts/second-step/").content.decode()

    assert 'name="code"' in page
    assert "Use a passkey" in page
