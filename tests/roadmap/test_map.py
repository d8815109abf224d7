"""The prerequisite map, for a visitor and for Alice on her way."""

import pytest
from pytest_django import DjangoAssertNumQueries

from roadmap.catalogue import at_version
from roadmap.layers import layers
from roadmap.models.marks import marks_of
from tests.markup import Node
from tests.person import Person
from tests.roadmap.test_statements import walk_far

MAP = "/roadmap/map/"
PHASES = ["foundation", "core-ml", "specialization-portfolio", "job-preparation"]


def stone(page: Node, slug: str) -> Node:
    return next(link for link in picture(page).all("a") if link.get("href") == f"/skills/{slug}/")


def picture(page: Node) -> Node:
    return page.all("figure")[0]


def row(page: Node, slug: str) -> str:
    links = page.by_id("as-list").all("a")
    link = next(link for link in links if link.get("href") == f"/skills/{slug}/")
    assert link.parent is not None
    return link.parent.text


@pytest.mark.parametrize("phase", PHASES)
def test_every_skill_of_a_phase_is_in_the_picture_and_in_the_list(visitor: Person, phase: str):
    page = visitor.see(f"{MAP}?phase={phase}")

    catalogue = at_version(marks_of(None).version)
    item = catalogue.phase(phase)
    assert item is not None
    wanted = sorted(f"/skills/{skill.slug}/" for module in item.modules for skill in module.skills)
    assert sorted(link.get("href") for link in picture(page).all("a")) == wanted
    assert sorted(link.get("href") for link in page.by_id("as-list").all("a")) == wanted


def test_the_list_has_the_layers_as_headings_and_says_what_comes_before(visitor: Person):
    page = visitor.see(MAP)

    headings = [heading.text for heading in page.by_id("as-list").all("h3")]
    assert headings[:3] == ["Starts", "First step", "Second step"]
    assert "after Variables, types and control flow" in row(page, "py-functions")
    assert "opens Files, formats and exceptions" in row(page, "py-functions")


def test_a_visitor_begins_with_the_first_phase_and_stands_nowhere(visitor: Person):
    page = visitor.see(MAP)

    assert "Foundation building, 53 skills" in page.text
    assert "You are here" not in page.text
    assert stone(page, "py-environment").get("aria-label") == "Python environment and editor, open"


def test_states_are_told_by_shape_and_by_name(alice: Person):
    alice.tick("git-basics", "skipped")
    alice.tick("sql-basics", "learning")
    alice.tick("py-environment")
    page = alice.see(MAP)

    shapes = {}
    for slug, state in [
        ("git-basics", "skipped"),
        ("sql-basics", "learning"),
        ("py-environment", "claimed"),
        ("bayes-theorem", "open"),
    ]:
        link = stone(page, slug)
        assert state in link.get("class").split()
        assert f", {state}" in link.get("aria-label")
        shapes[state] = [(node.get("class"), node.get("d")) for node in link.all("path")]
    assert len({str(shape) for shape in shapes.values()}) == 4, "not by color alone"
    assert "Skipped" in row(page, "git-basics")
    assert "Done" in row(page, "py-environment")


def test_she_sees_where_she_stands(alice: Person):
    alice.tick("py-environment")
    page = alice.see(MAP)

    here = [link for link in picture(page).all("a") if "at" in link.get("class").split()]
    assert [link.get("aria-label").endswith("you are here") for link in here] == [True]
    assert f"You stand at {here[0].get('aria-label').split(',')[0]}" in page.text
    assert "Now, " in page.by_id("as-list").text


def test_the_way_that_is_walked_is_drawn_through(alice: Person):
    def walked() -> str:
        return next(p.get("d") for p in picture(alice.see(MAP)).all("path") if p.get("class") == "edge past")

    assert walked() == ""
    alice.tick("git-basics")
    first = walked()
    alice.tick("py-syntax")
    assert 0 < len(first) < len(walked())


def test_it_opens_at_the_phase_she_stands_in(alice: Person):
    alice.send("/roadmap/foundation/known/", {"state": "done"})

    page = alice.see(MAP)
    assert "Core ML skills, " in page.text
    assert [o.get("value") for o in page.by_id("part").all("option") if "selected" in o.attributes] == [
        "core-ml"
    ]


def test_a_phase_that_is_none_is_not_found(visitor: Person):
    assert visitor.get(f"{MAP}?phase=nowhere").status_code == 404


def test_map_is_no_phase(visitor: Person):
    catalogue = at_version(marks_of(None).version)

    assert catalogue.phase("map") is None, "the address of the map would hide it"


def test_the_roadmap_leads_there(visitor: Person):
    assert MAP in [link.get("href") for link in visitor.see("/roadmap/").all("a")]


def test_it_scrolls_by_keyboard(visitor: Person):
    figure = picture(visitor.see(MAP))

    assert figure.get("tabindex") == "0"
    assert figure.get("aria-label")
    assert not [node for node in figure if node.get("style")]


def test_it_is_sent_again_only_when_a_tick_moved(alice: Person):
    first = alice.get(MAP)
    assert alice.get(MAP, **{"If-None-Match": first["ETag"]}).status_code == 304
    alice.tick("git-basics")
    assert alice.get(MAP, **{"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("phase", PHASES)
def test_few_statements_and_a_light_page_however_far_she_is(
    alice: Person, phase: str, django_assert_max_num_queries: DjangoAssertNumQueries
):
    walk_far(alice)
    alice.get(MAP)
    with django_assert_max_num_queries(5):
        answer = alice.get(f"{MAP}?phase={phase}")
    assert len(answer.content) < 120_000


def test_the_catalogue_has_no_circle(db: None):
    catalogue = at_version(marks_of(None).version)

    found = layers({pk: s.comes_after for pk, s in catalogue.skills.items() if not s.retired})
    assert len(found.columns) > 10
