"""Alice changes a break, deletes it, and thinks again; Bob is a stranger to it."""

import datetime
import uuid
from collections.abc import Mapping

import pytest
from time_machine import travel

from roadmap.models import Break
from tests.factories import make_break
from tests.markup import Node, parse
from tests.person import Person
from tests.roadmap.clock import SUNDAY
from tests.roadmap.time_off import BREAKS, WINTER
from tests.swaps import outline, swap

pytestmark = pytest.mark.usefixtures("a_sunday")


def page_of(off: Break) -> str:
    return f"/breaks/{off.pk}/"


def plan(person: Person, fields: Mapping[str, str] = WINTER) -> Break:
    answer = person.send(BREAKS, fields, page=BREAKS)
    assert (answer.status_code, answer["Location"]) == (303, BREAKS)
    return Break.objects.get(user=person.user, starts_on=fields["starts_on"])


def token_of(page: Node) -> str:
    return page.by_id("live").all("input", name="token")[0].get("value")


def days(person: Person) -> list[tuple[str, str, str]]:
    return [(str(b.starts_on), str(b.ends_on), b.label) for b in Break.objects.filter(user=person.user)]


def test_one_is_changed_on_its_own_page(alice: Person):
    off = plan(alice)
    page = alice.see(page_of(off))
    assert [page.by_id(f"break_{name}").get("value") for name in WINTER] == list(WINTER.values())

    fields = {"starts_on": "2026-12-20", "ends_on": "2026-12-28", "label": "Home"}
    answer = alice.send(page_of(off), fields, page=page_of(off))

    assert (answer.status_code, answer["Location"]) == (303, BREAKS)
    assert days(alice) == [tuple(fields.values())]


def test_a_change_into_another_break_is_refused_and_what_was_typed_stays(alice: Person):
    off = plan(alice)
    make_break(user=alice.user, starts_on=datetime.date(2027, 1, 10))
    answer = alice.send(page_of(off), WINTER | {"ends_on": "2027-01-12"}, page=page_of(off))

    page = parse(answer.content.decode())
    assert answer.status_code == 422
    assert "You have a break from 2027-01-10" in page.by_id("break_ends_on_error").text
    assert page.by_id("break_ends_on").get("value") == "2027-01-12"
    assert page.by_id("break-form").get("action") == page_of(off)
    assert ("2026-12-24", "2027-01-01", "Winter") in days(alice)


def test_planned_quietly_the_page_becomes_what_a_fresh_one_would_be(alice: Person):
    page = alice.see(BREAKS)
    answer = alice.quietly(BREAKS, WINTER, page=BREAKS)

    swapped = swap(page, parse(answer.content.decode()))

    assert set(swapped) == {"breaks", "break-form", "live"}
    assert [*outline(page)] == [*outline(alice.see(BREAKS))]


@pytest.mark.parametrize("quiet", [True, False])
def test_deleted_it_can_be_brought_back(alice: Person, quiet: bool):
    off = plan(alice)
    alice.see(BREAKS)
    send = alice.quietly if quiet else alice.send
    answer = send(page_of(off), {"do": "delete"}, page=BREAKS)
    assert days(alice) == []

    page = parse(answer.content.decode()) if quiet else alice.see(BREAKS)
    assert "Break deleted: Dec 24 – Jan 1." in page.by_id("live").text
    answer = send("/undo/", {"token": token_of(page)}, page=BREAKS)

    assert days(alice) == [tuple(WINTER.values())]
    assert Break.objects.get().pk == off.pk
    page = parse(answer.content.decode()) if quiet else alice.see(BREAKS)
    assert "Undone: your breaks are as they were." in page.by_id("live").text
    assert page.by_id(f"break-{off.pk}")


def test_a_plan_and_a_change_can_be_undone_too(alice: Person):
    off = plan(alice)
    first = token_of(alice.see(BREAKS))
    alice.send(page_of(off), WINTER | {"label": "Home"}, page=BREAKS)
    second = token_of(alice.see(BREAKS))

    alice.quietly("/undo/", {"token": first}, page=BREAKS)
    assert days(alice) == [("2026-12-24", "2027-01-01", "Home")], "it changed since"
    alice.quietly("/undo/", {"token": second}, page=BREAKS)
    assert days(alice) == [tuple(WINTER.values())]
    alice.quietly("/undo/", {"token": first}, page=BREAKS)
    assert days(alice) == []


def test_undo_makes_no_overlap(alice: Person):
    off = plan(alice)
    alice.see(BREAKS)
    alice.send(page_of(off), {"do": "delete"}, page=BREAKS)
    token = token_of(alice.see(BREAKS))
    plan(alice, WINTER | {"label": "Skiing"})
    answer = alice.quietly("/undo/", {"token": token}, page=BREAKS)

    assert "Another break has these days by now" in parse(answer.content.decode()).by_id("live").text
    assert days(alice) == [("2026-12-24", "2027-01-01", "Skiing")]


@pytest.mark.parametrize("token", ["break/", "break/none", "sprint/none", "calendar/none", "nothing/none"])
def test_a_made_up_token_undoes_nothing(alice: Person, token: str):
    plan(alice)

    for send in (alice.send, alice.quietly):
        assert send("/undo/", {"token": token}, page=BREAKS).status_code in (200, 303)
    assert len(days(alice)) == 1


def test_an_hour_later_it_is_too_late(alice: Person):
    off = plan(alice)
    alice.see(BREAKS)
    alice.send(page_of(off), {"do": "delete"}, page=BREAKS)
    token = token_of(alice.see(BREAKS))
    with travel(SUNDAY + datetime.timedelta(hours=1, seconds=2), tick=False):
        answer = alice.quietly("/undo/", {"token": token}, page=BREAKS)

    assert "This can no longer be undone." in parse(answer.content.decode()).by_id("live").text
    assert days(alice) == []


def test_a_token_of_one_kind_is_none_of_another(alice: Person):
    off = plan(alice)
    alice.see(BREAKS)
    alice.send(page_of(off), {"do": "delete"}, page=BREAKS)
    token = token_of(alice.see(BREAKS)).replace("break/", "sprint/")

    assert alice.send("/undo/", {"token": token}).status_code == 303
    assert days(alice) == []


def test_bob_finds_nothing_of_alices(alice: Person, bob: Person):
    off = plan(alice)
    alice.see(BREAKS)
    alice.send(page_of(off), {"do": "delete"}, page=BREAKS)
    token = token_of(alice.see(BREAKS))
    off = plan(alice)

    for answer in (
        bob.get(page_of(off)),
        bob.send(page_of(off), WINTER | {"label": "Mine"}),
        bob.send(page_of(off), {"do": "delete"}),
        bob.quietly(page_of(off), {"do": "delete"}),
        bob.get(f"/breaks/{uuid.uuid4()}/"),
    ):
        assert answer.status_code == 404
    bob.send("/undo/", {"token": token})

    assert days(alice) == [tuple(WINTER.values())]
    assert days(bob) == []
    assert "Winter" not in bob.see(BREAKS).text
    plan(bob)
