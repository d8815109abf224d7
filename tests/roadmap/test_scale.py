"""The scale bar: one segment an hour, longer when more was done than planned."""

import pytest

from roadmap.scale import scale


def test_each_other_hour_is_dark_and_what_is_done_is_filled():
    bar = scale(8.5, 12)

    assert bar.length == 12
    assert [x for x, _ in bar.segments] == ["0.000%", "16.667%", "33.333%", "50.000%", "66.667%", "83.333%"]
    assert {width for _, width in bar.segments} == {"8.333%"}
    assert (bar.filled, bar.target, bar.middle) == ("70.833%", "", 6)


def test_more_than_planned_makes_it_longer_and_marks_the_plan():
    bar = scale(14.75, 12)

    assert (bar.length, bar.filled, bar.target, bar.middle) == (15, "98.333%", "80.000%", 0)


@pytest.mark.parametrize(("planned", "dark"), [(20, 10), (21, 6), (40, 10), (100, 25)])
def test_from_21_hours_on_a_segment_is_two(planned: int, dark: int):
    bar = scale(0, planned)

    assert len(bar.segments) == dark
    assert all(float(x[:-1]) + float(width[:-1]) <= 100.001 for x, width in bar.segments)


@pytest.mark.parametrize("done", [0.0, 0.25, 168.0])
def test_nothing_planned_is_no_fault(done: float):
    bar = scale(done, 0)

    assert bar.length >= 1
    assert bar.target == ""
    assert 0 <= float(bar.filled[:-1]) <= 100
