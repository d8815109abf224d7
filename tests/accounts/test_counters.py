"""What is asked often is counted in one statement, exactly, by every process."""

import datetime
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from accounts import due
from accounts.limits import LIMITS, Limit
from accounts.models import Allowance, Counter, User
from accounts.refusals import limited

THREE = Limit(3, 60, "key")
NOW = 1_800_000_000.0


def at_once(how_many: int, what: Callable[[], Any]) -> list[Any]:
    """Return what `how_many` threads got that began `what` at the same moment."""
    start, got = threading.Barrier(how_many), []

    def one() -> None:
        try:
            start.wait()
            got.append(what())
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(how_many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


@pytest.mark.asvs("2.3.2")
@pytest.mark.django_db
def test_the_fourth_of_three_is_refused_until_the_minute_is_over():
    spend = Counter.objects.spend

    assert [spend(THREE, "alice", NOW + second) for second in (0, 10, 20)] == [
        Allowance(True, 3, 2, 61),
        Allowance(True, 3, 1, 51),
        Allowance(True, 3, 0, 41),
    ]
    assert spend(THREE, "alice", NOW + 59.9) == Allowance(False, 3, 0, 1)
    assert spend(THREE, "bob", NOW + 59.9).allowed
    assert spend(THREE, "alice", NOW + 60) == Allowance(True, 3, 2, 61)


@pytest.mark.asvs("2.4.1")
@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_get_five_and_not_one_more():
    five = Limit(5, 600, "key")

    got = at_once(20, lambda: Counter.objects.spend(five, "alice"))

    assert len(got) == 20
    assert sum(allowance.allowed for allowance in got) == 5
    assert Counter.objects.get().times == 20


@pytest.mark.django_db
@given(st.lists(st.floats(0, 200), max_size=30))
def test_no_window_lets_more_through_than_its_limit(moments: list[float]):
    Counter.objects.all().delete()
    allowed = [m for m in sorted(moments) if Counter.objects.spend(THREE, "alice", NOW + m).allowed]

    # Two windows may meet within one minute, never three.
    assert all(sum(m <= other < m + 60 for other in allowed) <= 2 * THREE.times for m in allowed)


@pytest.mark.django_db
def test_the_table_names_nobody_and_is_swept():
    Counter.objects.spend(THREE, "alice@example.org", NOW)
    assert "alice" not in Counter.objects.get().key

    moment = datetime.datetime.fromtimestamp(NOW + 59, datetime.UTC)
    assert due.jobs["counters"](moment) == 0
    assert due.jobs["counters"](moment + datetime.timedelta(seconds=1)) == 1
    assert not Counter.objects.exists()


@limited("export")
def export(request: HttpRequest) -> HttpResponse:
    return HttpResponse("made")


@pytest.mark.asvs("2.4.1")
def test_a_view_says_in_one_word_how_often_it_may_be_used(alice: User, rf: RequestFactory):
    def ask(method: str) -> int:
        request = rf.generic(method, "/settings/data/export/")
        request.user = alice
        return export(request).status_code

    (few, _) = LIMITS["export"]
    assert [ask("POST") for _ in range(few.times + 1)] == [200] * few.times + [429]
    assert ask("GET") == 200
