"""The roadmap as one learner sees it: what counts, what has left the total, what stays in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.models import CatalogueVersion, Skill, Specialization
from roadmap.outline import Outline, outline_for
from roadmap.tally import Tally, total
from tests.person import Person
from tests.snapshots import make_catalogue, make_module, make_outline, make_skill

FOR_EVERYONE = {"cv-image-basics", "nlp-preprocessing", "nlp-linear-baseline"}
SPECIALIZATIONS = ("computer-vision", "nlp", "recsys", "time-series")

SMALL = make_catalogue(
    [
        make_module("base", make_skill("a"), make_skill("b", after=["a"]), make_skill("c", target=10)),
        make_module("courses", make_skill("x"), make_skill("y"), make_skill("z"), one_is_enough=True),
    ],
    [
        make_module("sea", make_skill("swim"), make_skill("float", for_everyone=True), specialization="sea"),
        make_module("hill", make_skill("climb"), make_skill("rest"), specialization="hill"),
    ],
)


def choose(alice: Person, *slugs: str) -> Outline:
    answer = alice.send("/specializations/", {"specialization": list(slugs)})
    assert answer.status_code == 303
    return outline_for(alice.user.pk)


def test_a_skipped_skill_leaves_the_total_and_takes_its_hours_along():
    before = make_outline(SMALL)
    after = make_outline(SMALL, [("a", "skipped")])

    assert after.tally.total == before.tally.total - 1
    assert after.tally.hours_total == before.tally.hours_total - 3
    assert after.tally.skipped == before.tally.skipped + 1


def test_one_that_is_enough_covers_the_open_ones_of_its_module():
    outline = make_outline(SMALL, [("x", "done"), ("y", "learning")])
    lines = {line.skill.slug: line for line in outline.lines.values()}

    assert (lines["z"].state, lines["z"].covered) == ("skipped", True)
    assert (lines["y"].state, lines["y"].covered) == ("learning", False), "what is under way stays so"
    courses = outline.module("courses")
    assert courses
    assert (courses.tally.done, courses.tally.total, courses.tally.skipped) == (1, 2, 1)


def test_what_was_covered_is_open_again_when_the_done_one_is_reopened():
    outline = make_outline(SMALL, [("x", "open")])

    assert {outline.line(SMALL.skill_by_slug[slug]).state for slug in "xyz"} == {"open"}


def test_before_any_is_done_one_stands_for_all_that_overlap():
    first = make_outline(SMALL)
    under_way = make_outline(SMALL, [("y", "learning")])

    def counting(outline: Outline) -> set[str]:
        return {slug for slug in "xyz" if outline.line(SMALL.skill_by_slug[slug]).counts}

    assert counting(first) == {"x"}, "the first of the list"
    assert counting(under_way) == {"y"}, "or the one under way"


def test_elsewhere_one_done_skill_covers_nothing():
    outline = make_outline(SMALL, [("a", "done")])

    assert outline.line(SMALL.skill_by_slug["b"]).state == "open"


def test_a_module_with_everything_skipped_has_nothing_to_do():
    outline = make_outline(SMALL, [("a", "skipped"), ("b", "skipped"), ("c", "skipped")])
    base = outline.module("base")

    assert base
    assert base.tally.empty
    assert base.tally.percent == 0


def test_an_empty_catalogue_is_nothing_to_do():
    outline = make_outline(make_catalogue())

    assert outline.tally == Tally()
    assert outline.phases == ()


states = st.lists(
    st.tuples(
        st.sampled_from([skill.slug for skill in SMALL.skills.values()]),
        st.sampled_from(["open", "learning", "done", "skipped"]),
    ),
    max_size=14,
)
choices = st.lists(st.sampled_from(["sea", "hill"]), unique=True)


@given(states, choices, st.integers(0, 20))
def test_the_phases_make_the_whole_and_the_modules_make_the_phases(
    ticks: list[tuple[str, str]], chosen: list[str], number: int
):
    outline = make_outline(SMALL, list(dict(ticks).items()), chosen=chosen, counts={"c": number})

    assert total(view.tally for view in outline.phases) == outline.tally
    for phase in outline.phases:
        assert total(view.tally for view in phase.modules) == phase.tally
    assert 0 <= outline.tally.done <= outline.tally.total
    counted = [line for line in outline.lines.values() if line.counts]
    assert outline.tally.total + outline.tally.skipped == len(counted)


@given(states, choices, st.integers(0, 20))
def test_the_whole_is_complete_exactly_when_all_that_counts_is_settled(
    ticks: list[tuple[str, str]], chosen: list[str], number: int
):
    outline = make_outline(SMALL, list(dict(ticks).items()), chosen=chosen, counts={"c": number})
    counted = [line for line in outline.lines.values() if line.counts]
    settled = all(line.settled for line in counted) and any(line.state == "done" for line in counted)

    assert outline.tally.complete == settled
    assert (outline.tally.percent == 100) == settled


@given(states, choices, choices)
def test_no_choice_of_specializations_changes_a_tick(
    ticks: list[tuple[str, str]], first: list[str], second: list[str]
):
    marks = list(dict(ticks).items())
    one, other = make_outline(SMALL, marks, chosen=first), make_outline(SMALL, marks, chosen=second)

    assert [line.state for line in one.lines.values()] == [line.state for line in other.lines.values()]


def test_without_a_choice_only_what_everyone_needs_counts_in_the_specializations(alice: Person):
    outline = outline_for(alice.user.pk)
    counted = {
        line.skill.slug for line in outline.lines.values() if line.counts and line.skill.specialization_id
    }

    assert counted == FOR_EVERYONE


@pytest.mark.parametrize("chosen", SPECIALIZATIONS)
def test_choosing_one_adds_its_skills_and_no_others(alice: Person, chosen: str):
    nothing = outline_for(alice.user.pk).tally.total
    outline = choose(alice, chosen)
    own = {s.slug for s in Skill.objects.filter(module__specialization__slug=chosen)}

    assert outline.tally.total == nothing + len(own - FOR_EVERYONE)
    counted = {
        line.skill.slug for line in outline.lines.values() if line.counts and line.skill.specialization_id
    }
    assert counted == own | FOR_EVERYONE


def test_choosing_all_makes_every_skill_count(alice: Person):
    outline = choose(alice, *SPECIALIZATIONS)

    assert outline.tally.total == 220 - 2, "of the three courses that overlap, one counts"


def test_alice_changes_her_mind_and_loses_no_tick(alice: Person):
    choose(alice, "nlp")
    alice.tick("nlp-chatbots")
    ticked = alice.user.skill_progress.get()

    outline = choose(alice, "time-series")
    assert alice.user.skill_progress.get().state == "done"
    assert outline.tally.done == 0, "it does not count while the specialization is not chosen"

    outline = choose(alice, "nlp", "time-series")
    assert outline.tally.done == 1
    assert outline.lines[ticked.skill_id].state == "done"


def test_alice_chooses_none_again(alice: Person):
    choose(alice, "nlp")
    outline = choose(alice)

    assert outline.chosen == ()


def test_an_unknown_specialization_is_refused_and_the_choice_stays(alice: Person):
    choose(alice, "nlp")
    answer = alice.send("/specializations/", {"specialization": ["nlp", "astrology"]})

    assert answer.status_code == 422
    assert "There is no such specialization" in answer.content.decode()
    assert [s.slug for s in outline_for(alice.user.pk).chosen] == ["nlp"]


def test_a_retired_skill_that_was_done_stays_in_sight_and_leaves_the_total(alice: Person, own_snapshot: None):
    alice.tick("py-syntax")
    before = outline_for(alice.user.pk).tally
    Skill.objects.filter(slug__in=["py-syntax", "py-functions"]).update(retired=True)
    CatalogueVersion.bump()
    outline = outline_for(alice.user.pk)

    assert [line.skill.slug for line in outline.off_roadmap] == ["py-syntax"], (
        "what was never begun just leaves"
    )
    assert outline.tally.total == before.total - 2
    assert outline.tally.done == 0
    page = alice.see("/roadmap/")
    heading = page.by_id("off-h")
    assert heading.text == "No longer on the roadmap"
    assert heading.parent
    assert "Variables, types and control flow Done" in heading.parent.text
    assert alice.get("/skills/py-syntax/").status_code == 200


def test_a_visitor_sees_everything_open(visitor: Person):
    outline = outline_for(None)

    assert {line.state for line in outline.lines.values()} == {"open"}
    assert outline.tally.done == 0
    assert Specialization.objects.count() == len(outline.catalogue.specializations)
