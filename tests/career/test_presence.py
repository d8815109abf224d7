"""Alice ticks off where others can see her work."""

import pytest

from career.models import PresencePoint
from career.presence.points import AREAS, POINTS
from tests.markup import parse
from tests.person import Person
from tests.roadmap.test_statements import read
from tests.swaps import swap

PAGE = "/career/presence/"
KEY = "github-repositories"
ONE = f"{PAGE}{KEY}/"


def states(person: Person) -> dict[str, str]:
    page = person.see(PAGE)
    return {node.id: node.get("data-state") for node in page.all("li") if node.get("data-state")}


def test_every_point_of_the_guide_is_there(alice: Person):
    assert [len(area.points) for area in AREAS] == [4, 4, 4, 4]
    assert list(states(alice)) == list(POINTS)
    assert all(len(key) <= 40 for key in POINTS)
    assert "The guide asks for 10 or more." in alice.see(PAGE).text


def test_a_point_is_claimed_by_a_tick_and_shown_by_a_link(alice: Person):
    answer = alice.send(f"{ONE}state/", {"state": "done"}, page=PAGE)
    assert (answer.status_code, answer["Location"]) == (303, f"{PAGE}#{KEY}")
    assert states(alice)[KEY] == "claimed"

    alice.send(ONE, {"link": "https://github.com/alice", "note": "Twelve of them"}, page=PAGE)
    assert states(alice)[KEY] == "done"
    text = alice.see(PAGE).text
    assert "1 of 16 points done, 1 with a link that shows it." in text
    assert "Twelve of them" in text


def test_a_repeat_changes_nothing_and_reopening_keeps_what_shows_it(alice: Person):
    alice.send(ONE, {"link": "https://github.com/alice", "note": ""})
    for _ in range(2):
        alice.send(f"{ONE}state/", {"state": "done"})
    PresencePoint.objects.update(done_on="2026-05-04")
    alice.send(f"{ONE}state/", {"state": "done"})
    row = PresencePoint.objects.get(user=alice.user)
    assert str(row.done_on) == "2026-05-04"

    for _ in range(2):
        alice.send(f"{ONE}state/", {"state": "open"})
    row.refresh_from_db()
    assert (row.done_on, row.link) == (None, "https://github.com/alice")
    assert states(alice)[KEY] == "open"


def test_a_tick_through_htmx_leaves_the_page_as_a_fresh_one_would_be(alice: Person):
    page = alice.see(PAGE)
    answer = alice.quietly(f"{ONE}state/", {"state": "done"}, page=PAGE)
    swapped = swap(page, parse(answer.content.decode()))

    assert {KEY, "presence-counts", "count-github", "live"} <= set(swapped)
    fresh = alice.see(PAGE)
    for wanted in (KEY, "presence-counts", "count-github"):
        (was,) = (node.text for node in page if node.id == wanted)
        (became,) = (node.text for node in fresh if node.id == wanted)
        assert was == became


def test_what_is_no_link_is_refused_and_nothing_typed_is_lost(alice: Person):
    answer = alice.send(ONE, {"link": "javascript:alert(1)", "note": "Twelve of them"}, page=PAGE)
    page = parse(answer.content.decode())

    assert answer.status_code == 422
    assert "Start with https://" in page.text
    (note,) = (node for node in page.all("input", name="note") if node.get("value"))
    assert note.get("value") == "Twelve of them"
    (fold,) = (node for node in page.all("details") if "open" in node.attributes)
    assert note in list(fold)
    assert not PresencePoint.objects.exists()


def test_a_note_that_is_too_long_and_a_state_that_is_none_are_refused(alice: Person):
    assert alice.send(ONE, {"note": "x" * 301}).status_code == 422
    answer = alice.send(f"{ONE}state/", {"state": "famous"})
    assert answer.status_code == 422
    assert "A point is done or open." in answer.content.decode()
    assert not PresencePoint.objects.exists()


@pytest.mark.parametrize("path", [f"{PAGE}github-stars/", f"{PAGE}github-stars/state/"])
def test_an_unknown_point_is_nowhere(alice: Person, path: str):
    assert alice.send(path, {"state": "done", "note": "x"}).status_code == 404
    assert not PresencePoint.objects.exists()


def test_bob_has_a_list_of_his_own(alice: Person, bob: Person):
    alice.send(ONE, {"link": "https://github.com/alice", "note": "Hers"})
    bob.send(f"{ONE}state/", {"state": "done"})

    assert "Hers" not in bob.see(PAGE).text
    assert PresencePoint.objects.get(user=alice.user).done_on is None


def test_the_page_asks_no_more_with_all_of_them(alice: Person, bob: Person):
    for key in POINTS:
        PresencePoint.objects.create(user=bob.user, key=key, note="There", done_on=bob.user.today())
    little, much = read(alice, PAGE), read(bob, PAGE)

    assert len(little) == len(much) <= 7, "\n".join(much)
