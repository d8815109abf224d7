"""What a forecast says of itself."""

from dataclasses import replace

import pytest

from roadmap import arrival_words
from roadmap.arrival import arrive
from roadmap.forecast import Forecast
from roadmap.road import Week
from tests.roadmap.roads import ALICE, DAY, MONDAY, WEEK


def test_before_three_full_weeks_it_says_whose_hours_these_are():
    found = arrive(replace(ALICE, weeks=[Week(9), Week(9)], stated=12))

    assert found.weeks == 0
    assert "At the 12 hours a week that you stated" in found.sentence
    assert "After three full weeks of log it will be yours." in found.beside
    assert "After three full weeks of log it will be yours." in found.reasons[0]


def test_after_three_full_weeks_it_is_hers():
    found = arrive(replace(ALICE, weeks=[Week(10), Week(0), Week(12.4)]))

    assert found.weeks == 3
    assert "At your pace of 7.5 hours a week" in found.sentence
    assert "your last 3 full weeks" in found.reasons[0]


def test_a_near_date_has_a_day_and_a_far_one_only_its_month():
    today = MONDAY

    assert arrival_words.brief(today + 300 * DAY, today) == "Dec 27, 2026"
    assert arrival_words.day(today + 300 * DAY, today) == "December 27, 2026"
    assert arrival_words.brief(today + 900 * DAY, today) == "Aug 2028"
    assert arrival_words.day(today + 900 * DAY, today) == "August 2028"


def test_a_late_date_beyond_five_years_is_said_in_words():
    found = Forecast(900, 4, 1, 1, True, likely=MONDAY + 1500 * DAY)

    assert arrival_words.beside(found, MONDAY) == "Late: more than five years, at 4 h a week."
    assert "one future in five takes more than five years" in arrival_words.sentence(found, MONDAY)


def test_a_target_in_the_past_can_be_set_anew():
    found = arrive(replace(ALICE, target=MONDAY - DAY))

    assert found.reasons[-1] == (
        "Your target, March 1, 2026, is behind you. You can set a new one in your plan."
    )


def test_a_target_has_a_rounded_chance_and_the_hours_it_takes():
    found = arrive(replace(ALICE, target=MONDAY + 50 * WEEK))

    assert found.forecast.needed
    assert "% likely at this pace." in found.reasons[-1]
    assert f"{found.forecast.needed:g} hours a week would make it the likely date." in found.reasons[-1]


def test_a_target_out_of_reach_or_out_of_sight():
    near = arrive(replace(ALICE, target=MONDAY + DAY)).reasons[-1]
    far = arrive(replace(ALICE, target=MONDAY + 3000 * DAY)).reasons[-1]
    still = arrive(replace(ALICE, weeks=(), stated=0, target=MONDAY + 50 * WEEK)).reasons[-1]

    assert "No week has enough hours" in near
    assert "more than five years away" in far
    assert "takes a pace first" in still


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.01, "less than 5%"),
        (0.03, "about 5%"),
        (0.52, "about 50%"),
        (0.97, "about 95%"),
        (0.99, "more than"),
    ],
)
def test_a_chance_is_never_told_as_certain(chance: float, words: str):
    found = Forecast(100, 5, 1, 1, True, likely=MONDAY, late=MONDAY, chance=chance, needed=5)

    assert words in arrival_words.reasons(found, MONDAY, 8, MONDAY + WEEK)[-1]


def test_breaks_on_the_way_are_named():
    off = (MONDAY + 10 * DAY, MONDAY + 16 * DAY)
    day_off = (MONDAY + 30 * DAY, MONDAY + 30 * DAY)

    assert (
        "Planned breaks on the way: Mar 12 to Mar 18, 2026, Apr 1, 2026."
        in arrive(replace(ALICE, breaks=(off, day_off))).reasons
    )


def test_the_time_that_finished_skills_took_is_told():
    slow = Forecast(130, 5, 1.3, 1, True, likely=MONDAY, late=MONDAY)
    quick = Forecast(80, 5, 0.8, 1.2, True, likely=MONDAY, late=MONDAY)

    told = arrival_words.reasons(slow, MONDAY, 8, None)
    assert "took longer than estimated, so the 100 hours left count as 130." in told[1]
    told = arrival_words.reasons(quick, MONDAY, 8, None)
    assert "took less time than estimated, so the 100 hours left count as 80." in told[1]
    assert "Your weeks have grown for months" in told[2]


@pytest.mark.parametrize(
    ("days", "words"), [(0, "The same day."), (1, "1 day later."), (-1200, "1,200 days sooner.")]
)
def test_a_change_is_told_in_days(days: int, words: str):
    assert arrival_words.moved(days, Forecast(1, 1, 1, 1, True, likely=MONDAY)) == words


def test_a_change_without_a_date_before_or_after_is_told_too():
    assert arrival_words.moved(None, Forecast(1, 1, 1, 1, True, likely=MONDAY)) == "That brings a date."
    assert "no date" in arrival_words.moved(None, Forecast(1, 0, 1, 1, True, no_pace=True))
    assert "more than five years" in arrival_words.moved(None, Forecast(1, 1, 1, 1, True, beyond=True))
