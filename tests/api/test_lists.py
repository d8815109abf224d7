"""Lists come a page at a time, in a stable order."""

import datetime
from typing import Any

import pytest

from tests.api.account import make_rows
from tests.api.calls import CALLS
from tests.api.script import Script
from tests.career.rows import make_application
from tests.factories import make_session, make_user

LISTS = [call.path for call in CALLS.values() if call.id.startswith("list_")]


@pytest.fixture
def alice(db: None) -> Script:
    return Script(make_user(email="alice@example.org"))


def walk(script: Script, path: str, limit: int) -> list[Any]:
    """Return everything in a list, page by page."""
    items: list[Any] = []
    cursor = ""
    while True:
        page = script.see(f"{path}{'&' if '?' in path else '?'}limit={limit}{cursor}")
        assert len(page["items"]) <= limit
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize("path", LISTS)
def test_pages_add_up_to_the_whole(db: None, path: str):
    script = Script(make_rows().user)

    whole = script.see(f"{path}?limit=100")["items"]

    assert whole
    if len(whole) < 100:
        assert walk(script, path, max(1, len(whole) // 3)) == whole


def test_the_log_is_walked_once_however_it_grows(alice: Script):
    user = alice.token.user
    for number in range(7):
        make_session(user=user, day=user.today() - datetime.timedelta(number // 2), minutes=number + 1)
    page = alice.see("/log?limit=3")
    make_session(user=user, day=user.today(), minutes=99)

    rest = alice.see(f"/log?limit=100&cursor={page['next']}")

    seen = [row["minutes"] for row in page["items"] + rest["items"]]
    assert sorted(seen) in ([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 99])
    assert len(set(seen)) == len(seen)


def test_days_narrow_the_log(alice: Script):
    user = alice.token.user
    for number in range(4):
        make_session(user=user, day=datetime.date(2026, 1, 1 + number), minutes=number + 1)

    found = alice.see("/log?since=2026-01-02&until=2026-01-03")["items"]

    assert [row["minutes"] for row in found] == [3, 2]


@pytest.mark.asvs("9.1.1", "9.2.2")
@pytest.mark.parametrize("spoil", [lambda c: c[:-2], lambda c: "x" + c, lambda c: c + "A", lambda c: "1:2"])
def test_a_cursor_that_was_changed_or_is_of_another_list_is_refused(alice: Script, spoil: Any):
    cursor = alice.see("/skills?limit=1")["next"]

    for path in (f"/skills?cursor={spoil(cursor)}", f"/resources?cursor={cursor}"):
        answer = alice.get(path)
        assert answer.status_code == 409
        assert answer.json()["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize("limit", ["0", "101", "-1", "1.0", "1e1", "x", "", "٣", "99999999999999999999"])
def test_a_limit_is_1_to_100(alice: Script, limit: str):
    assert alice.get(f"/skills?limit={limit}").status_code == 422


def test_many_rows_take_no_more_statements(alice: Script, django_assert_max_num_queries: Any):
    for number in range(30):
        make_session(user=alice.token.user, minutes=1 + number)
        make_application(user=alice.token.user, company=f"Company {number}")
    alice.get("/log")

    for path in ("/log", "/applications", "/evidence", "/builds", "/interviews", "/runway", "/notes"):
        with django_assert_max_num_queries(7):
            alice.see(f"{path}?limit=100")
