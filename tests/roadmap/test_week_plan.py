"""What a week proposes: the trail's order, building and theory in their shares, and the learner's word."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.week_plan import Candidate, Part, Pick, build_share, plan

BUILD, THEORY = "practice", "theory"


def trail(*kinds: str, left: float = 4.0) -> list[Candidate]:
    """Return skills 1, 2, 3 … of these kinds, none of which waits for another."""
    return [Candidate(number, kind, left) for number, kind in enumerate(kinds, 1)]


def hours(parts: tuple[Part, ...]) -> dict[int, float]:
    return {part.id: part.hours for part in parts}


def test_it_fills_the_hours_along_the_trail():
    assert hours(plan(trail(BUILD, BUILD, BUILD, BUILD), 8, {})) == {1: 4, 2: 4}


def test_seven_of_ten_hours_are_for_building():
    skills = trail(*[BUILD] * 5, *[THEORY] * 5, left=3.5)
    parts = plan(skills, 10, {})

    assert hours(parts) == {1: 3.5, 2: 3.5, 6: 3}
    assert build_share(parts) == 0.7


def test_theory_fills_what_no_building_is_there_for():
    assert hours(plan(trail(THEORY, THEORY, THEORY), 8, {})) == {1: 4, 2: 4}


def test_theory_is_brought_forward_within_its_stretch_of_the_trail_alone():
    skills = [*trail(*[BUILD] * 4), Candidate(9, THEORY, 4, (), stage=1)]

    assert hours(plan(skills, 12, {})) == {1: 4, 2: 4, 3: 4}


def test_a_skill_waits_for_what_it_comes_after():
    skills = [Candidate(1, BUILD, 20), Candidate(2, BUILD, 2, (1,)), Candidate(3, BUILD, 2)]

    assert hours(plan(skills, 10, {})) == {1: 8, 3: 2}


def test_a_skill_may_follow_one_that_the_week_finishes():
    skills = [Candidate(1, BUILD, 4), Candidate(2, BUILD, 4, (1,))]

    assert hours(plan(skills, 8, {})) == {1: 4, 2: 4}


def test_what_is_not_on_the_road_holds_nothing_up():
    assert hours(plan([Candidate(2, BUILD, 4, (1,))], 8, {})) == {2: 4}


def test_a_large_skill_takes_half_the_week_while_others_wait():
    assert hours(plan([Candidate(1, BUILD, 40), Candidate(2, BUILD, 3)], 10, {}))[1] == 7
    assert hours(plan([Candidate(1, BUILD, 40), Candidate(2, BUILD, 9)], 10, {})) == {1: 5, 2: 5}


def test_a_large_skill_alone_takes_all_of_it():
    assert hours(plan([Candidate(1, BUILD, 40)], 10, {})) == {1: 10}


def test_no_crumb_is_left_for_the_week_after():
    skills = [Candidate(1, BUILD, 6), Candidate(2, THEORY, 3.5)]

    assert hours(plan(skills, 10, {}))[2] == 3.5


def test_what_is_carried_over_comes_first_and_is_named():
    parts = plan(trail(BUILD, BUILD, BUILD), 8, {}, carried={3})

    assert [(part.id, part.carried) for part in parts] == [(3, True), (1, False)]


def test_a_pinned_skill_stays_even_past_the_hours():
    parts = plan(trail(BUILD, BUILD, BUILD), 1, {2: Pick("pinned"), 3: Pick("pinned")})

    assert hours(parts) == {2: 1, 3: 1}
    assert all(part.pinned for part in parts)


def test_a_pinned_skill_takes_no_more_than_its_kind_would():
    skills = trail(*[BUILD] * 3, THEORY, left=6)

    assert hours(plan(skills, 10, {4: Pick("pinned")})) == hours(plan(skills, 10, {}))


def test_a_pinned_skill_need_not_wait():
    skills = [Candidate(1, BUILD, 20), Candidate(2, BUILD, 4, (1,))]

    assert 2 in hours(plan(skills, 10, {2: Pick("pinned")}))


def test_a_dropped_skill_makes_room():
    assert hours(plan(trail(BUILD, BUILD, BUILD), 8, {1: Pick("dropped")})) == {2: 4, 3: 4}


def test_what_is_dropped_is_not_carried_over_either():
    assert hours(plan(trail(BUILD, BUILD), 4, {1: Pick("dropped")}, carried={1})) == {2: 4}


def test_places_that_the_learner_gave_come_first():
    picks = {2: Pick("proposed", 0), 1: Pick("proposed", 1)}

    assert [part.id for part in plan(trail(BUILD, BUILD, BUILD), 12, picks)] == [2, 1, 3]


def test_a_pick_of_something_that_left_the_roadmap_is_passed_over():
    assert hours(plan(trail(BUILD), 4, {99: Pick("pinned", 0)})) == {1: 4}


@pytest.mark.parametrize("skills", [[], trail(BUILD)])
def test_no_hours_make_no_plan(skills: list[Candidate]):
    assert plan(skills, 0, {}) == ()


def test_nothing_left_makes_no_plan_and_no_share():
    assert plan([], 100, {}) == ()
    assert build_share(()) is None


@dataclass(frozen=True)
class Case:
    skills: list[Candidate]
    hours: float
    picks: dict[int, Pick]
    carried: set[int]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    number = draw(st.integers(0, 25))
    skills = [
        Candidate(
            pk,
            draw(st.sampled_from(["theory", "practice", "build"])),
            draw(st.integers(1, 80)) / 2,
            tuple(sorted(draw(st.sets(st.integers(0, pk - 1), max_size=2)))) if pk else (),
            pk // 8,
        )
        for pk in range(number)
    ]
    ids = st.integers(0, 30)
    pick = st.builds(Pick, st.sampled_from(["proposed", "pinned", "dropped"]), st.none() | st.integers(0, 9))
    return Case(
        skills,
        draw(st.integers(0, 200)) / 2,
        draw(st.dictionaries(ids, pick, max_size=6)),
        draw(st.sets(ids, max_size=6)),
    )


@given(cases())
def test_the_hours_are_kept_but_for_what_is_pinned(case: Case):
    parts = plan(case.skills, case.hours, case.picks, case.carried)
    pinned = sum(part.hours for part in parts if part.pinned)

    assert sum(part.hours for part in parts) <= max(case.hours, pinned) + 1e-9
    assert all(0 < part.hours <= part.left for part in parts)


@given(cases())
def test_what_can_be_begun_leaves_no_hour_over(case: Case):
    parts = plan(case.skills, case.hours, {}, case.carried)
    planned, known = hours(parts), {one.id for one in case.skills}
    open_to_all = [one for one in case.skills if one.id not in planned and not set(one.comes_after) & known]
    if case.hours - sum(planned.values()) >= 1:
        assert open_to_all == []
        assert all(part.hours == part.left for part in parts)


@given(cases())
def test_only_a_pinned_skill_is_before_its_time(case: Case):
    parts = plan(case.skills, case.hours, case.picks, case.carried)
    known = {one.id: one for one in case.skills}
    whole = {part.id for part in parts if part.hours >= part.left}
    for part in parts:
        if not part.pinned:
            assert all(pk not in known or pk in whole for pk in known[part.id].comes_after)


@given(cases())
def test_the_learner_has_the_last_word(case: Case):
    planned = {part.id for part in plan(case.skills, case.hours, case.picks, case.carried)}
    for one in case.skills:
        choice = case.picks.get(one.id, Pick()).choice
        assert choice != "dropped" or one.id not in planned
        assert choice != "pinned" or one.id in planned


@given(cases())
def test_the_same_week_has_the_same_plan(case: Case):
    first = plan(case.skills, case.hours, case.picks, case.carried)

    assert plan(list(case.skills), case.hours, dict(case.picks), set(case.carried)) == first
    assert len({part.id for part in first}) == len(first)
