"""Whose a build is, and what its pages cost."""

import uuid

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import Build, BuildLine
from tests.factories import make_build
from tests.person import Person
from tests.roadmap.build_story import LIST, NEW, TODAY, at

pytestmark = pytest.mark.usefixtures("a_sunday")


# Whose it is


def test_bob_has_no_such_build(alice: Person, bob: Person) -> None:
    build = make_build(user=alice.user, requirements=["Data"])
    pk = build.own_requirements.get().pk
    line = BuildLine.objects.create(build=build, day=TODAY, text="Mine")
    before = list(Build.objects.values())

    assert bob.get(at(build)).status_code == 404
    for rest, fields in [
        ("edit/", {"title": "His"}),
        ("status/", {"status": "shipped"}),
        ("facts/", {"metric_name": "x"}),
        ("readme/", {"point": "q", "state": "done"}),
        ("milestones/", {"milestone": "first-web-model", "state": "named"}),
        ("delete/", {}),
        ("log/", {"text": "His"}),
        (f"log/{line.pk}/delete/", {}),
        (f"requirements/{pk}/state/", {"state": "done"}),
        (f"requirements/{pk}/proof/", {"note": "His"}),
    ]:
        assert bob.send(at(build, rest), fields).status_code == 404, rest
    assert list(Build.objects.values()) == before
    assert build.own_requirements.get().done_on is None
    assert build.lines.get().text == "Mine"


def test_alices_lines_and_requirements_answer_on_their_own_build_only(alice: Person, bob: Person) -> None:
    build, other = make_build(user=alice.user, requirements=["Data"]), make_build(user=bob.user)
    pk = build.own_requirements.get().pk

    assert bob.send(at(other, f"requirements/{pk}/state/"), {"state": "done"}).status_code == 404
    assert bob.send(at(other, f"requirements/{pk}/proof/"), {"note": "His"}).status_code == 404
    bob.send(at(other, "edit/"), {"title": "His", "req": ["Mine now"], "req_id": [str(pk)]})
    assert build.own_requirements.get().title == "Data"


def test_a_key_that_is_taken_makes_a_build_of_ones_own(alice: Person, bob: Person) -> None:
    build = make_build(user=alice.user)

    answer = bob.send(NEW, {"key": str(build.key), "title": "His"})

    assert answer.status_code == 303
    assert bob.user.builds.get().key != build.key
    build.refresh_from_db()
    assert build.title == "Bike counter"


def test_a_form_sent_twice_makes_one_build(alice: Person) -> None:
    fields = {"key": str(uuid.uuid4()), "title": "Once", "req": ["Data"], "req_id": [str(uuid.uuid4())]}

    locations = {alice.send(NEW, fields)["Location"] for _ in range(2)}

    assert len(locations) == 1
    assert alice.user.builds.get().own_requirements.count() == 1


# What it costs


@pytest.mark.parametrize("rest", ["", "edit/", "delete/"])
def test_a_page_asks_little_and_no_more_of_a_full_build(
    alice: Person, rest: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    build = make_build(
        user=alice.user, requirements=[f"R{n}" for n in range(12)], skills=["pandas", "py-syntax"]
    )
    BuildLine.objects.bulk_create(BuildLine(build=build, day=TODAY, text="x") for _ in range(300))
    alice.see(at(build, rest))
    with django_assert_max_num_queries(7):
        alice.see(at(build, rest))


def test_the_list_asks_no_more_with_many_builds(
    alice: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(30):
        make_build(user=alice.user, requirements=["A", "B"])
    alice.see(LIST)
    with django_assert_max_num_queries(4):
        alice.see(LIST)


def test_an_unchanged_build_is_not_sent_twice(alice: Person) -> None:
    build = make_build(user=alice.user)
    tag = alice.get(at(build))["ETag"]
    assert alice.get(at(build), **{"if-none-match": tag}).status_code == 304
    alice.send(at(build, "log/"), {"text": "A line"})
    alice.see(at(build))  # with the message

    assert alice.get(at(build), **{"if-none-match": tag}).status_code == 200


def test_many_skills_begun_fold_away(alice: Person) -> None:
    alice.quietly("/modules/dev-tools/known/", {"state": "done"})
    alice.quietly("/modules/python/known/", {"state": "done"})
    build = make_build(user=alice.user, skills=["pandas"])

    section = alice.see(at(build, "edit/")).by_id("skills")

    folded = section.all("details")[0]
    assert "other skills that you have begun" in folded.all("summary")[0].text
    shown = [box.get("value") for box in section.all("input") if box not in folded.all("input")]
    assert shown == ["pandas"]


def test_the_list_says_what_is_claimed_and_what_is_shown(alice: Person) -> None:
    assert "Claimed and shown" not in alice.see(LIST).text
    alice.tick("pandas")
    alice.tick("py-syntax")
    make_build(user=alice.user, status="shipped", skills=["pandas"])

    page = alice.see(LIST)

    assert "1 shown, 1 claimed of" in page.by_id("main").text
    assert "A shipped build turns the skills it uses from claimed into shown." in page.by_id("main").text
