"""Undo: what stood there before comes back, for its owner, for an hour, once."""

import datetime
import random
from typing import Any

import pytest
import time_machine
from django.core import signing
from hypothesis import given
from hypothesis import strategies as st

from roadmap import undo
from roadmap.models import SkillProgress
from roadmap.models.marks import OPEN, SkillMark
from roadmap.next_step import next_step
from roadmap.outline import outline_for
from tests.markup import parse
from tests.person import Person

NOON = datetime.datetime(2026, 7, 22, 12, 0, tzinfo=datetime.UTC)
STATES = ["open", "learning", "done", "skipped"]


def token_of(answer: Any) -> str:
    """Return the token that an answer to htmx offers."""
    return parse(answer.content.decode()).by_id("live").named("token").get("value")


def take_back(alice: Person, token: str, *, page: str = "/roadmap/") -> str:
    """Undo and return what is said."""
    answer = alice.quietly("/undo/", {"token": token}, page=page)
    assert answer.status_code == 200
    return parse(answer.content.decode()).by_id("live").text


def rows(alice: Person) -> dict[str, tuple[str, datetime.date | None, int, datetime.datetime]]:
    progress = alice.user.skill_progress.select_related("skill")
    return {r.skill.slug: (r.state, r.done_on, r.count, r.changed_at) for r in progress}


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_whatever_stood_there_comes_back_with_its_day_and_moment(alice: Person, before: str, after: str):
    if before == after:
        return
    alice.tick("py-syntax", before, done_on="2026-01-05" if before == "done" else "")
    stood = rows(alice)

    said = take_back(alice, token_of(alice.tick("py-syntax", after)))

    assert rows(alice) == stood
    assert said == "Undone: Variables, types and control flow is as it was."


def test_a_first_tick_leaves_no_row_behind(alice: Person):
    take_back(alice, token_of(alice.tick("py-syntax")))

    assert rows(alice) == {}


def test_resume_goes_on_where_it_would_have_without_the_tick(alice: Person):
    alice.tick("py-environment")
    before = next_step(outline_for(alice.user.pk))
    take_back(alice, token_of(alice.tick("sql-basics")))

    after = next_step(outline_for(alice.user.pk))
    assert [s.line.skill.slug for s in after.steps] == [s.line.skill.slug for s in before.steps]
    assert after.last_done
    assert after.last_done.skill.slug == "py-environment"


def test_one_undo_for_a_whole_module(alice: Person):
    alice.tick("py-syntax", "learning")
    alice.tick("py-functions", "skipped")
    stood = rows(alice)
    answer = alice.quietly("/modules/python/known/", {"state": "done"})
    many = len(rows(alice)) - 1

    said = take_back(alice, token_of(answer))

    assert rows(alice) == stood
    assert said == f"Undone: {many - 1} skills are as they were."


def test_without_script_the_message_carries_undo(alice: Person):
    alice.tick("py-syntax", quiet=False)
    form = alice.see("/roadmap/").by_id("live").all("form")[0]
    answer = alice.send(form.get("action"), {"token": form.named("token").get("value")})

    assert (answer.status_code, answer["Location"]) == (303, "/roadmap/")
    assert rows(alice) == {}
    assert "Undone" in alice.see("/roadmap/").by_id("live").text


def test_without_script_a_whole_phase_can_be_undone(alice: Person):
    alice.send("/roadmap/core-ml/known/", {"state": "done"}, page="/roadmap/core-ml/")
    assert len(rows(alice)) > 50
    form = alice.see("/roadmap/core-ml/").by_id("live").all("form")[0]
    alice.send(
        "/undo/",
        {"token": form.named("token").get("value")},
        page="/roadmap/core-ml/",
    )

    assert rows(alice) == {}


def test_used_twice_it_changes_nothing_more(alice: Person):
    alice.tick("py-syntax", "learning")
    token = token_of(alice.tick("py-syntax"))
    take_back(alice, token)
    stood = rows(alice)

    assert take_back(alice, token) == "There was nothing left to undo."
    assert rows(alice) == stood


def test_what_changed_again_since_stays(alice: Person):
    token = token_of(alice.tick("py-syntax"))
    alice.tick("py-syntax", "skipped")

    assert take_back(alice, token) == "There was nothing left to undo."
    assert rows(alice)["py-syntax"][0] == "skipped"


def test_of_many_only_what_stayed_as_it_was_set_is_put_back(alice: Person):
    token = token_of(alice.quietly("/modules/dev-tools/known/", {"state": "done"}))
    alice.tick("git-basics", "learning")
    take_back(alice, token)

    assert {slug: row[0] for slug, row in rows(alice).items()} == {"git-basics": "learning"}


@pytest.mark.asvs("9.2.1")
def test_after_an_hour_it_is_too_late(alice: Person):
    with time_machine.travel(NOON, tick=False):
        token = token_of(alice.tick("py-syntax"))
    with time_machine.travel(NOON + datetime.timedelta(minutes=61), tick=False):
        said = take_back(alice, token)

    assert said == "This can no longer be undone. Set the state you want by hand."
    assert rows(alice)["py-syntax"][0] == "done"


def test_just_before_the_hour_it_is_not(alice: Person):
    with time_machine.travel(NOON, tick=False):
        token = token_of(alice.tick("py-syntax"))
    with time_machine.travel(NOON + datetime.timedelta(minutes=59), tick=False):
        take_back(alice, token)

    assert rows(alice) == {}


@pytest.mark.asvs("8.4.1")
def test_bob_cannot_undo_what_alice_did(alice: Person, bob: Person):
    token = token_of(alice.tick("py-syntax"))
    bob.tick("py-syntax")

    assert take_back(bob, token).startswith("This can no longer be undone.")
    assert rows(alice)["py-syntax"][0] == "done"
    assert rows(bob)["py-syntax"][0] == "done"


@pytest.mark.parametrize(
    "token",
    ["", "x", "x:y:z", ":" * 50, "eyJ9:1:2", "a" * 90_000, "☃", "W10:1vNjvD:0000", '{"user":1}'],
)
def test_a_token_that_is_none_is_refused_kindly(alice: Person, token: str):
    alice.tick("py-syntax")

    assert take_back(alice, token).startswith("This can no longer be undone.")
    assert rows(alice)["py-syntax"][0] == "done"


@pytest.mark.asvs("9.1.1")
def test_no_changed_character_of_a_token_goes_unnoticed(alice: Person):
    token = token_of(alice.tick("py-syntax"))
    for place in range(0, len(token), 7):
        other = "A" if token[place] != "A" else "B"
        said = take_back(alice, token[:place] + other + token[place + 1 :])
        assert said.startswith("This can no longer be undone.")
    assert rows(alice)["py-syntax"][0] == "done"


@pytest.mark.asvs("9.2.2", "9.2.4")
def test_something_signed_for_another_purpose_is_no_token(alice: Person):
    alice.tick("py-syntax")
    skill = SkillProgress.objects.get(user=alice.user).skill_id
    forged = signing.dumps([alice.user.pk, [[skill, "open", "", 0, "", "done"]]], salt="another")

    assert take_back(alice, forged).startswith("This can no longer be undone.")


def test_a_visitor_cannot_undo(alice: Person, visitor: Person):
    token = token_of(alice.tick("py-syntax"))
    answer = visitor.send("/undo/", {"token": token})

    assert answer.status_code == 303
    assert answer["Location"].startswith("/accounts/login/")
    assert rows(alice)["py-syntax"][0] == "done"


marks = st.one_of(
    st.just(OPEN),
    st.builds(
        SkillMark,
        state=st.sampled_from(["open", "learning", "skipped"]),
        done_on=st.none(),
        count=st.integers(0, 9999),
        changed_at=st.datetimes(timezones=st.just(datetime.UTC)).map(str),
    ),
    st.builds(
        SkillMark,
        state=st.just("done"),
        done_on=st.dates(),
        count=st.integers(0, 9999),
        changed_at=st.datetimes(timezones=st.just(datetime.UTC)).map(str),
    ),
)


@given(st.lists(st.tuples(st.integers(1, 10**9), marks, st.sampled_from(STATES)), max_size=30))
def test_a_token_says_exactly_what_it_was_given(changes: list[tuple[int, SkillMark, str]]):
    back = undo.read(7, undo.token(7, changes))

    assert [(was.skill_id, was.became) for was in back] == [(pk, became) for pk, _, became in changes]
    for was, (_, mark, _) in zip(back, changes, strict=True):
        assert was.mark[:3] == mark[:3]
        if mark.changed_at is None:
            assert was.mark.changed_at is None
        else:
            assert was.mark.moment == mark.moment


@pytest.mark.parametrize("phase", ["foundation", "core-ml", "specialization-portfolio", "job-preparation"])
def test_without_script_undo_of_the_largest_change_survives_the_way_back(alice: Person, phase: str):
    """The token waits in the message, which waits in a cookie, and each skill has a moment of its own."""
    view = outline_for(alice.user.pk).phase(phase)
    assert view
    lines = [line for module in view.modules for line in module.lines if line.counts]
    chance = random.Random(7)
    for line in lines:
        SkillProgress.objects.put(
            user_id=alice.user.pk,
            skill_id=line.skill.id,
            state="open",
            done_on=None,
            count=chance.randrange(100),
            at=NOON - datetime.timedelta(microseconds=chance.randrange(10**13)),
        )
    stood = rows(alice)
    alice.send(f"/roadmap/{phase}/known/", {"state": "done"}, page=f"/roadmap/{phase}/")
    live = alice.see(f"/roadmap/{phase}/").by_id("live")
    alice.send("/undo/", {"token": live.named("token").get("value")})

    assert rows(alice) == stood
