"""The portfolio projects: what they ask for, what Alice ticked, and the day she means to ship by."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.models import CatalogueVersion, Requirement, RequirementTick, Skill
from tests.markup import parse
from tests.person import Person
from tests.roadmap.project_page import LIST, ONE, README, SHIP, met, row

pytestmark = pytest.mark.usefixtures("a_sunday")


# Looking at them


def test_a_visitor_sees_the_four_projects_with_hours_and_requirements(visitor: Person) -> None:
    page = visitor.see(LIST)

    assert [node.text for node in page.by_id("main").all("h3")][:4] == [
        "End-to-end ML pipeline",
        "Computer vision application",
        "NLP and text analysis system",
        "MLOps and production system",
    ]
    first = page.by_id("project-project-1").text
    assert "6 requirements" in first
    assert "26 to 52 h" in first
    assert "not started" not in first


def test_a_visitor_reads_all_of_a_project(visitor: Person) -> None:
    page = visitor.see(ONE)
    text = page.by_id("main").text

    assert "“Real estate price predictor”" in text
    assert "The Zillow API that the guide's example relies on closed in 2021" in text
    assert [node.text for node in page.all("strong")] == ["A naive baseline comes first."], (
        "Markdown is rendered"
    )
    assert "39 hours 26 to 52 hours" in text
    assert met(page) == "6"
    links = [node.get("href") for node in page.by_id("project-skills").all("a")]
    assert links[:2] == ["/skills/p1-collect/", "/skills/p1-clean/"]
    assert "/resources/ml-zoomcamp/" in [node.get("href") for node in page.all("a")]


def test_a_skill_that_is_no_requirement_still_stands_among_those_shown(visitor: Person) -> None:
    shown = visitor.see("/projects/project-4/").by_id("project-skills")

    assert "/skills/ab-testing-basics/" in [node.get("href") for node in shown.all("a")]


def test_each_tick_of_a_visitor_leads_to_sign_up_and_back_here(visitor: Person) -> None:
    page = visitor.see(ONE)

    assert {node.get("href") for node in page.all("a", class_="post")} == {f"/accounts/signup/?next={ONE}"}
    assert not page.all("button", class_="post")
    assert not page.all("textarea")


def test_an_unknown_project_is_not_found(alice: Person) -> None:
    assert alice.get("/projects/project-9/").status_code == 404
    assert alice.quietly("/projects/project-9/ship-by/", {"ship_by": ""}).status_code == 404
    assert alice.quietly("/projects/project-9/requirements/p1-a1/", {"state": "done"}).status_code == 404


# A requirement that is a skill


def test_a_requirement_with_a_skill_is_that_skill(alice: Person) -> None:
    button = alice.see(ONE).by_id("tick-p1-r1")
    assert button.get("formaction") == "/skills/p1-collect/state/"

    alice.quietly(button.get("formaction"), {"state": button.get("value")}, page=ONE)

    page = alice.see(ONE)
    assert met(page) == "1 of 6"
    assert row(page, "p1-r1").get("data-state") == "done"
    assert "Done today" in row(page, "p1-r1").text
    assert page.by_id("tick-p1-r1").get("value") == "open"
    assert alice.see("/skills/p1-collect/").all("button", **{"aria-pressed": "true"})


def test_a_skill_ticked_on_a_project_moves_the_page_it_stands_on(alice: Person) -> None:
    update = parse(alice.tick("p1-collect", page=ONE).content.decode())

    assert met(update) == "1 of 6"
    assert row(update, "p1-r1").get("data-state") == "done"
    assert "data-now" in row(update, "p1-r2").attributes, "the first one left of a project under way is next"
    assert "1/6" in update.by_id("project-nav").text
    assert "Build, done" in update.by_id("project-skills").text
    assert update.by_id("live").text.startswith("Collect data from APIs or scraping done.")
    assert update.by_id("undo")


def test_all_that_an_update_moves_is_on_the_page(alice: Person) -> None:
    page = alice.see(ONE)
    for answer in (
        alice.tick("p1-collect", page=ONE),
        alice.quietly(README, {"state": "done"}, page=ONE),
        alice.quietly(SHIP, {"ship_by": "2027-01-10"}, page=ONE),
        alice.quietly(SHIP, {"ship_by": "2020-01-10"}, page=ONE),
    ):
        moved = parse(answer.content.decode()).where(lambda node: "hx-swap-oob" in node.attributes)
        assert moved
        for node in moved:
            assert page.by_id(node.id).tag == node.tag


def test_undo_takes_the_tick_back_on_the_same_page(alice: Person) -> None:
    update = parse(alice.tick("p1-collect", page=ONE).content.decode())
    token = update.by_id("live").named("token").get("value")

    undone = parse(alice.quietly("/undo/", {"token": token}, page=ONE).content.decode())

    assert row(undone, "p1-r1").get("data-state") == "open"
    assert met(undone) == "0 of 6"


def test_without_script_a_skills_tick_leads_back_to_the_project(alice: Person) -> None:
    answer = alice.tick("p1-collect", page=ONE, quiet=False)

    assert (answer.status_code, answer["Location"]) == (303, ONE)
    assert "Collect data from APIs or scraping done." in alice.see(ONE).by_id("live").text


def test_skipped_leaves_the_total_and_learning_stays_open(alice: Person) -> None:
    alice.tick("p1-collect", "skipped")
    alice.tick("p1-clean", "learning")

    page = alice.see(ONE)
    assert met(page) == "0 of 5"
    assert row(page, "p1-r1").get("data-state") == "skipped"
    assert page.by_id("tick-p1-r1").get("value") == "open"
    assert row(page, "p1-r2").get("data-state") == "learning"
    assert "data-now" in row(page, "p1-r2").attributes


# How far along


def test_the_list_says_how_far_along_and_what_is_next(alice: Person) -> None:
    alice.tick("p1-collect")
    alice.tick("p2-docker")

    page = alice.see(LIST)

    assert "0 of 4 complete, 2 under way." in page.by_id("main").text
    first, second = page.by_id("project-project-1"), page.by_id("project-project-2")
    assert "data-now" in first.attributes
    assert "data-now" not in second.attributes, "one is now, the other merely under way"
    assert second.all("span", class_="tag")[0].text == "Under way"
    assert (first.all("progress")[0].get("value"), first.all("progress")[0].get("max")) == ("1", "6")
    assert first.all("a", class_="go")[0].get("href") == f"{ONE}#requirement-p1-r2"


def test_a_project_with_all_requirements_met_is_complete(alice: Person) -> None:
    for slug in ("p1-collect", "p1-clean", "p1-train", "p1-deploy", "p1-monitor"):
        alice.tick(slug)
    alice.quietly(README, {"state": "done"})

    page = alice.see(LIST)

    assert "1 of 4 complete, 0 under way." in page.by_id("main").text
    assert page.by_id("project-project-1").get("data-state") == "done"
    assert met(alice.see(ONE)) == "6 of 6"


def test_skipped_skills_leave_what_is_asked_besides(alice: Person) -> None:
    for slug in ("p2-opencv-framework", "p2-augmentation", "p2-benchmarks", "p2-docker"):
        alice.tick(slug, "skipped")

    assert met(alice.see("/projects/project-2/")) == "0 of 1"
    assert alice.see(LIST).by_id("project-project-2").get("data-state") == "learning"

    alice.quietly("/projects/project-2/requirements/p2-a1/", {"state": "done"})
    assert alice.see(LIST).by_id("project-project-2").get("data-state") == "done"


@pytest.mark.usefixtures("own_snapshot")
def test_a_tick_survives_the_retirement_of_its_requirement(alice: Person) -> None:
    alice.quietly(README, {"state": "done"})
    Requirement.objects.filter(slug="p1-a1").update(retired=True)
    CatalogueVersion.bump()

    assert met(alice.see(ONE)) == "0 of 5"
    assert alice.quietly(README, {"state": "open"}).status_code == 404
    assert RequirementTick.objects.count() == 1


# What it costs


@pytest.mark.parametrize(("path", "most"), [(LIST, 4), (ONE, 6)])
def test_reading_takes_few_statements_however_much_is_ticked(
    alice: Person, path: str, most: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    alice.see(path)
    with django_assert_max_num_queries(most):
        alice.see(path)
    for number in range(1, 5):
        alice.quietly(f"/projects/project-{number}/requirements/p{number}-a1/", {"state": "done"})
        alice.quietly(f"/projects/project-{number}/ship-by/", {"ship_by": "2027-01-10"})
    for skill in Skill.objects.filter(slug__startswith="p1-"):
        alice.tick(skill.slug)
    with django_assert_max_num_queries(most):
        alice.see(path)


@pytest.mark.parametrize("path", [LIST, ONE])
def test_a_visitor_takes_one_statement(
    visitor: Person, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    visitor.see(path)
    with django_assert_num_queries(1):
        visitor.see(path)


@pytest.mark.django_db(transaction=True)
def test_a_tick_takes_at_most_seven_statements(
    alice: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    alice.see(ONE)
    for state in ("done", "open"):
        with django_assert_max_num_queries(7):
            alice.quietly(README, {"state": state}, page=ONE)
    with django_assert_max_num_queries(7):
        alice.tick("p1-collect", page=ONE)


def test_an_unchanged_page_is_not_sent_twice(alice: Person) -> None:
    changes: list[tuple[str, Callable[[], Any]]] = [
        (LIST, lambda: alice.quietly(SHIP, {"ship_by": "2027-01-10"})),
        (ONE, lambda: alice.quietly(README, {"state": "done"})),
        (ONE, lambda: alice.quietly(f"{ONE}note/", {"text": "An idea"})),
        (ONE, lambda: alice.tick("p1-train", "learning")),
    ]
    for path, change in changes:
        tag = alice.get(path)["ETag"]
        assert alice.get(path, **{"if-none-match": tag}).status_code == 304
        change()
        assert alice.get(path, **{"if-none-match": tag}).status_code == 200
