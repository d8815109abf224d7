"""Alice's script ticks skills."""

import datetime

import pytest

from tests.api.script import Script
from tests.factories import make_user
from tests.person import Person

STATE = "/skills/py-syntax/state"


@pytest.fixture
def alice(db: None) -> Script:
    return Script(make_user(email="alice@example.org"))


def test_a_script_ticks_a_skill_and_the_page_shows_it(alice: Script):
    user = alice.token.user

    answer = alice.put(STATE, {"state": "done"})

    assert answer.status_code == 200, answer.content
    assert answer.json() == {
        "skill": "py-syntax",
        "title": answer.json()["title"],
        "state": "done",
        "done_on": user.today().isoformat(),
        "count": 0,
        "target": 0,
        "counts": True,
        "shown": False,
    }
    assert alice.see(STATE)["state"] == "done"
    assert Person(user).get("/skills/py-syntax/").status_code == 200
    assert user.skill_progress.get().state == "done"


def test_the_same_tick_twice_is_one_and_keeps_its_day(alice: Script):
    alice.put(STATE, {"state": "done", "done_on": "2026-01-05"})
    again = alice.put(STATE, {"state": "done"})

    assert again.json()["done_on"] == "2026-01-05"
    assert alice.token.user.skill_progress.count() == 1


def test_a_day_that_is_to_come_is_refused_and_nothing_is_written(alice: Script):
    tomorrow = alice.token.user.today() + datetime.timedelta(2)

    answer = alice.put(STATE, {"state": "done", "done_on": tomorrow.isoformat()})

    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "#/done_on"
    assert not alice.token.user.skill_progress.exists()


def test_a_count_reaches_its_target_and_falls_below_it(alice: Script):
    path = "/skills/coding-problems-100"

    assert alice.put(f"{path}/count", {"count": 12}).json()["state"] == "learning"
    assert alice.put(f"{path}/count", {"count": 100}).json()["state"] == "done"
    assert alice.put(f"{path}/count", {"count": 99}).json()["state"] == "learning"
    assert alice.put(f"{path}/state", {"state": "done"}).json()["count"] == 100
    assert alice.put("/skills/py-syntax/count", {"count": 1}).status_code == 409


def test_an_unknown_skill_is_a_problem_and_no_page(alice: Script):
    answer = alice.put("/skills/no-such-skill/state", {"state": "done"})

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == "There is no such skill."


def test_a_write_that_knows_an_old_state_is_refused(alice: Script):
    tag = alice.get(STATE)["ETag"]
    alice.put(STATE, {"state": "learning"})

    late = alice.put(STATE, {"state": "done"}, If_Match=tag)

    assert late.status_code == 412
    assert alice.see(STATE)["state"] == "learning"
    assert alice.put(STATE, {"state": "done"}, If_Match=late["ETag"]).status_code == 200


def test_a_state_that_is_known_is_not_sent_again(alice: Script):
    tag = alice.get(STATE)["ETag"]

    known = alice.get(STATE, If_None_Match=tag)

    assert (known.status_code, known.content) == (304, b"")
    alice.put(STATE, {"state": "done"})
    assert alice.get(STATE, If_None_Match=tag).status_code == 200
