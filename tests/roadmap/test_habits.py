"""What the road behind says of a learner, and what the forecast makes of it."""

from dataclasses import replace

import pytest

from roadmap.forecast import forecast
from roadmap.habits import growth, personal_factor
from roadmap.road import Finished, Week
from tests.roadmap.roads import ALICE, late, likely


def test_her_pace_is_the_mean_of_her_last_eight_weeks_with_the_empty_ones():
    road = replace(ALICE, weeks=[Week(40), *ALICE.weeks])

    assert forecast(road).pace == pytest.approx(10)
    assert forecast(road).from_log


def test_planned_breaks_are_no_weeks_of_hers():
    away = [Week(0, planned_break=True)] * 3

    assert forecast(replace(ALICE, weeks=[*ALICE.weeks[:5], *away, *ALICE.weeks[5:]])) == forecast(ALICE)


def test_before_three_full_weeks_the_pace_is_what_she_means_to_do_and_that_is_said():
    early = forecast(replace(ALICE, weeks=[Week(3), Week(0, planned_break=True), Week(5)]))

    assert early.pace == 20
    assert not early.from_log


def test_what_she_means_to_do_says_less_than_what_she_does():
    meant = replace(ALICE, weeks=[], stated=10)

    assert late(meant) - likely(meant) > late(ALICE) - likely(ALICE)


def test_skills_that_took_her_twice_as_long_lengthen_the_rest_the_more_of_them_there_are():
    few, many = (forecast(replace(ALICE, finished=[Finished(6, 12)] * count)) for count in (1, 30))

    assert 1 < few.factor < many.factor < 2
    assert many.factor > 1.9
    assert many.hours_left == pytest.approx(600 * many.factor)


def test_a_finished_skill_without_a_log_says_nothing_about_her():
    assert forecast(replace(ALICE, finished=[Finished(6, 0)] * 50)) == forecast(ALICE)


def test_a_log_that_cannot_be_right_is_not_believed():
    factor, _ = personal_factor([Finished(100, 0.1)] * 50)

    assert factor > 0.25


def test_weeks_that_went_up_for_months_bring_her_nearer():
    slowly = [Week(4 + number / 4) for number in range(24)]
    same = [Week(0, planned_break=True), *slowly[-8:]]

    growing, staying = replace(ALICE, weeks=slowly), replace(ALICE, weeks=same)

    assert forecast(growing).growth > 1.2
    assert forecast(staying).growth == 1
    assert forecast(growing).pace == forecast(staying).pace
    assert likely(growing) < likely(staying)


@pytest.mark.parametrize(
    "hours", [[10.0] * 40, [30, 0, 0, 0] * 10, [9, 12, 8, 14] * 10, [40 - n for n in range(40)]]
)
def test_weeks_that_stay_or_fall_are_no_growth(hours: list[float]):
    assert growth(hours) == 1
