"""Alice's build of a portfolio project, on the project's page."""

import datetime
from collections.abc import Iterator

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from time_machine import travel

from roadmap.models import Build, BuildLine, RequirementProof
from tests.factories import make_build
from tests.markup import Node, parse
from tests.person import Person

LIST, ONE = "/projects/", "/projects/project-1/"
PROOF = f"{ONE}requirements/p1-r1/proof/"
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def a_sunday() -> Iterator[None]:
    with travel(NOW, tick=False):
        yield


def box(form: Node, slug: str) -> Node:
    """Return the tick box of a skill."""
    return next(node for node in form.all("input", name="skill") if node.get("value") == slug)


def test_a_visitor_and_a_beginner_see_the_project_alone(visitor: Person, alice: Person) -> None:
    for person in (visitor, alice):
        page = person.see(ONE)
        assert not page.where(lambda node: node.id in ("ship-log", "build-status", "facts"))
    assert alice.see(ONE).by_id("start-build")


def test_a_build_begins_on_the_projects_page(alice: Person) -> None:
    for _ in range(2):
        answer = alice.send(f"{ONE}build/", page=ONE)
        assert (answer.status_code, answer["Location"]) == (303, ONE)

    build = alice.user.builds.get()
    assert (build.status, build.started_on) == ("building", NOW.date())
    page = alice.see(ONE)
    for part in ("build-status", "facts", "readme-check", "asks", "ship-log", "readme", "ship-by"):
        assert page.by_id(part)
    assert "data-now" in page.by_id("requirement-p1-r1").attributes, "a build under way has a next step"
    assert "Under way" in alice.see(LIST).text or "Now" in alice.see(LIST).text


def test_an_idea_fills_what_is_empty_and_nothing_else(alice: Person) -> None:
    alice.send(f"{ONE}build/", {"idea": "pipeline-sold-prices"})
    build = alice.user.builds.get()
    assert build.summary == "Sold prices in England and Wales, one town at a time"
    assert build.data_license == "Open Government Licence 3.0"
    assert build.data_source.startswith("HM Land Registry Price Paid Data, https://www.gov.uk/")

    alice.send(f"{ONE}build/", {"idea": "pipeline-taxi-demand"})
    alice.send(f"{ONE}build/", {"idea": "no-such-idea"})
    build.refresh_from_db()
    assert build.summary == "Sold prices in England and Wales, one town at a time"
    assert "Yours: Sold prices in England" in alice.see(ONE).by_id("main").text
    assert "Sold prices in England" in alice.see(LIST).by_id("project-project-1").text


def test_an_idea_of_another_project_is_passed_over(alice: Person) -> None:
    alice.send(f"{ONE}build/", {"idea": "vision-plants-lab"})

    assert alice.user.builds.get().summary == ""


def test_the_ideas_stand_on_the_page_with_their_license(visitor: Person) -> None:
    main = visitor.see("/projects/project-2/").by_id("main")

    assert "The same diseases, out in the field" in main.text
    assert "License: CC BY 4.0. Checked Nov 2026" in main.text
    assert "https://github.com/pratikkayal/PlantDoc-Dataset" in [a.get("href") for a in main.all("a")]
    assert not main.all("button"), "a visitor takes none"


def test_its_address_as_a_build_leads_to_the_project(alice: Person) -> None:
    build = make_build(user=alice.user, project="project-1")

    answer = alice.get(f"/builds/{build.key}/")

    assert (answer.status_code, answer["Location"]) == (302, ONE)


def test_requirements_keep_their_ticks_and_take_proof(alice: Person) -> None:
    make_build(user=alice.user, project="project-1")
    alice.tick("p1-collect", page=ONE)

    alice.quietly(PROOF, {"url": "https://example.org/collect", "note": "Runs nightly"}, page=ONE)

    row = alice.see(ONE).by_id("requirement-p1-r1")
    assert row.get("data-state") == "done"
    assert "https://example.org/collect" in [a.get("href") for a in row.all("a")]
    assert "Runs nightly" in row.text
    update = parse(alice.tick("p1-clean", page=ONE).content.decode())
    assert "Runs nightly" in update.by_id("requirement-p1-r1").text, "a tick elsewhere leaves it in sight"

    alice.quietly(PROOF, {"url": "", "note": ""}, page=ONE)
    assert not RequirementProof.objects.exists()
    assert alice.see(ONE).by_id("requirement-p1-r1").get("data-state") == "done"


def test_the_first_proof_begins_the_build(alice: Person) -> None:
    answer = alice.send(PROOF, {"note": "Runs nightly"}, page=ONE)

    assert (answer.status_code, answer["Location"]) == (303, ONE)
    assert alice.user.builds.get().project
    assert "Runs nightly" in alice.see(ONE).by_id("requirement-p1-r1").text


@pytest.mark.parametrize("quiet", [True, False])
def test_a_proof_that_is_no_link_is_refused_at_its_row(alice: Person, quiet: bool) -> None:
    make_build(user=alice.user, project="project-1")
    send = alice.quietly if quiet else alice.send

    answer = send(PROOF, {"url": "data:text/html,x", "note": "Typed"}, page=ONE)

    assert answer.status_code == 422
    page = parse(answer.content.decode())
    assert page.by_id("proof-url-p1-r1").get("aria-invalid") == "true"
    assert page.by_id("proof-note-p1-r1").get("value") == "Typed"
    assert not RequirementProof.objects.exists()


def test_unknown_requirements_and_projects_are_not_found(alice: Person) -> None:
    for path in (
        "/projects/project-9/build/",
        "/projects/project-9/requirements/p1-r1/proof/",
        f"{ONE}requirements/p2-r1/proof/",
    ):
        assert alice.send(path, {"note": "x"}).status_code == 404
    assert not alice.user.builds.exists()


def test_a_shipped_project_is_complete_whatever_its_ticks(alice: Person) -> None:
    build = make_build(user=alice.user, project="project-1", ship_by="2020-01-01")
    assert "You meant to ship by" in alice.see(ONE).by_id("ship-by").text

    update = alice.quietly(reverse("roadmap:build_status", args=[build.key]), {"status": "shipped"}, page=ONE)

    said = parse(update.content.decode()).by_id("live").text
    assert said.startswith("End-to-end ML pipeline is shipped. Six things")
    page = alice.see(LIST)
    assert "1 of 4 complete" in page.by_id("main").text
    assert page.by_id("project-project-1").get("data-state") == "done"
    assert "shipped" in page.by_id("project-project-1").text
    assert "You meant to ship by" not in alice.see(ONE).by_id("ship-by").text


def test_all_that_an_update_moves_is_on_the_page(alice: Person) -> None:
    build = make_build(user=alice.user, project="project-1")
    line = BuildLine.objects.create(build=build, day=NOW.date(), text="A line")
    page = alice.see(ONE)
    for rest, fields in [
        ("status/", {"status": "shipped"}),
        ("facts/", {"metric_name": "MAE", "metric_mine": "9"}),
        ("facts/", {"demo": "nowhere"}),
        ("readme/", {"point": "q", "state": "done"}),
        ("log/", {"text": "Another"}),
        ("log/", {"text": ""}),
        (f"log/{line.pk}/delete/", {}),
        ("milestones/", {"milestone": "project-1-shipped", "state": "named"}),
    ]:
        update = parse(alice.quietly(f"/builds/{build.key}/{rest}", fields, page=ONE).content.decode())
        moved = update.where(lambda node: "hx-swap-oob" in node.attributes)
        assert moved, rest
        for node in moved:
            assert page.by_id(node.id).tag == node.tag, (rest, node.id)


def test_its_form_has_no_title_and_no_checklist_of_its_own(alice: Person) -> None:
    build = make_build(user=alice.user, project="project-1")
    path = f"/builds/{build.key}/edit/"
    page = alice.see(path)
    assert not page.where(lambda node: node.id in ("build_title", "requirements"))
    assert "p1-train" in [box.get("value") for box in page.all("input", name="skill")]

    answer = alice.send(path, {"summary": "Rents for Leeds", "skill": ["p1-train"], "req": ["Smuggled in"]})

    assert (answer.status_code, answer["Location"]) == (303, ONE)
    build.refresh_from_db()
    assert (build.summary, build.title) == ("Rents for Leeds", "")
    assert not build.own_requirements.exists()
    assert build.evidence.get().skill.slug == "p1-train"


def test_deleting_it_leaves_the_project_and_the_skills(alice: Person) -> None:
    build = make_build(user=alice.user, project="project-1")
    alice.tick("p1-collect")
    alice.send(f"{ONE}requirements/p1-a1/", {"state": "done"})

    assert alice.send(f"/builds/{build.key}/delete/").status_code == 303

    page = alice.see(ONE)
    assert page.by_id("start-build")
    assert page.by_id("requirement-p1-r1").get("data-state") == "done"
    assert page.by_id("requirement-p1-a1").get("data-state") == "open"


def test_a_project_with_a_full_build_asks_no_more(
    alice: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 5):
        build = make_build(user=alice.user, project=f"project-{number}", skills=["pandas"])
        BuildLine.objects.bulk_create(BuildLine(build=build, day=NOW.date(), text="x") for _ in range(50))
    for _ in range(20):
        make_build(user=alice.user)
    alice.see(ONE)
    with django_assert_max_num_queries(7):
        alice.see(ONE)
    for path in (f"{ONE}requirements/p1-a1/", "/skills/p1-collect/state/"):
        with django_assert_max_num_queries(7):
            alice.quietly(path, {"state": "done"}, page=ONE)


# The data analyses of the first phase


def test_a_data_analysis_leads_to_a_build_of_it(alice: Person) -> None:
    skill = "/skills/project-ride-patterns/"
    page = alice.see(skill)
    links = [a.get("href") for a in page.by_id("main").all("a")]
    assert "/builds/new/?skill=project-ride-patterns" in links
    assert "/builds/new/?idea=ride-patterns-taxi" in links
    form = alice.see("/builds/new/?skill=project-ride-patterns")
    assert form.by_id("build_title").get("value") == "Ride-pattern analysis"
    assert "checked" in box(form, "project-ride-patterns").attributes

    alice.send("/builds/new/", {"title": "Bike counter", "skill": "project-ride-patterns"})

    build = alice.user.builds.get()
    page = alice.see(skill)
    assert "Bike counter" in page.by_id("pieces").text
    assert "shows it once shipped" in page.by_id("pieces").text
    assert f"/builds/{build.key}/" in [a.get("href") for a in page.by_id("main").all("a")]


def test_other_skills_say_nothing_of_builds(alice: Person) -> None:
    make_build(user=alice.user, skills=["pandas"])

    assert not alice.see("/skills/pandas/").where(lambda node: node.id == "builds-h")


def test_an_idea_prefills_a_new_build(alice: Person) -> None:
    form = alice.see("/builds/new/?idea=house-prices-england")

    assert form.by_id("build_title").get("value") == "What did the street next door sell for?"
    assert form.by_id("build_data_license").get("value") == "Open Government Licence 3.0"
    assert "checked" in box(form, "project-house-prices").attributes
    assert not Build.objects.exists()


def test_an_unknown_skill_or_idea_prefills_nothing(alice: Person) -> None:
    assert alice.see("/builds/new/?skill=flying&idea=none").by_id("build_title").get("value") == ""


def test_the_address_of_all_builds_leads_to_the_list(alice: Person) -> None:
    assert alice.get("/builds/")["Location"] == "/projects/#own"
