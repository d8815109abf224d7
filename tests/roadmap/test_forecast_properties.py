"""What holds on every road: an answer, and a better one for whoever does more or has less to do."""

import datetime
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.forecast import HORIZON, forecast
from roadmap.road import Finished, Remaining, Road, Span, Week
from tests.roadmap.roads import DAY, MONDAY

skills = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 60)).map(
        lambda hours: Remaining(min(hours[:2]), max(hours[:2]), hours[2])
    ),
    max_size=40,
)
weeks = st.lists(st.builds(Week, st.floats(0, 60), st.booleans()), max_size=45)
spans = st.tuples(st.integers(-60, 900), st.integers(0, 60)).map(
    lambda days: (MONDAY + days[0] * DAY, MONDAY + sum(days) * DAY)
)
roads = st.builds(
    Road,
    remaining=skills,
    finished=st.lists(st.builds(Finished, st.floats(0, 40), st.floats(0, 90)), max_size=9),
    weeks=weeks,
    stated=st.integers(0, 100),
    today=st.just(MONDAY),
    seed=st.text(max_size=3),
    breaks=st.lists(spans, max_size=4),
    target=st.none() | st.dates(MONDAY - 99 * DAY, MONDAY + 2500 * DAY),
    supposed=st.none() | st.floats(0, 100),
)


def _on_or_after(date: datetime.date | None, other: datetime.date | None) -> bool:
    """Whether `date` is not before `other`; no date is after all of them."""
    return date is None or (other is not None and date >= other)


@given(roads)
@settings(deadline=None, max_examples=60)
def test_every_road_has_an_answer_and_late_is_never_before_likely(road: Road):
    asked = forecast(road)

    assert asked == forecast(road)
    assert (asked.likely is None) == (asked.beyond or asked.no_pace)
    assert _on_or_after(asked.late, asked.likely or MONDAY)
    assert asked.late is None or asked.late <= MONDAY + HORIZON
    assert asked.chance is None or 0 <= asked.chance <= 1
    assert asked.needed is None or 0 < asked.needed <= 100
    for before, after in pairwise(asked.fan):
        assert before.date < after.date
        assert (before.low, before.middle, before.high) <= (after.low, after.middle, after.high)
    for point in asked.fan:
        assert 0 <= point.low <= point.middle <= point.high <= 1


@given(roads, st.floats(0, 100), st.floats(0, 100))
@settings(deadline=None, max_examples=60)
def test_more_hours_are_never_later(road: Road, one: float, other: float):
    less, more = sorted([one, other])
    slow, fast = (forecast(replace(road, supposed=hours)) for hours in (less, more))

    assert _on_or_after(slow.likely, fast.likely)
    assert _on_or_after(slow.late, fast.late)
    if not slow.no_pace and slow.chance is not None and fast.chance is not None:
        assert slow.chance <= fast.chance


@given(roads, st.data())
@settings(deadline=None, max_examples=60)
def test_a_skill_less_is_never_later(road: Road, data: st.DataObject):
    kept = [skill for skill in road.remaining if data.draw(st.booleans())]
    all_, fewer = forecast(road), forecast(replace(road, remaining=kept))

    assert fewer.hours_left <= all_.hours_left
    assert _on_or_after(all_.likely, fewer.likely) or fewer.no_pace
    assert _on_or_after(all_.late, fewer.late) or fewer.no_pace


@given(roads, spans)
@settings(deadline=None, max_examples=60)
def test_a_break_more_is_never_sooner(road: Road, away: Span):
    free, with_break = forecast(road), forecast(replace(road, breaks=[*road.breaks, away]))

    assert _on_or_after(with_break.likely, free.likely)
    assert _on_or_after(with_break.late, free.late)
