"""What comes after what, laid out in layers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.layers import layers

Graph = dict[int, list[int]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph without circles: everything comes after some of what was there before it."""
    size = draw(st.integers(0, 14))
    return {n: sorted(draw(st.sets(st.integers(0, n - 1), max_size=3))) if n else [] for n in range(size)}


def test_a_thing_stands_right_of_the_last_one_it_comes_after():
    found = layers({1: [], 2: [1], 3: [1, 2], 4: [], 5: [4, 3]})

    assert [set(column) for column in found.columns] == [{1, 4}, {2}, {3}, {5}]


def test_an_arrow_over_several_layers_bends_in_each_between():
    found = layers({1: [], 2: [1], 3: [2], 4: [3, 1]})

    long = next(arrow for arrow in found.arrows if (arrow.before, arrow.after) == (1, 4))
    assert [bend[2] for bend in long.bends] == [1, 2]
    assert len(found.way(long)) == 4


def test_lines_that_need_not_cross_do_not():
    found = layers({1: [], 2: [], 3: [], 11: [3], 12: [2], 13: [1]})

    assert found.crossings == 0


def test_a_tree_is_drawn_without_a_crossing():
    tree: Graph = {1: []} | {n: [n // 2] for n in range(2, 32)}

    assert layers(tree).crossings == 0


def test_a_chain_is_a_straight_line():
    found = layers({n: [n - 1] if n else [] for n in range(6)})

    assert set(found.heights.values()) == {0.5}
    assert found.rows == 1.0


def test_nothing_makes_no_layers():
    found = layers({})

    assert (found.columns, found.arrows, found.rows) == ((), (), 0.5)


def test_what_is_elsewhere_is_left_out():
    found = layers({2: [1], 3: [2]})

    assert found.columns == ((2,), (3,))
    assert len(found.arrows) == 1


@pytest.mark.parametrize("circle", [{1: [1]}, {1: [2], 2: [1]}, {1: [], 2: [1, 4], 3: [2], 4: [3]}])
def test_a_circle_is_refused(circle: Graph):
    with pytest.raises(ValueError, match="in a circle"):
        layers(circle)


@given(graphs())
def test_arrows_lead_rightward_and_the_column_is_the_longest_way(graph: Graph):
    found = layers(graph)

    column = found.column_of
    assert sorted(column) == sorted(graph)
    for thing, before in graph.items():
        assert column[thing] == max((column[one] + 1 for one in before), default=0)
    assert len(found.arrows) == sum(map(len, graph.values()))


@given(graphs())
def test_neighbors_in_a_column_keep_a_row_apart_and_nothing_leaves_the_picture(graph: Graph):
    found = layers(graph)

    for things in found.columns:
        heights = [found.heights[thing] for thing in things]
        assert all(b - a > 0.999 for a, b in itertools.pairwise(heights))
    everything = [*found.heights.values(), *found.bend_heights.values()]
    assert all(0.499 < height <= found.rows for height in everything)


@given(graphs())
def test_equal_input_gives_an_equal_picture(graph: Graph):
    assert layers(graph) == layers(dict(graph))
