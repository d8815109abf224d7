"""A token may call so often, and is told."""

import re
import time
from collections import OrderedDict
from typing import Any

import pytest
from pytest_django import Settings

from accounts.api import allowance
from accounts.api.problems import Problem
from accounts.limits import LIMITS
from accounts.models import AccessToken
from tests.api.script import Script
from tests.factories import make_user

MOST, WINDOW = LIMITS["api"][0].times, LIMITS["api"][0].seconds
NOW = 1_800_000_000.0 - 1_800_000_000 % WINDOW + 1


@pytest.fixture
def alice(db: None) -> Script:
    return Script(make_user(email="alice@example.org"))


def call(token: AccessToken, now: float = NOW) -> int | None:
    """Count a call; return how many are left, None when it was refused."""
    try:
        return allowance.count(token, now).left
    except Problem:
        return None


@pytest.mark.asvs("2.4.1")
def test_every_answer_tells_what_is_left(alice: Script):
    first, second = alice.get("/token"), alice.get("/token")

    assert first["RateLimit-Policy"] == f'"token";q={MOST};w={WINDOW}'
    left = [int(re.fullmatch(r'"token";r=(\d+);t=\d+', a["RateLimit"])[1]) for a in (first, second)]  # type: ignore[index]
    assert left[1] in (left[0] - 1, MOST - 1)


@pytest.mark.asvs("2.4.1")
def test_one_more_than_may_be_is_refused_until_the_next_window(alice: Script):
    left = [call(alice.token) for _ in range(MOST + allowance.CHUNK + 1)]

    assert left[0] == MOST - 1
    assert None in left
    assert MOST <= left.index(None) <= MOST + allowance.CHUNK
    assert call(alice.token, NOW + WINDOW) == MOST - 1


@pytest.mark.asvs("2.4.1")
def test_workers_share_the_sum(alice: Script):
    """Each knows nothing of the others but what stands in the database."""
    workers: list[Any] = [OrderedDict() for _ in range(3)]
    through = 0
    for number in range(3 * MOST):
        allowance._windows = workers[number % 3]
        through += call(alice.token) is not None
    allowance._windows = OrderedDict()

    assert MOST <= through <= MOST + 3 * allowance.CHUNK


def test_a_busy_token_is_written_down_once_in_twenty_calls(alice: Script, django_assert_max_num_queries: Any):
    for _ in range(2 * allowance.CHUNK):
        call(alice.token)

    with django_assert_max_num_queries(4):
        for _ in range(allowance.CHUNK):
            call(alice.token)


def test_the_refusal_says_when_to_go_on(alice: Script, monkeypatch: pytest.MonkeyPatch):
    number = int(time.time()) // WINDOW
    AccessToken.objects.update(window=number, calls=MOST)
    answer = None
    for _ in range(allowance.CHUNK + 1):
        answer = alice.get("/token")

    if answer is not None and int(time.time()) // WINDOW == number:
        assert answer.status_code == 429
        assert 0 < int(answer["Retry-After"]) <= WINDOW
        assert answer["RateLimit"].startswith('"token";r=0;')
        assert answer.json()["type"].endswith("#too-many-requests")


@pytest.mark.asvs("2.4.1", "6.3.1")
def test_guessing_tokens_is_slowed_down(db: None, settings: Settings):
    script = Script()
    script.headers = {"Authorization": f"Bearer mp_{'A' * 43}"}

    statuses = [script.get("/token").status_code for _ in range(LIMITS["api_failed"][0].times + 1)]

    assert set(statuses[:-1]) == {401}
    assert statuses[-1] == 429
