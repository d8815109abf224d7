"""The drawings of the progress page: where lines, squares and labels lie."""

import datetime
import re

from roadmap.charts.axis import month_marks, round_steps
from roadmap.charts.burn import MOST_POINTS, TOP, burn, planned, walked
from roadmap.charts.heat import LEVELS, SIZES, heat, strong_days
from roadmap.charts.scale import scale
from roadmap.forecast import FanPoint

MONDAY = datetime.date(2026, 7, 13)
DAY = datetime.timedelta(1)
WEEK = 7 * DAY


def squares(path: str) -> list[tuple[float, float, float]]:
    """Return x, y and side of each square."""
    return [
        (float(x), float(y), float(side)) for x, y, side in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)", path)
    ]


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([-\d.]+) ([-\d.]+)", path)]


def test_steps_are_round_and_stay_below_the_top():
    assert round_steps(720) == [200, 400, 600]
    assert round_steps(10) == [2.5, 5, 7.5]
    assert round_steps(0) == []
    for top in (0.4, 1, 7, 99, 101, 12_345):
        assert 1 <= len(round_steps(top)) <= 4
        assert max(round_steps(top)) < top


def test_months_are_few_and_the_year_stands_with_the_first():
    start = datetime.date(2026, 6, 1)
    marks = month_marks(start, start + 560 * DAY)

    assert [mark.label for mark in marks][:4] == ["Jun 2026", "Sep", "Dec", "Mar 2027"]
    assert len(month_marks(start, start + 3700 * DAY)) <= 12
    assert all(0 <= mark.at <= 97 for mark in marks)


def test_without_the_minor_labels_every_year_is_still_named():
    marks = month_marks(datetime.date(2026, 6, 1), datetime.date(2028, 12, 1))
    majors = [mark.label for mark in marks if not mark.minor]

    assert [label[-4:] for label in majors if label[-4:].isdigit()] == ["2026", "2027", "2028"]


def test_months_of_one_day_are_no_trouble():
    assert month_marks(MONDAY, MONDAY) == ()


def test_hours_add_up_week_by_week_to_today():
    line = walked({MONDAY: 5.0, MONDAY + 2 * WEEK: 7.0}, MONDAY + 2 * WEEK + 3 * DAY)

    assert line == [
        (MONDAY, 0),
        (MONDAY + WEEK, 5),
        (MONDAY + 2 * WEEK, 5),
        (MONDAY + 2 * WEEK + 3 * DAY, 12),
    ]


def test_the_plan_rests_in_a_break():
    off = (MONDAY + 14 * DAY, MONDAY + 20 * DAY)
    plan = dict(planned(MONDAY, 14, [off], MONDAY + 28 * DAY))

    assert plan[MONDAY + 14 * DAY] == plan[MONDAY + 21 * DAY] == 28
    assert plan[MONDAY + 28 * DAY] == 42


def test_a_break_over_everything_leaves_the_plan_flat():
    plan = planned(MONDAY, 14, [(MONDAY - DAY, MONDAY + 400 * DAY)], MONDAY + 28 * DAY)

    assert {amount for _, amount in plan} == {0}


def test_the_fan_starts_today_and_ends_at_the_top():
    end = MONDAY + 100 * DAY
    fan = [FanPoint(MONDAY + 50 * DAY, 0.3, 0.6, 0.9), FanPoint(end, 0.8, 1.0, 1.0)]
    drawn = burn({MONDAY - WEEK: 10.0}, (), fan, MONDAY, left=40.0, likely=end - 10 * DAY)

    assert points(drawn.fan)[0] == points(drawn.middle)[0] == points(drawn.done)[-1]
    assert drawn.goal is not None
    assert points(drawn.middle)[-1] == (round(drawn.goal[0] * 10, 1), TOP)
    assert drawn.rows[-1].label == "50 h"
    assert drawn.area.startswith(drawn.done)


def test_without_a_forecast_there_is_no_fan():
    drawn = burn({MONDAY - WEEK: 10.0}, (), (), MONDAY, left=0.0)

    assert (drawn.fan, drawn.middle, drawn.goal) == ("", "", None)
    assert points(drawn.done)[-1][1] == TOP


def test_nothing_at_all_can_still_be_drawn():
    drawn = burn({}, (), (), MONDAY, left=0.0)

    assert points(drawn.done) == [(0.0, 100.0)]


def test_the_plan_stops_at_the_top():
    plan = ((MONDAY, 0.0), (MONDAY + 1000 * DAY, 1000.0))
    fan = [FanPoint(MONDAY + 50 * DAY, 0.3, 0.6, 0.9)]
    line = points(burn({}, plan, fan, MONDAY, left=20.0).plan)

    assert line[-1][1] == TOP
    assert line[-1][0] < 1000


def test_a_long_life_is_drawn_with_few_points_and_the_same_end():
    by_week = {MONDAY - number * WEEK: 10.0 for number in range(1, 2000)}
    drawn = burn(by_week, (), (), MONDAY, left=0.0)

    assert len(points(drawn.done)) <= MOST_POINTS + 2
    assert points(drawn.done)[-1][1] == TOP


def test_size_carries_the_time_of_a_day():
    by_day = {MONDAY + row * DAY: minutes for row, minutes in enumerate((1, 30, 60, 120, 1440))}
    drawn = heat(by_day, MONDAY + 6 * DAY, MONDAY, 1, [])

    sides = [side for path in drawn.paths for _, _, side in squares(path)]
    assert sides == [2, 2, *SIZES[1:], SIZES[4]]
    assert drawn.days == len(LEVELS) + 1


def test_no_day_is_drawn_before_the_first_nor_after_today():
    drawn = heat({MONDAY + DAY: 60}, MONDAY + 3 * DAY, MONDAY + DAY, 1, [])

    assert sum(len(squares(path)) for path in drawn.paths) == 3
    assert (drawn.columns, drawn.width) == (26, 26 * 13)


def test_days_off_are_blank_unless_there_was_study():
    off = (MONDAY - 14 * DAY, MONDAY - 8 * DAY)
    drawn = heat({MONDAY - 30 * DAY: 60, MONDAY - 10 * DAY: 60}, MONDAY, MONDAY - 30 * DAY, 1, [off])

    assert len(squares(drawn.paths[0])) == 31 - 7 - 1
    assert drawn.days == 2


def test_a_long_life_shows_a_year_and_the_week_under_way():
    drawn = heat({}, MONDAY, datetime.date(2019, 1, 1), 1, [])

    assert drawn.columns == 53
    assert drawn.first == MONDAY - 52 * WEEK


def test_the_weeks_of_the_picture_begin_when_the_learner_says():
    drawn = heat({MONDAY: 60}, MONDAY, MONDAY, 7, [])

    assert drawn.first.isoweekday() == 7
    assert [name.label for name in drawn.names] == ["Sun", "Wed", "Sat"]
    ((_, y, side),) = squares(drawn.paths[3])
    assert y + side / 2 == 13 * 1.5


def test_a_leap_day_has_its_square():
    leap = datetime.date(2028, 2, 29)
    drawn = heat({leap: 60}, leap + DAY, leap, 1, [])

    assert len(squares(drawn.paths[3])) == 1


def test_strong_days_are_named_when_they_stand_out():
    weeks = [MONDAY - number * WEEK for number in range(10)]
    by_day = {week + DAY: 90 for week in weeks} | {week + 5 * DAY: 120 for week in weeks}

    assert strong_days(by_day) == ["Tuesdays", "Saturdays"]
    assert strong_days({MONDAY - number * DAY: 60 for number in range(70)}) == []
    assert strong_days({MONDAY: 600}) == []


def test_a_scale_has_a_shade_for_every_other_hour():
    bar = scale(12)

    assert len(bar.shades) == 6
    assert (bar.filled(6), bar.filled(0), bar.filled(40)) == (50, 0, 100)
    assert bar.middle == "6"


def test_a_hundred_hours_are_not_a_hundred_segments():
    for hours in (1, 7, 25, 60, 100):
        shades = scale(hours).shades
        assert 1 <= len(shades) <= 12
        assert max(x + width for x, width in shades) <= 100.01
