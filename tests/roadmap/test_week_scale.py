"""The bar of a week."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.week_scale import bar


def test_parts_follow_one_another_and_every_other_is_shaded():
    drawn = bar([("Git", 2, "2"), ("NumPy", 6, "6")], 8, 2)

    assert [(part.x, part.width, part.shaded) for part in drawn.segments] == [(0, 25, False), (25, 75, True)]
    assert (drawn.filled, drawn.limit) == (25, None)


def test_a_label_is_shortened_before_it_is_left_out():
    title = "Lists, dictionaries, sets and comprehensions"
    labels = [
        bar([(title, share, "1"), ("Rest", 100 - share, "2")], 100, 0).segments[0] for share in (60, 20, 4, 1)
    ]

    assert [part.label for part in labels] == [f"{title} 1", "Lists, dictionar… 1", "1", ""]
    assert [part.short for part in labels] == ["Lists, dictionaries, sets a… 1", "1", "1", ""]


def test_more_than_the_hours_shows_where_they_end():
    assert bar([("Git", 12, "12")], 9, 0).limit == 75
    assert bar([("Git", 6, "6")], 6, 12).filled == 100
    assert bar([("Git", 6, "6")], 6, 12).segments[0].width == 50


def test_an_empty_week_has_an_empty_bar():
    assert bar([], 0, 0).segments == ()
    assert bar([], 0, 0).filled == 0


@given(
    st.lists(st.tuples(st.text(max_size=60), st.floats(0.5, 60), st.just("1")), max_size=30),
    st.floats(0, 100),
    st.floats(0, 200),
)
def test_nothing_leaves_the_bar(parts: list[tuple[str, float, str]], hours: float, done: float):
    drawn = bar(parts, hours, done)

    assert 0 <= drawn.filled <= 100
    assert sum(part.width for part in drawn.segments) <= 100.1
    assert all(0 <= part.x <= 100 for part in drawn.segments)
