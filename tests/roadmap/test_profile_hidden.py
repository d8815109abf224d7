"""A profile that is off is nowhere, and one that was is gone from every cache in a minute."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from roadmap.models import Skill
from tests.factories import make_session
from tests.markup import Node
from tests.person import Person
from tests.roadmap.profile_story import (
    PREVIEW,
    PUBLIC,
    build,
    link,
    proved_by,
    publish,
    save,
)

# Off


def answers(visitor: Person, handle: str) -> list[tuple[int, bytes, dict[str, str], list[str]]]:
    """Return all that a stranger can tell apart of the answers at a handle's addresses."""
    found = []
    for path in ("", "card.png", "badge.svg", "badge.svg?theme=dark"):
        with CaptureQueriesContext(connection) as asked:
            answer = visitor.get(f"/u/{handle}/{path}")
        body = re.sub(rb"[0-9a-f]{12,}", b"", answer.content)
        headers = {k: v for k, v in answer.headers.items() if k not in ("X-Request-ID", "Content-Length")}
        statements = [query["sql"].replace(handle, "?") for query in asked]
        found.append((answer.status_code, body, headers, statements))
    return found


def test_off_unknown_given_up_and_blocked_answer_alike(alice: Person, bob: Person, visitor: Person):
    save(alice)
    publish(bob, handle="bob-b")
    publish(bob, handle="bob-c")
    save(bob, handle="bob-c")
    carol = Person(alice.user.__class__.objects.create_user("carol@example.org"))
    publish(carol, handle="carol")
    carol.user.is_active = False
    carol.user.save()

    unknown = answers(visitor, "nobody-has-this")

    assert {answer[0] for answer in unknown} == {404}
    assert all(len(statements) == 1 for *_, statements in unknown)
    for handle in ("alice", "bob-b", "bob-c", "carol"):
        assert answers(visitor, handle) == unknown, handle
    for person in (alice, bob):
        assert person.get("/u/alice/").status_code == 404, "the owner has a preview instead"


def test_alice_sees_what_others_would_before_she_switches_it_on(alice: Person, bob: Person, visitor: Person):
    link(alice)
    save(alice)

    page = alice.see(PREVIEW)

    assert "only you see this preview" in page.text
    assert page.all("h1")[0].text == "Alice Liddell"
    assert page.all("a", href="/skills/py-syntax/")
    assert visitor.get(PREVIEW).status_code == 302
    assert "Liddell" not in bob.get(PREVIEW).content.decode()


def test_the_preview_is_the_page(alice: Person, visitor: Person):
    link(alice)
    proved_by(alice, build(alice), "git-basics")
    publish(alice)

    def main(page: Node) -> list[str]:
        return [part.text for part in page.all("header") + page.all("section") if part.get("class") != "top"]

    assert main(alice.see(PREVIEW)) == main(visitor.see(PUBLIC))


# Caches


def test_one_page_for_all_without_session_or_cookie(alice: Person, bob: Person, visitor: Person):
    publish(alice)
    visitor.client.cookies["theme"] = "dark"

    bodies = set()
    for person in (alice, bob, visitor):
        for path in (PUBLIC, PUBLIC + "badge.svg", PUBLIC + "card.png"):
            with CaptureQueriesContext(connection) as asked:
                answer = person.get(path)
            assert not [query for query in asked if "session" in query["sql"].split("WHERE")[0]], path
            assert not answer.cookies, path
            assert answer.get("Vary", "Accept-Encoding") == "Accept-Encoding", path
            assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
            bodies.add((path, answer.content))
    assert len(bodies) == 3


def test_unchanged_is_304_and_changed_is_not(alice: Person, visitor: Person):
    publish(alice)
    for path in (PUBLIC, PUBLIC + "badge.svg", PUBLIC + "card.png"):
        first = visitor.get(path)
        again = visitor.get(path, **{"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path
        assert again["Cache-Control"] == first["Cache-Control"]
    tags = {path: visitor.get(path)["ETag"] for path in (PUBLIC, PUBLIC + "badge.svg", PUBLIC + "card.png")}
    link(alice)
    for path, tag in tags.items():
        assert visitor.get(path, **{"If-None-Match": tag}).status_code == 200, path


def test_off_is_off_though_a_cache_holds_it(alice: Person, visitor: Person):
    publish(alice)
    tags = {path: visitor.get(path)["ETag"] for path in (PUBLIC, PUBLIC + "badge.svg", PUBLIC + "card.png")}
    save(alice)

    for path, tag in tags.items():
        answer = visitor.get(path, **{"If-None-Match": tag})
        assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store"), path


@pytest.mark.asvs("14.2.2")
def test_what_is_alices_own_stays_out_of_shared_caches(alice: Person):
    save(alice)
    for path in ("/settings/profile/", PREVIEW):
        assert {"private", "no-store"} <= set(alice.get(path)["Cache-Control"].split(", ")), path


def test_the_page_takes_five_statements_however_much_is_on_it(
    alice: Person, visitor: Person, django_assert_max_num_queries: DjangoAssertNumQueries
):
    publish(alice)
    visitor.get(PUBLIC)
    for number, slug in enumerate(Skill.objects.filter(retired=False).values_list("slug", flat=True)[:40]):
        link(alice, slug)
        proved_by(alice, build(alice, title=f"Build {number}"), slug)
        make_session(user=alice.user)
    for path, most in ((PUBLIC, 5), (PUBLIC + "card.png", 5), (PUBLIC + "badge.svg", 2)):
        with django_assert_max_num_queries(most):
            assert visitor.get(path).status_code == 200
    for path in ("/settings/profile/", PREVIEW):
        with django_assert_max_num_queries(7):
            assert alice.get(path).status_code == 200
