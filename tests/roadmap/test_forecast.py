"""The forecast: when somebody arrives, how sure that is, and what would change it."""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest

from roadmap.forecast import HORIZON, forecast
from roadmap.road import Finished, Remaining, Week
from tests.bench.calibration import Result, trials
from tests.bench.temperaments import KNOWN
from tests.roadmap.roads import ALICE, DAY, MONDAY, WEEK, late, likely

# What is left


def test_what_is_left_is_the_middle_of_each_range_less_what_is_logged():
    road = replace(ALICE, remaining=[Remaining(4, 8), Remaining(10, 20, logged=5)])

    assert forecast(road).hours_left == pytest.approx(6 + 10)


def test_a_skill_that_took_longer_than_its_estimate_still_has_a_little_left():
    assert forecast(replace(ALICE, remaining=[Remaining(4, 8, logged=30)])).hours_left == pytest.approx(0.6)


def test_with_nothing_left_she_has_arrived_today():
    there = forecast(replace(ALICE, remaining=[], target=MONDAY + WEEK))

    assert there.arrived
    assert (there.likely, there.late, there.chance) == (MONDAY, MONDAY, 1)
    assert there.hours_left == 0


def test_arriving_after_the_target_is_too_late_for_it():
    assert forecast(replace(ALICE, remaining=[], target=MONDAY - DAY)).chance == 0


# Dates


def test_a_plain_road_ends_about_where_division_says():
    assert 58 * WEEK < likely(ALICE) - MONDAY < 72 * WEEK  # 600 hours at 10 a week, and some setbacks


def test_a_short_road_ends_today():
    road = replace(ALICE, remaining=[Remaining(0.1, 0.1)])

    assert forecast(road).likely == forecast(road).late == MONDAY


def test_the_same_road_gives_the_same_forecast_and_another_seed_nearly_the_same():
    assert forecast(replace(ALICE)) == forecast(ALICE)
    assert abs(likely(replace(ALICE, seed="bob")) - likely(ALICE)) < 2 * WEEK


def test_bursts_make_a_late_date_later_than_steady_weeks_do():
    steady = replace(ALICE, weeks=[Week(10)] * 8)
    bursts = replace(ALICE, weeks=[Week(hours) for hours in (0, 0, 0, 0, 20, 20, 20, 20)])

    assert late(bursts) > late(steady)


def test_eight_empty_weeks_are_no_pace_and_no_date():
    still = forecast(replace(ALICE, weeks=[Week(0)] * 8, target=MONDAY + 60 * WEEK))

    assert still.no_pace
    assert still.from_log
    assert (still.likely, still.late, still.chance, still.fan) == (None, None, None, ())
    assert still.needed == pytest.approx(11, abs=2)  # hours a week that would still do


def test_no_hours_meant_are_no_pace():
    assert forecast(replace(ALICE, weeks=[], stated=0)).no_pace
    assert forecast(replace(ALICE, supposed=0)).no_pace


def test_a_hundred_hours_a_week_are_a_date_soon():
    assert MONDAY < likely(replace(ALICE, weeks=[], stated=100)) < MONDAY + 12 * WEEK


def test_beyond_five_years_no_date_is_told():
    far = forecast(replace(ALICE, supposed=1))

    assert far.beyond
    assert not far.no_pace
    assert (far.likely, far.late) == (None, None)
    assert far.fan[-1].date == MONDAY + HORIZON


def test_only_the_late_date_may_lie_beyond():
    edge = forecast(replace(ALICE, supposed=2.6))

    assert edge.likely
    assert edge.late is None
    assert not edge.beyond


def test_a_leap_day_is_a_day_like_the_others():
    leap = datetime.date(2028, 2, 29)

    assert likely(replace(ALICE, today=leap)) - leap == likely(ALICE) - MONDAY


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Remaining(8, 4),
        lambda: Remaining(-1, 4),
        lambda: Finished(6, float("nan")),
        lambda: Week(float("inf")),
        lambda: replace(ALICE, stated=-1),
        lambda: replace(ALICE, supposed=-0.5),
        lambda: replace(ALICE, breaks=[(MONDAY, MONDAY - DAY)]),
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"cannot|between zero and"):
        wrong()


# The target


def test_a_target_at_the_likely_date_is_an_even_chance():
    assert forecast(replace(ALICE, target=likely(ALICE))).chance == pytest.approx(0.5, abs=0.02)


def test_the_hours_that_she_needs_bring_her_there_and_a_little_less_does_not():
    target = MONDAY + 40 * WEEK
    needed = forecast(replace(ALICE, target=target)).needed

    assert needed is not None
    assert likely(replace(ALICE, supposed=needed)) <= target
    assert likely(replace(ALICE, supposed=needed - 0.5)) > target


def test_a_target_in_the_past_has_no_chance_and_no_remedy():
    gone = forecast(replace(ALICE, target=MONDAY - DAY))

    assert (gone.chance, gone.needed) == (0, None)
    assert gone.likely


def test_a_target_that_no_week_can_hold_has_no_hours():
    assert forecast(replace(ALICE, target=MONDAY + 3 * DAY)).needed is None


def test_a_target_beyond_five_years_is_not_guessed():
    far = forecast(replace(ALICE, target=MONDAY + HORIZON + DAY))

    assert (far.chance, far.needed) == (None, None)


def test_no_chance_is_told_as_certain():
    assert forecast(replace(ALICE, target=MONDAY + HORIZON)).chance == 0.99
    assert forecast(replace(ALICE, target=MONDAY)).chance == 0.01


# Breaks


def test_a_break_moves_the_dates_by_its_days_and_is_named():
    away = (MONDAY + 10 * WEEK, MONDAY + 12 * WEEK - DAY)
    asked = forecast(replace(ALICE, breaks=[away]))

    assert asked.days_later(forecast(ALICE)) == 14
    assert asked.breaks == (away,)


def test_a_break_after_the_late_date_or_over_changes_nothing():
    breaks = [(MONDAY - 9 * DAY, MONDAY - DAY), (MONDAY + 200 * WEEK, MONDAY + 201 * WEEK)]

    assert forecast(replace(ALICE, breaks=breaks)) == forecast(ALICE)


def test_breaks_that_overlap_count_once_and_only_from_today():
    breaks = [(MONDAY + 3 * DAY, MONDAY + 9 * DAY), (MONDAY - 5 * DAY, MONDAY + 5 * DAY)]
    asked = forecast(replace(ALICE, breaks=breaks))

    assert asked.days_later(forecast(ALICE)) == 10
    assert asked.breaks == ((MONDAY, MONDAY + 9 * DAY),)


def test_a_target_within_a_break_from_now_on_is_out_of_reach():
    asked = forecast(replace(ALICE, breaks=[(MONDAY, MONDAY + WEEK)], target=MONDAY + WEEK))

    assert (asked.chance, asked.needed) == (0.01, None)


def test_a_break_without_end_leaves_no_date():
    asked = forecast(replace(ALICE, breaks=[(MONDAY + WEEK, datetime.date.max)]))

    assert asked.beyond
    assert asked.breaks == ((MONDAY + WEEK, MONDAY + HORIZON),)


# The fan


def test_the_fan_opens_from_today_and_closes_at_the_late_date():
    asked = forecast(ALICE)

    assert len(asked.fan) == 8
    assert asked.fan[-1].date == asked.late
    assert asked.fan[-1].low == 1
    assert 0 < asked.fan[0].low < asked.fan[0].middle < asked.fan[0].high < 0.5


def test_a_little_more_time_a_week_moves_the_date_a_little():
    dates = [likely(replace(ALICE, supposed=10 + tenth / 10)) for tenth in range(40)]
    steps = [before - after for before, after in pairwise(dates)]

    assert min(steps) >= 0 * DAY
    assert max(steps) <= 12 * DAY


def test_what_cannot_be_dated_cannot_be_compared():
    assert forecast(replace(ALICE, supposed=0)).days_later(forecast(ALICE)) is None


# On learners who do not exist; `make bench` asks many more


@pytest.mark.once
def test_dates_hold_as_often_as_they_say():
    found = list(trials(140, "small proof", list(KNOWN)))
    overall = Result.of(found)

    assert 0.7 < overall.late_holds < 0.9
    assert 0.35 < overall.likely_holds < 0.6
    assert overall.error < 0.75 * overall.lines[0]
    for temperament in KNOWN:
        result = Result.of([trial for trial in found if trial.temperament == temperament])
        assert 0.5 < result.late_holds < 0.99, temperament
