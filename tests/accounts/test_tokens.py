"""Alice makes access tokens for her scripts, and revokes them."""

import hashlib
import logging
import re
from typing import Any

import pytest
from django.core import mail

from accounts.models import AccessToken
from accounts.scopes import SCOPES
from tests.factories import make_user
from tests.person import Person

PAGE = "/settings/tokens/"
FIELDS = {"name": "desk timer", "expires": "90", "scope": ["log:write"]}


@pytest.fixture
def alice(db: None) -> Person:
    alice = Person(make_user(email="alice@example.org", verified=True))
    alice.confirm()
    return alice


def make(alice: Person, **fields: Any) -> Any:
    return alice.send(PAGE, FIELDS | fields, page=PAGE)


def secret_in(answer: Any) -> str:
    found = re.search(r'value="(mp_[^"]+)"', answer.content.decode())
    assert found
    return found[1]


@pytest.mark.asvs("11.5.1", "14.2.1", "14.3.2")
def test_a_token_is_shown_once_and_kept_as_a_hash(alice: Person):
    answer = make(alice)

    secret = secret_in(answer)
    assert re.fullmatch(r"mp_[\w-]{43}", secret)
    assert "no-store" in answer["Cache-Control"]
    assert answer.status_code == 200
    row = AccessToken.objects.get()
    assert row.digest == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in repr(list(AccessToken.objects.values()))
    page = alice.get(PAGE).content.decode()
    assert secret not in page
    assert "desk timer" in page
    assert "never used" in page


def test_the_form_offers_every_scope_in_words(alice: Person):
    page = alice.see(PAGE)

    boxes = [box.get("value") for box in page.all("input") if box.get("name") == "scope"]
    assert boxes == list(SCOPES)
    for scope in SCOPES.values():
        assert scope.words in page.text


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "", "Give it a name"),
        ("name", "x" * 61, "60 characters"),
        ("name", "desk\x07timer", "cannot be stored"),
        ("expires", "tomorrow", "Choose 90 days"),
        ("scope", [], "at least one"),
        ("scope", ["everything"], "no such scope"),
        ("token", "damaged", "damaged"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(alice: Person, field: str, value: Any, says: str):
    answer = make(alice, **{field: value})

    assert answer.status_code == 422
    assert says in answer.content.decode()
    if field != "scope":
        assert 'value="log:write" checked' in answer.content.decode()
    assert not AccessToken.objects.exists()


def test_a_form_sent_twice_makes_one(alice: Person):
    pk = "0191d5a0-0000-4000-8000-00000000a001"
    make(alice, token=pk)

    again = make(alice, token=pk)

    assert (again.status_code, again["Location"]) == (303, PAGE)
    assert AccessToken.objects.count() == 1
    assert "mp_" not in alice.get(PAGE).content.decode()


@pytest.mark.asvs("2.3.2")
def test_twenty_are_as_many_as_fit(alice: Person):
    for number in range(AccessToken.MOST):
        assert make(alice, name=f"number {number}").status_code == 200

    answer = make(alice, name="one more")

    assert answer.status_code == 422
    assert "as many as fit" in answer.content.decode()
    assert AccessToken.objects.count() == AccessToken.MOST


@pytest.mark.asvs("7.5.1")
def test_who_was_not_asked_lately_is_asked_first(db: None):
    alice = Person(make_user(email="alice@example.org", verified=True))

    assert alice.get(PAGE).status_code == 200
    answer = make(alice)

    assert answer.status_code in (302, 303)
    assert "reauthenticate" in answer["Location"]
    assert not AccessToken.objects.exists()


@pytest.mark.asvs("16.3.3", "16.2.5")
def test_making_and_revoking_leave_an_event_and_a_mail(alice: Person, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    secret = secret_in(make(alice))
    row = AccessToken.objects.get()

    alice.send(f"{PAGE}{row.pk}/revoke/", page=PAGE)

    events = [record.__dict__["event"] for record in caplog.records if record.name == "milepost.security"]
    assert events == ["token_made", "token_revoked"]
    assert [message.subject for message in mail.outbox] == [
        "A Milepost access token was made",
        "A Milepost access token was revoked",
    ]
    assert "Log time (log:write)" in mail.outbox[0].body
    for text in (caplog.text, *(message.body for message in mail.outbox)):
        assert secret not in text
    assert not AccessToken.objects.exists()


def test_a_strangers_token_is_not_there_and_one_that_is_gone_stays_so(alice: Person):
    make(alice)
    row = AccessToken.objects.get()
    bob = Person(make_user(email="bob@example.org", verified=True))
    bob.confirm()

    assert bob.send(f"{PAGE}{row.pk}/revoke/", page=PAGE).status_code == 404
    assert AccessToken.objects.exists()
    assert alice.send(f"{PAGE}{row.pk}/revoke/", page=PAGE).status_code == 303
    assert alice.send(f"{PAGE}{row.pk}/revoke/", page=PAGE).status_code == 303


def test_the_page_takes_as_many_statements_with_many_tokens(
    alice: Person, django_assert_max_num_queries: Any
):
    for number in range(10):
        make(alice, name=f"number {number}")

    with django_assert_max_num_queries(7):
        alice.get(PAGE)
