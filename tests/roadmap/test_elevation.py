"""The drawing: where a share of the hours lies on fourteen months."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from roadmap import elevation


def test_it_begins_at_the_trailhead_and_ends_at_the_flag():
    start, end = elevation.whole(0), elevation.whole(1)

    assert (start.x, start.y, start.walked) == (0, elevation.HEIGHTS[0], 0)
    assert (end.x, end.y, end.walked) == (100, elevation.HEIGHTS[-1], 1400)


def test_there_is_a_height_at_every_quarter_month_of_the_drawing():
    assert len(elevation.HEIGHTS) == elevation.MONTHS * 4 + 1


def test_the_heights_are_those_of_the_drawing():
    path = Path(settings.BASE_DIR) / "static" / "img" / "profile-heights.json"
    drawn = json.loads(path.read_text(encoding="utf-8"))

    assert drawn == {f"{quarter / 4:g}": height for quarter, height in enumerate(elevation.HEIGHTS)}


def test_between_two_quarters_the_height_lies_between_them():
    assert elevation.height(0.125) == pytest.approx((86.0 + 84.3) / 2, abs=0.06)


def test_beyond_either_end_the_trail_stays_at_its_end():
    assert elevation.height(-3) == elevation.height(0)
    assert elevation.height(99) == elevation.height(14)


def test_the_label_changes_sides_before_it_leaves_the_drawing():
    assert not elevation.whole(0.69).anchor_end
    assert elevation.whole(0.7).anchor_end


def test_a_phase_is_a_stretch_from_the_start_of_one_month_to_the_end_of_another():
    first, last = elevation.leg(1, 4, 0), elevation.leg(10, 14, 1)

    assert (first.start, first.walked, first.leg) == (0, 0, (0, 28.57))
    assert (last.start, last.walked, last.to_walk) == (900, 500, 1400)
    assert last.leg
    assert sum(last.leg) == pytest.approx(100, abs=0.02)


@given(st.floats(0, 1))
def test_every_share_lies_on_the_drawing(share: float):
    profile = elevation.whole(share)

    assert 0 <= profile.x <= 100
    assert 0 <= profile.y <= 100
    assert profile.to_walk <= 1400


@given(st.floats(0, 1), st.floats(0, 1))
def test_walking_on_never_goes_back(one: float, other: float):
    nearer, farther = sorted([one, other])

    assert elevation.whole(nearer).x <= elevation.whole(farther).x
    assert elevation.leg(3, 8, nearer).walked <= elevation.leg(3, 8, farther).walked
