"""Counting: what is done, what is left, and when it is all of it."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.tally import Item, Tally, count, total

STATES = ["open", "learning", "done", "skipped"]
items = st.builds(
    Item,
    state=st.sampled_from(STATES),
    # Middles of estimates in whole hours are halves.
    hours=st.integers(1, 400).map(lambda doubled: doubled / 2),
    filled=st.floats(-1, 3),
    shown=st.booleans(),
)
lists = st.lists(items, max_size=60)


def test_done_learning_and_open_make_the_total_and_skipped_leaves_it():
    tally = count([Item("done", 4), Item("learning", 2), Item("open", 3), Item("skipped", 9)])

    assert (tally.done, tally.learning, tally.skipped, tally.total) == (1, 1, 1, 3)
    assert (tally.hours_done, tally.hours_total, tally.hours_left) == (4, 9, 5)
    assert tally.left == 2


def test_nothing_is_nothing_to_do_and_no_error():
    tally = count([])

    assert tally == Tally()
    assert tally.empty
    assert not tally.complete
    assert (tally.share, tally.percent) == (0.0, 0)


def test_all_skipped_is_nothing_to_do():
    tally = count([Item("skipped", 5), Item("skipped", 7)])

    assert tally.empty
    assert not tally.complete
    assert tally.percent == 0


def test_a_counted_skill_fills_up_before_it_is_done():
    tally = count([Item("learning", 10, filled=0.25), Item("open", 10, filled=0.5)])

    assert tally.done == 0
    assert tally.hours_done == 7.5
    assert tally.percent == 37


def test_more_than_full_and_less_than_empty_count_as_full_and_empty():
    assert count([Item("learning", 10, filled=4), Item("open", 10)]).hours_done == 10
    assert count([Item("learning", 10, filled=-4)]).hours_done == 0


def test_one_skill_short_is_never_a_hundred_percent():
    almost = count([*[Item("done", 400)] * 219, Item("open", 0.5)])

    assert not almost.complete
    assert almost.percent == 99


def test_a_full_count_that_is_not_called_done_is_not_a_hundred_percent():
    tally = count([Item("done", 3), Item("learning", 10, filled=1.0)])

    assert not tally.complete
    assert tally.percent == 99


def test_only_done_skills_are_shown():
    tally = count([Item("done", 1, shown=True), Item("done", 1), Item("learning", 1, shown=True)])

    assert (tally.done, tally.shown) == (2, 1)


@given(lists)
def test_no_count_can_exceed_what_holds_it(items: list[Item]):
    tally = count(items)

    assert 0 <= tally.shown <= tally.done
    assert tally.done + tally.learning <= tally.total
    assert tally.total + tally.skipped == len(items)
    assert 0 <= tally.hours_done <= tally.hours_total
    assert 0 <= tally.share <= 1
    assert 0 <= tally.percent <= 100


@given(lists)
def test_a_hundred_percent_means_all_done_or_skipped_and_nothing_else(items: list[Item]):
    tally = count(items)
    settled = all(item.state in ("done", "skipped") for item in items)
    something = any(item.state != "skipped" for item in items)

    assert (tally.percent == 100) == (settled and something)
    assert tally.complete == (settled and something)


@given(lists, lists)
def test_two_parts_add_up_to_the_whole(first: list[Item], second: list[Item]):
    whole, sum_ = count(first + second), total([count(first), count(second)])

    assert (whole.done, whole.shown, whole.learning, whole.skipped, whole.total) == (
        sum_.done,
        sum_.shown,
        sum_.learning,
        sum_.skipped,
        sum_.total,
    )
    assert abs(whole.hours_done - sum_.hours_done) < 1e-6
    assert whole.hours_total == sum_.hours_total


@given(lists)
def test_the_order_does_not_matter(items: list[Item]):
    there, back = count(items), count(reversed(items))

    assert (there.done, there.total, there.hours_total) == (back.done, back.total, back.hours_total)


@given(st.lists(items, min_size=1, max_size=30), st.data())
def test_finishing_a_skill_never_takes_the_bar_back(items: list[Item], data: st.DataObject):
    place = data.draw(st.integers(0, len(items) - 1))
    finished = [*items[:place], items[place]._replace(state="done"), *items[place + 1 :]]
    if items[place].state != "skipped":
        assert count(finished).share >= count(items).share
    assert count(finished).done >= count(items).done
