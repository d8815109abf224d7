"""Alice chooses the address of her profile, changes it, and keeps the old one for a while."""

import datetime

import pytest
import time_machine

from roadmap.models import Profile, ProfileLink
from roadmap.models.profiles import MOST_HELD
from roadmap.profile.names import RESERVED, trouble_with
from roadmap.profile_forms import first_words
from tests.markup import parse
from tests.person import Person
from tests.roadmap.profile_story import FILLED, PUBLIC, error, publish, save


def names(person: Person) -> list[str]:
    """Return all names of a learner, the current one first."""
    return [
        row.name
        for row in sorted(person.user.handles.all(), key=lambda row: row.held_until or datetime.date.min)
    ]


# Handles


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("al", "Take 3 to 30 characters; this has 2."),
        ("a" * 31, "this has 31"),
        ("a" * 10_000, "this has 10000"),
        ("al ice", "Use letters a to z"),
        ("al_ice", "Use letters a to z"),
        ("-alice", "Use letters a to z"),
        ("alice-", "Use letters a to z"),
        ("al--ice", "Use letters a to z"),
        ("аlice", "Use letters a to z"),  # the first letter is Cyrillic
        ("alicé", "Use letters a to z"),
        ("ali١٢", "Use letters a to z"),
        ("<b>alice</b>", "Use letters a to z"),
        ("../admin", "Use letters a to z"),
        ("admin", "kept for the site itself"),
        ("Milepost", "kept for the site itself"),
        ("roadmap", "kept for the site itself"),
        ("sitemap", "kept for the site itself"),
    ],
)
def test_a_handle_that_cannot_be_is_refused_with_the_reason(alice: Person, typed: str, words: str):
    answer = save(alice, handle=typed, is_public="on")

    assert words in error(answer, "handle")
    page = parse(answer.content.decode())
    assert page.by_id("profile_handle").get("value") == typed
    assert page.by_id("profile_headline").get("value") == FILLED["headline"], "nothing typed is lost"
    assert not Profile.objects.exists()


def test_every_page_of_the_site_and_every_office_is_reserved():
    routes = first_words()
    assert {"roadmap", "skills", "settings", "accounts", "admin", "u", "feeds", "healthz"} <= routes
    assert {"admin", "api", "support", "www", "milepost", "help", "security"} <= RESERVED
    for name in (routes | RESERVED) - {""}:
        assert trouble_with(name, routes), name
    assert trouble_with("ada-lovelace", routes) == ""
    assert trouble_with("a-1", routes) == ""


def test_capitals_and_spaces_around_are_forgiven(alice: Person):
    publish(alice, handle="  Alice ")

    assert names(alice) == ["alice"]


def test_bob_cannot_have_alices_handle(alice: Person, bob: Person):
    publish(alice)

    answer = save(bob, is_public="on", name="Bob")

    assert "This handle is taken." in error(answer, "handle")
    assert parse(answer.content.decode()).by_id("profile_name").get("value") == "Bob"
    assert not Profile.objects.filter(user=bob.user).exists(), "nothing is saved by halves"


def test_the_former_handle_leads_on_while_the_profile_is_public(alice: Person, bob: Person, visitor: Person):
    publish(alice)
    publish(alice, handle="alice-liddell")

    for path in ("", "card.png", "badge.svg", "badge.svg?theme=dark"):
        answer = visitor.get(PUBLIC + path)
        assert (answer.status_code, answer["Location"]) == (302, "/u/alice-liddell/" + path)
        assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert visitor.get(PUBLIC + "badge.svg?theme=//evil.example")["Location"] == "/u/alice-liddell/badge.svg"
    assert "taken" in error(save(bob, is_public="on"), "handle")

    save(alice, handle="alice-liddell")
    assert visitor.get(PUBLIC).status_code == visitor.get("/u/alice-liddell/").status_code == 404


def test_ninety_days_later_the_former_handle_is_free(alice: Person, bob: Person, visitor: Person):
    with time_machine.travel("2026-01-05 12:00 +0000", tick=False):
        publish(alice)
        publish(alice, handle="alice-liddell")
    with time_machine.travel("2026-04-04 23:59 +0000", tick=False):
        assert visitor.get(PUBLIC).status_code == 302
        assert "taken" in error(save(Person(bob.user), is_public="on"), "handle")
    with time_machine.travel("2026-04-05 00:01 +0000", tick=False):
        assert visitor.get(PUBLIC).status_code == 404
        publish(Person(bob.user), name="Bob")
        assert visitor.see(PUBLIC).all("h1")[0].text == "Bob"
    assert names(alice) == ["alice-liddell"]


def test_alice_may_take_her_former_handle_back(alice: Person, visitor: Person):
    publish(alice)
    publish(alice, handle="queen-alice")
    publish(alice)

    assert names(alice) == ["alice", "queen-alice"]
    assert visitor.get("/u/queen-alice/")["Location"] == PUBLIC
    assert visitor.get(PUBLIC).status_code == 200


def test_a_handle_given_up_is_held_too_and_leads_nowhere(alice: Person, bob: Person, visitor: Person):
    publish(alice)
    assert save(alice, handle="").status_code == 303

    assert visitor.get(PUBLIC).status_code == 404
    assert "taken" in error(save(bob, is_public="on"), "handle")
    publish(alice)
    assert visitor.get(PUBLIC).status_code == 200


def test_nobody_collects_handles(alice: Person):
    for number in range(MOST_HELD + 1):
        publish(alice, handle=f"alice-{number}")

    said = error(save(alice, handle="one-more"), "handle")

    assert "You changed it five times in 90 days. Wait until" in said
    assert len(names(alice)) == MOST_HELD + 1
    publish(alice, handle="alice-0")  # one of her own is no new one


def test_the_same_form_twice_changes_nothing_twice(alice: Person):
    publish(alice)
    publish(alice)

    assert names(alice) == ["alice"]
    assert ProfileLink.objects.count() == 1


def test_when_alice_leaves_her_handle_is_free(alice: Person, bob: Person):
    publish(alice)
    alice.user.delete()
    publish(bob)
    assert names(bob) == ["alice"]
