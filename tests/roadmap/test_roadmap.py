"""The whole roadmap on one page, and the choice of specializations."""

import re

import pytest

from roadmap.outline import outline_for
from tests.markup import Node, parse
from tests.person import Person


def test_everyone_sees_every_skill_once(visitor: Person):
    page = visitor.see("/roadmap/")
    rows = [row.id for row in page.by_id("main").all("li", class_="stop") if row.id.startswith("skill-")]

    assert len(rows) == len(set(rows)) == 220
    assert not page.all("button", name="state")
    assert "skills, about" in page.by_id("overall").text


def test_it_tells_the_figures_of_each_phase(alice: Person):
    page = alice.see("/roadmap/")
    for view in outline_for(alice.user.pk).phases:
        figures = page.by_id(f"figures-{view.phase.slug}").text
        assert f"Months {view.phase.month_start}–{view.phase.month_end}" in figures
        assert f"0 of {view.tally.total} skills" in figures


def test_the_module_with_the_next_skill_is_open_and_the_others_closed(alice: Person):
    modules = [d for d in alice.see("/roadmap/").all("details") if d.id.startswith("module-")]

    assert [d.id for d in modules if "open" in d.attributes] == ["module-dev-tools"]


def test_it_offers_to_go_on(alice: Person):
    assert alice.see("/roadmap/").by_id("continue-foundation").text == "Next: Python environment and editor"
    alice.tick("py-environment", "learning")
    assert (
        alice.see("/roadmap/").by_id("continue-foundation").text
        == "Continue with Python environment and editor"
    )


def test_alice_chooses_where_the_trail_forks(alice: Person):
    form = alice.see("/roadmap/").by_id("specializations")
    assert len(form.all("input", type="checkbox")) == 4

    answer = alice.send(form.get("action"), {"specialization": ["nlp", "recsys"]})

    assert (answer.status_code, answer["Location"]) == (303, "/roadmap/")
    page = alice.see("/roadmap/")
    chosen = [
        box.get("value") for box in page.by_id("specializations").all("input") if "checked" in box.attributes
    ]
    assert chosen == ["nlp", "recsys"]
    left = outline_for(alice.user.pk).tally.left
    assert page.by_id("live").text == (
        f"Natural language processing and Recommendation systems: {left} skills to go in all."
    )


def test_a_module_that_was_not_chosen_says_so(alice: Person):
    page = alice.see("/roadmap/")

    assert page.by_id("figures-spec-recsys").text == "Not in your roadmap"
    alice.send("/specializations/", {"specialization": "recsys"})
    assert "0 of 7 done" in alice.see("/roadmap/").by_id("figures-spec-recsys").text


def test_choosing_twice_is_harmless(alice: Person):
    for _ in range(2):
        assert alice.send("/specializations/", {"specialization": ["nlp", "nlp"]}).status_code == 303
    assert [s.slug for s in outline_for(alice.user.pk).chosen] == ["nlp"]


def test_through_htmx_the_figures_move(alice: Person):
    answer = alice.quietly("/specializations/", {"specialization": "nlp"})

    assert answer.status_code == 200
    ids = {node.id for node in parse(answer.content.decode()).elements}
    assert {"overall", "figures-spec-nlp", "figures-specialization-portfolio", "live"} <= ids


def test_a_page_that_has_not_changed_is_not_sent_again(alice: Person):
    tag = alice.get("/roadmap/")["ETag"]

    assert alice.get("/roadmap/", **{"If-None-Match": tag}).status_code == 304
    alice.tick("py-syntax")
    assert alice.get("/roadmap/", **{"If-None-Match": tag}).status_code == 200


def test_nobody_gets_the_page_of_another(alice: Person, bob: Person, visitor: Person):
    tags = {person.get("/roadmap/")["ETag"] for person in (alice, bob, visitor)}

    assert len(tags) == 3
    answer = alice.get("/roadmap/")
    assert "private" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]


FIGURES = [
    # state of Alice's trail before the figures are compared
    [],
    [("tick", "py-syntax", "done"), ("tick", "py-functions", "learning"), ("tick", "sql-basics", "skipped")],
    [("known", "/roadmap/core-ml/known/", "done"), ("tick", "course-fastai", "open")],
    [("known", "/roadmap/job-preparation/known/", "skipped"), ("choose", "nlp", "")],
]


@pytest.mark.parametrize("story", FIGURES, ids=["nothing", "a few", "a phase", "a choice"])
def test_the_same_numbers_on_every_page(alice: Person, story: list[tuple[str, str, str]]):
    for verb, what, state in story:
        if verb == "tick":
            alice.tick(what, state)
        elif verb == "known":
            alice.quietly(what, {"state": state})
        else:
            alice.send("/specializations/", {"specialization": what})
    alice.quietly("/skills/coding-problems-100/count/", {"count": "30"})
    roadmap, today = alice.see("/roadmap/"), alice.see("/today/")

    skills = _pair(r"(\d+) of (\d+) skills done", roadmap.by_id("overall"))
    hours = _pair(r"([\d.,]+) of ([\d.,]+) hours", roadmap.by_id("overall"))
    assert _pair(r"(\d+) of (\d+) skills", today.by_id("figures")) == skills
    assert _pair(r"([\d.,]+) of ([\d.,]+) hours", today.by_id("figures")) == hours
    done = total = 0
    for view in outline_for(alice.user.pk).phases:
        phase = alice.see(f"/roadmap/{view.phase.slug}/")
        here, there = phase.by_id("phase-progress"), roadmap.by_id(f"figures-{view.phase.slug}")
        if view.tally.empty:
            assert "Nothing to do" in here.text
            assert "Nothing to do" in there.text
            continue
        mine = _pair(r"(\d+) of (\d+) skills", here)
        assert mine == _pair(r"(\d+) of (\d+) skills", there)
        assert _bar(here) == _bar(there)
        assert _modules(phase, view.phase.modules) == _modules(roadmap, view.phase.modules)
        done, total = done + int(mine[0]), total + int(mine[1])
    assert (str(done), str(total)) == skills


def _pair(pattern: str, node: Node) -> tuple[str, str]:
    found = re.search(pattern, node.text)
    assert found, f"{pattern!r} is not in {node.text!r}"
    return found[1], found[2]


def _bar(node: Node) -> tuple[str, str]:
    (bar,) = node.all("progress")
    return bar.get("value"), bar.get("max")


def _modules(page: Node, modules: tuple[object, ...]) -> list[str]:
    return [page.by_id(f"figures-{module.slug}").text for module in modules]  # type: ignore[attr-defined]


def test_the_title_of_a_phase_brings_the_state_that_its_post_takes(alice: Person):
    """The post itself is too large to be sent again: static/js/states.js hands the state on."""
    title = alice.see("/roadmap/").by_id("title-foundation")
    assert title.get("data-leg") == "open"
    update = parse(alice.tick("py-environment").content.decode())
    assert update.by_id("title-foundation").get("data-leg") == "learning"

    update = parse(alice.quietly("/roadmap/foundation/known/", {"state": "done"}).content.decode())
    assert update.by_id("title-foundation").get("data-leg") == "done"
