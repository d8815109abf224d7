"""A creation that is sent again under its key happens once."""

import datetime
import threading
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from accounts import due
from accounts.models import Repeat
from tests.api.script import Script
from tests.factories import make_user

BODY = {"minutes": 45, "subject": "skill:py-syntax"}


@pytest.fixture
def alice(db: None) -> Script:
    return Script(make_user(email="alice@example.org"))


def log(script: Script, key: str, body: Any = None) -> Any:
    return script.post("/log", body or BODY, Idempotency_Key=key)


def test_the_first_answer_comes_again(alice: Script):
    first = log(alice, "monday")
    again = log(alice, "monday")

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again["Location"] == first["Location"]
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert alice.token.user.study_sessions.count() == 1


def test_without_a_key_and_under_another_one_it_is_another(alice: Script):
    for headers in ({}, {}, {"Idempotency_Key": "a"}, {"Idempotency_Key": "b"}):
        assert alice.post("/log", BODY, **headers).status_code == 201

    assert alice.token.user.study_sessions.count() == 4


def test_a_key_for_something_else_is_refused(alice: Script):
    log(alice, "monday")

    other = log(alice, "monday", {"minutes": 46})
    elsewhere = alice.post(
        "/breaks", {"starts_on": "2026-12-24", "ends_on": "2026-12-31"}, Idempotency_Key="monday"
    )

    for answer in (other, elsewhere):
        assert answer.status_code == 422
        assert answer.json()["type"].endswith("#key-reused")
    assert alice.token.user.study_sessions.count() == 1
    assert not alice.token.user.breaks.exists()


def test_a_refusal_is_not_kept(alice: Script):
    assert log(alice, "monday", {"minutes": 45, "subject": "skill:none"}).status_code == 409
    assert log(alice, "monday").status_code == 201


def test_keys_are_a_learners_own(alice: Script):
    bob = Script(make_user(email="bob@example.org"))
    mine, his = log(alice, "monday"), log(bob, "monday")

    assert mine.json()["id"] != his.json()["id"]
    assert bob.token.user.study_sessions.count() == 1


@pytest.mark.parametrize("key", ["", " ", "x" * 256, "with space", "caf\xe9"])
def test_a_key_is_short_and_visible(alice: Script, key: str):
    answer = log(alice, key)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "Idempotency-Key"


def test_after_a_day_the_key_is_free_and_the_answer_swept(alice: Script):
    log(alice, "monday")
    now = timezone.now()
    Repeat.objects.update(made_at=now - datetime.timedelta(hours=24))

    assert log(alice, "monday").status_code == 201
    assert alice.token.user.study_sessions.count() == 2
    assert due.jobs["kept answers of the API"](now) == 0
    assert due.jobs["kept answers of the API"](now + datetime.timedelta(hours=25)) == 1
    assert not Repeat.objects.exists()


@pytest.mark.asvs("2.3.4")
@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_happens():
    alice = Script(make_user(email="alice@example.org"))
    answers: list[Any] = []

    def send() -> None:
        script = Script()
        script.headers = alice.headers
        answers.append(log(script, "monday"))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert alice.token.user.study_sessions.count() == 1
