"""A phase's page, and “I know this already” for a module and a phase."""

import re
from itertools import pairwise

import pytest

from roadmap.models import Skill
from roadmap.outline import outline_for
from tests.markup import Node, parse
from tests.person import Person

PHASES = ["foundation", "core-ml", "specialization-portfolio", "job-preparation"]


def states(alice: Person) -> dict[str, str]:
    return dict(alice.user.skill_progress.values_list("skill__slug", "state"))


@pytest.mark.parametrize("slug", PHASES)
def test_everyone_may_read_a_phase(visitor: Person, slug: str):
    page = visitor.see(f"/roadmap/{slug}/")
    view = outline_for(None).phase(slug)

    assert view
    main = page.by_id("main")
    assert view.phase.title in main.all("h1")[0].text
    assert view.phase.summary in main.text
    assert view.phase.ends_with in main.text
    for module in view.phase.modules:
        rows = page.by_id(f"module-{module.slug}").all("li", class_="stop")
        assert {row.id for row in rows} == {f"skill-{skill.slug}" for skill in module.skills}
    assert not page.all("button", name="state")


def test_the_day_of_a_milestone_ends_today(alice: Person):
    day = alice.see("/roadmap/foundation/").by_id("day-linear-regression-from-scratch")

    assert day.get("max") == str(alice.user.today())


def test_a_tick_there_leads_to_sign_up_and_back_to_that_skill(visitor: Person):
    row = visitor.see("/roadmap/foundation/").by_id("skill-py-syntax")

    assert row.all("a", class_="post")[0].get("href") == "/accounts/signup/?next=/skills/py-syntax/"


def test_there_is_no_fifth_phase(visitor: Person):
    assert visitor.get("/roadmap/retirement/").status_code == 404


def test_a_skill_with_steps_stands_right_above_them(alice: Person):
    rows = [
        row.id
        for row in alice.see("/roadmap/foundation/").by_id("module-linear-algebra").all("li", class_="stop")
    ]

    whole = rows.index("skill-la-core")
    assert rows[whole + 1 : whole + 5] == [
        "skill-la-vectors",
        "skill-la-matrices",
        "skill-la-systems",
        "skill-la-eigen",
    ]


def test_the_next_skill_is_marked_here_and_only_here(alice: Person):
    alice.tick("py-environment")

    assert [row.id for row in _now(alice, "foundation")] == ["skill-command-line"]
    assert _now(alice, "core-ml") == []


def _now(alice: Person, slug: str) -> list[Node]:
    page = alice.see(f"/roadmap/{slug}/")
    return [row for row in page.all("li", class_="stop") if "data-now" in row.attributes and row.id]


def test_the_phases_follow_one_another(visitor: Person):
    for this, following in pairwise(PHASES):
        links = [a.get("href") for a in visitor.see(f"/roadmap/{this}/").by_id("main").all("a", class_="btn")]
        assert f"/roadmap/{following}/" in links


@pytest.mark.parametrize("state", ["done", "skipped"])
@pytest.mark.parametrize("path", ["/modules/dev-tools/known/", "/roadmap/foundation/known/"])
def test_what_is_open_becomes_known_and_the_rest_stays(alice: Person, path: str, state: str):
    alice.tick("git-basics", "learning")
    alice.tick("command-line", "skipped")
    alice.tick("sql-basics", "done", done_on="2026-01-05")
    alice.tick("py-environment", "learning")
    alice.tick("py-environment", "open")

    answer = alice.quietly(path, {"state": state}, page="/roadmap/foundation/")

    assert answer.status_code == 200
    after = states(alice)
    assert (after["git-basics"], after["command-line"], after["sql-basics"]) == (
        "learning",
        "skipped",
        "done",
    )
    assert after["py-environment"] == state
    assert str(alice.user.skill_progress.get(skill__slug="sql-basics").done_on) == "2026-01-05"
    dates = set(
        alice.user.skill_progress.filter(state="done")
        .exclude(skill__slug="sql-basics")
        .values_list("done_on")
    )
    assert dates == ({(alice.user.today(),)} if state == "done" else set())


def test_a_module_leaves_the_other_modules_alone(alice: Person):
    alice.quietly("/modules/dev-tools/known/", {"state": "done"})

    assert set(states(alice)) == set(
        Skill.objects.filter(module__slug="dev-tools").values_list("slug", flat=True)
    )


def test_a_phase_leaves_the_other_phases_alone(alice: Person):
    alice.quietly("/roadmap/foundation/known/", {"state": "skipped"})
    own = set(Skill.objects.filter(module__phase__slug="foundation").values_list("slug", flat=True))

    assert set(states(alice)) == own
    assert set(states(alice).values()) == {"skipped"}


def test_specializations_that_are_not_chosen_stay_untouched(alice: Person):
    alice.send("/specializations/", {"specialization": "recsys"})
    alice.quietly("/roadmap/specialization-portfolio/known/", {"state": "done"})
    touched = set(
        Skill.objects.filter(slug__in=states(alice), module__specialization__isnull=False).values_list(
            "module__specialization__slug", "slug"
        )
    )

    assert {slug for field, slug in touched if field != "recsys"} == {
        "cv-image-basics",
        "nlp-preprocessing",
        "nlp-linear-baseline",
    }
    assert len([slug for field, slug in touched if field == "recsys"]) == 7


def test_in_a_specialization_that_is_not_chosen_only_what_counts_is_marked(alice: Person):
    alice.quietly("/modules/spec-cv/known/", {"state": "done"})

    assert states(alice) == {"cv-image-basics": "done"}


def test_a_counted_skill_that_is_known_is_full(alice: Person):
    alice.quietly("/modules/python/known/", {"state": "done"})

    assert alice.user.skill_progress.get(skill__slug="coding-problems-100").count == 100


def test_a_counted_skill_that_is_skipped_keeps_its_number(alice: Person):
    alice.quietly("/skills/coding-problems-100/count/", {"count": "12"})
    alice.tick("coding-problems-100", "open")
    alice.quietly("/modules/python/known/", {"state": "skipped"})

    found = alice.user.skill_progress.get(skill__slug="coding-problems-100")
    assert (found.state, found.count) == ("skipped", 12)


def test_of_courses_that_overlap_one_is_marked(alice: Person):
    alice.quietly("/modules/dl-courses/known/", {"state": "done"})

    assert len(states(alice)) == 1


def test_twice_says_that_nothing_was_open_and_offers_no_undo(alice: Person):
    alice.quietly("/modules/dev-tools/known/", {"state": "done"})
    live = parse(alice.quietly("/modules/dev-tools/known/", {"state": "done"}).content.decode()).by_id("live")

    assert live.text == "Working tools: nothing was open."


def test_it_says_how_many_and_offers_one_undo(alice: Person):
    live = parse(alice.quietly("/modules/dev-tools/known/", {"state": "skipped"}).content.decode()).by_id(
        "live"
    )

    assert live.text == "Working tools: 6 skills skipped.Undo"
    assert len(live.all("button")) == 1


@pytest.mark.parametrize("wrong", ["", "open", "learning", "known"])
@pytest.mark.parametrize("path", ["/modules/dev-tools/known/", "/roadmap/foundation/known/"])
def test_what_is_open_can_only_become_done_or_skipped(alice: Person, path: str, wrong: str):
    quiet = alice.quietly(path, {"state": wrong})
    plain = alice.send(path, {"state": wrong})

    assert (quiet.status_code, plain.status_code) == (422, 422)
    assert "done or skip" in parse(plain.content.decode()).by_id("main").text
    assert states(alice) == {}


def test_unknown_modules_and_phases_are_not_found(alice: Person):
    assert alice.quietly("/modules/alchemy/known/", {"state": "done"}).status_code == 404
    assert alice.quietly("/roadmap/retirement/known/", {"state": "done"}).status_code == 404


def test_without_script_she_returns_to_the_phase_and_is_told(alice: Person):
    answer = alice.send("/roadmap/foundation/known/", {"state": "skipped"}, page="/roadmap/foundation/")

    assert (answer.status_code, answer["Location"]) == (303, "/roadmap/foundation/")
    assert re.search(
        r"Foundation building: \d+ skills skipped\.", alice.see("/roadmap/foundation/").by_id("live").text
    )


def test_a_phase_that_is_skipped_altogether_has_nothing_to_do(alice: Person):
    alice.quietly("/roadmap/job-preparation/known/", {"state": "skipped"})
    page = alice.see("/roadmap/job-preparation/")

    assert "Nothing to do in this phase" in page.by_id("phase-progress").text
    assert not page.by_id("phase-progress").all("progress")
    assert "0 %" not in page.by_id("main").text
    assert "Nothing to do" in alice.see("/roadmap/").by_id("figures-job-preparation").text


def test_a_finished_phase_says_so(alice: Person):
    alice.quietly("/roadmap/foundation/known/", {"state": "done"})
    page = alice.see("/roadmap/")

    assert page.by_id("phase-foundation").get("data-state") == "done"
    assert "0 of" in page.by_id("figures-foundation").text, "no hours left"
