"""Alice calls stages what she likes, orders them, adds her own and hides what she does not need."""

import uuid
from typing import Any

import pytest

from career.models import STANDARD, Stage
from tests.career.application_book import BOARD, STAGES, lane, move, path
from tests.career.rows import make_application
from tests.markup import parse
from tests.person import Person


def change(person: Person, do: str, key: str = "", **fields: str) -> Any:
    return person.send(STAGES, {"do": do, "key": key} | fields, page=STAGES)


def keys(person: Person) -> list[str]:
    return [item.key for item in Stage.objects.of(person.user)]


def test_they_are_the_standard_ones_until_one_is_changed(alice: Person):
    page = alice.see(STAGES)
    assert [n.get("value") for n in page.all("input", name="name")][:11] == [i.name for i in STANDARD]
    assert not Stage.objects.filter(user=alice.user).exists(), "looking writes nothing"

    answer = change(alice, "rename", "screen", name=" Recruiter’s call ")

    assert (answer.status_code, answer["Location"]) == (303, STAGES)
    assert Stage.objects.filter(user=alice.user).count() == 11
    row = Stage.objects.get(user=alice.user, key="screen")
    assert (row.name, row.means, row.position) == ("Recruiter’s call", "screen", 3)


def test_a_new_name_is_used_everywhere(alice: Person):
    row = make_application(user=alice.user)
    change(alice, "rename", "saved", name="To look at <b>")
    for where in (BOARD, "/career/?view=table", path(row), "/career/new/"):
        assert "To look at <b>" in alice.see(where).text


def test_earlier_and_later_stop_at_the_ends(alice: Person):
    standard = [item.key for item in STANDARD]
    change(alice, "later", "saved")
    assert keys(alice)[:3] == ["applied", "saved", "screen"]
    change(alice, "earlier", "saved")
    assert keys(alice) == standard
    change(alice, "earlier", "saved")
    change(alice, "later", "ghosted")
    assert keys(alice) == standard
    positions = Stage.objects.filter(user=alice.user).values_list("position", flat=True)
    assert sorted(positions) == list(range(1, 12))


def test_an_own_stage_stands_behind_the_one_it_counts_as(alice: Person):
    new = str(uuid.uuid4())
    for _ in range(2):
        answer = change(alice, "add", new=new, name="Take-home", means="technical")
        assert answer.status_code == 303
    found = Stage.objects.of(alice.user)

    assert [item.name for item in found[3:5]] == ["Technical", "Take-home"]
    assert found[4].means == "technical"
    assert len(found) == 12, "sent twice it is there once"
    row = make_application(user=alice.user)
    assert move(alice, row, found[4].key).status_code == 303
    assert lane(alice.see(BOARD), found[4].key) == ["Fathom Freight"]


def test_a_hidden_stage_is_not_offered_but_what_is_in_it_stays(alice: Person):
    row = make_application(user=alice.user)
    change(alice, "hide", "saved")
    change(alice, "hide", "offer")
    page = alice.see(path(row))

    offered = [option.get("value") for option in page.by_id("stage").all("option")]
    assert "saved" in offered, "it is in there"
    assert "offer" not in offered
    assert lane(alice.see(BOARD), "saved") == ["Fathom Freight"]
    new = alice.see("/career/new/").by_id("application_stage").all("option")
    assert new[0].get("value") == "applied"
    change(alice, "show", "offer")
    assert "offer" in [option.get("value") for option in alice.see(path(row)).by_id("stage").all("option")]


def test_one_stage_stays_in_sight(alice: Person):
    for item in STANDARD[:-1]:
        Stage.objects.change(alice.user, item.key, hidden=True)
    answer = change(alice, "hide", "ghosted")

    assert answer.status_code == 422
    assert "Keep at least one stage" in parse(answer.content.decode()).by_id("why-ghosted").text
    assert not Stage.objects.get(user=alice.user, key="ghosted").hidden


@pytest.mark.parametrize(
    ("fields", "where", "reason"),
    [
        ({"do": "rename", "key": "screen", "name": " "}, "why-screen", "Write a name"),
        ({"do": "rename", "key": "screen", "name": "x" * 41}, "why-screen", "under 40 characters"),
        ({"do": "dance", "key": "screen"}, "why-screen", "Choose what to do"),
        ({"do": "add", "name": "", "means": "screen"}, "stage_name_error", "Write a name"),
        ({"do": "add", "name": "Tea", "means": "tea"}, "stage_means_error", "Choose one of the list"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(
    alice: Person, fields: dict[str, str], where: str, reason: str
):
    answer = alice.send(STAGES, fields, page=STAGES)

    assert answer.status_code == 422
    assert reason in parse(answer.content.decode()).by_id(where).text
    assert not Stage.objects.filter(user=alice.user).exists()


def test_twenty_are_enough(alice: Person):
    for number in range(Stage.MOST - 11):
        assert change(alice, "add", name=f"Own {number}", means="screen").status_code == 303
    answer = change(alice, "add", name="One more", means="screen")

    assert answer.status_code == 422
    assert "as many as fit" in parse(answer.content.decode()).by_id("errors").text
    assert len(keys(alice)) == Stage.MOST


def test_stages_are_everyones_own(alice: Person, bob: Person):
    change(alice, "add", name="Take-home", means="technical")
    own = keys(alice)[4]

    assert change(bob, "rename", own, name="Mine").status_code == 404
    assert change(bob, "hide", "nonsense").status_code == 404
    assert Stage.objects.of(bob.user) == STANDARD
    row = make_application(user=bob.user)
    assert move(bob, row, own).status_code == 422
