"""What to do now: the rule, its reasons, and its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.next_step import NextStep, next_step
from tests.snapshots import make_catalogue, make_module, make_outline, make_skill

# The trail: a b c | d (c) e | f (whole, after f1, f2) f1 f2 | sea: s
TRAIL = make_catalogue(
    [
        make_module("one", make_skill("a"), make_skill("b", after=["a"]), make_skill("c")),
        make_module("two", make_skill("d", after=["c"]), make_skill("e")),
    ],
    [
        make_module(
            "three",
            make_skill("f1", part_of="f"),
            make_skill("f2", part_of="f"),
            make_skill("f", after=["f1", "f2"]),
            make_skill("g"),
        ),
        make_module("sea", make_skill("s", after=["a"]), specialization="sea"),
    ],
)


def step(*states: tuple[str, str], chosen: tuple[str, ...] = (), how_many: int = 3) -> NextStep:
    return next_step(make_outline(TRAIL, states, chosen=chosen), how_many)


def slugs(found: NextStep) -> list[str]:
    return [step.line.skill.slug for step in found.steps]


def test_at_the_trailhead_the_first_three_that_come_after_nothing():
    found = step()

    assert slugs(found) == ["a", "c", "e"]
    assert found.last_done is None


def test_resume_goes_on_from_the_skill_changed_last():
    assert slugs(step(("a", "done"), ("c", "done"))) == ["d", "e", "f1"]


def test_at_the_end_of_the_trail_it_begins_again_at_the_start():
    assert slugs(step(("g", "done"))) == ["a", "c", "e"]


def test_what_comes_after_an_open_skill_waits():
    assert "b" not in slugs(step(how_many=9))
    assert "f" not in slugs(step(("f1", "done"), how_many=9))
    assert "f" in slugs(step(("f1", "done"), ("f2", "done"), how_many=9))


def test_a_skipped_skill_is_waited_for_no_longer():
    assert slugs(step(("a", "skipped")))[0] == "b"


def test_a_skill_under_way_is_still_waited_for():
    assert slugs(step(("a", "learning"), how_many=9)) == ["a", "c", "e", "f1", "f2", "g"]


def test_a_skill_under_way_is_where_you_left_off():
    now = step(("c", "learning")).now

    assert now
    assert now.line.skill.slug == "c"
    assert now.left_off


def test_an_open_one_is_not():
    now = step().now

    assert now
    assert not now.left_off


def test_reopening_a_skill_leads_back_to_it():
    assert slugs(step(("a", "done"), ("b", "done"), ("c", "done"), ("b", "open")))[0] == "b"


def test_the_last_of_a_module_completes_it():
    now = step(("a", "done"), ("b", "done")).now

    assert now
    assert (now.line.skill.slug, now.completes) == ("c", "One")


def test_skipped_ones_do_not_stand_in_the_way_of_completing():
    now = step(("b", "skipped"), ("a", "skipped")).now

    assert now
    assert (now.line.skill.slug, now.completes) == ("c", "One")


def test_the_last_step_completes_the_larger_skill():
    now = step(("f1", "done")).now

    assert now
    assert (now.line.skill.slug, now.completes) == ("f2", "F")


def test_the_first_of_many_completes_nothing():
    now = step().now

    assert now
    assert now.completes == ""


def test_it_says_what_has_nothing_else_open_before_it():
    first = step().now
    assert first
    assert [skill.slug for skill in first.opens] == ["b"]

    last_step = step(("f1", "done")).now
    assert last_step
    assert (last_step.completes, last_step.opens) == ("F", ()), "what it completes is said once"

    one_of_two = step(("e", "done"), how_many=1).now
    assert one_of_two
    assert one_of_two.line.skill.slug == "f1"
    assert one_of_two.opens == (), "f waits for f2 as well"


def test_what_is_already_done_is_not_opened():
    now = step(("b", "done"), ("g", "done")).now

    assert now
    assert (now.line.skill.slug, now.opens) == ("a", ())


def test_a_specialization_that_is_not_chosen_is_passed_over():
    states = [(slug, "done") for slug in ("a", "b", "c", "d", "e", "f1", "f2", "f", "g")]

    assert slugs(step(*states)) == []
    assert slugs(step(*states, chosen=("sea",))) == ["s"]


def test_a_skill_of_it_is_not_named_as_opened():
    opened = step().now
    assert opened
    assert "s" not in [skill.slug for skill in opened.opens]

    chosen = step(chosen=("sea",)).now
    assert chosen
    assert [skill.slug for skill in chosen.opens] == ["b", "s"]


def test_when_everything_is_done_nothing_is_next():
    everything = [(skill.slug, "done") for skill in TRAIL.skills.values()]
    found = step(*everything, chosen=("sea",))

    assert found.now is None
    assert found.last_done
    assert found.last_done.skill.slug == "s"


def test_when_nothing_counts_nothing_is_next():
    everything = [(skill.slug, "skipped") for skill in TRAIL.skills.values()]
    found = step(*everything)

    assert found.now is None
    assert found.last_done is None


def test_the_last_done_is_the_one_ticked_last_and_not_the_farthest():
    found = step(("g", "done"), ("a", "done"), ("c", "learning"))

    assert found.last_done
    assert found.last_done.skill.slug == "a"


def test_one_that_was_reopened_is_not_the_last_done():
    found = step(("a", "done"), ("g", "done"), ("g", "open"))

    assert found.last_done
    assert found.last_done.skill.slug == "a"


def test_of_several_changed_at_once_the_farthest_leads_on():
    outline = make_outline(TRAIL, [("c", "done"), ("a", "done")])
    moment = max(mark.changed_at for mark in outline.marks.skills.values() if mark.changed_at)
    together = {pk: mark._replace(changed_at=moment) for pk, mark in outline.marks.skills.items()}
    object.__setattr__(outline.marks, "skills", together)

    assert slugs(next_step(outline))[0] == "d"


@given(
    st.dictionaries(
        st.sampled_from([skill.slug for skill in TRAIL.skills.values()]),
        st.sampled_from(["open", "learning", "done", "skipped"]),
    ),
    st.booleans(),
)
def test_there_is_a_next_step_exactly_while_something_that_counts_is_left(states: dict[str, str], sea: bool):
    outline = make_outline(TRAIL, list(states.items()), chosen=["sea"] if sea else [])
    found = next_step(outline, 9)
    left = [line.skill.slug for line in outline.lines.values() if line.counts and not line.settled]

    assert bool(found.now) == bool(left)
    assert set(slugs(found)) <= set(left)
    for later in found.steps:
        assert later.after == ()
        waiting = {TRAIL.skills[pk].slug for pk in later.line.skill.comes_after} & set(left)
        assert not waiting


@pytest.mark.parametrize("how_many", [0, 1, 3])
def test_it_names_as_many_as_asked_for(how_many: int):
    assert len(step(how_many=how_many).steps) == how_many
