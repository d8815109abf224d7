"""What each tier asks for, counted."""

import datetime
import itertools

import pytest

from career import gates
from career.gates import TIERS, Gate, readings, weeks_prepared

DAY = datetime.date(2026, 3, 2)
DAYS = datetime.timedelta


def test_nothing_yet_leaves_every_gate_to_add_and_nothing_is_divided_by_zero():
    for reading in readings({}):
        assert reading.met == 0
        assert not reading.complete
        assert len(reading.missing) == len(reading.gates)


def test_with_plenty_of_everything_all_are_met():
    plenty = dict.fromkeys(gates.KEYS, 1_000)

    for reading in readings(plenty):
        assert reading.complete
        assert reading.missing == ()
        assert reading.to_add == ""


def test_what_is_exactly_asked_for_is_met_and_one_less_is_not():
    assert Gate(gates.STORIES, 4, 4).met
    assert not Gate(gates.STORIES, 3, 4).met
    assert Gate(gates.STORIES, 9, 4).left == 0


def test_the_nearest_stands_first_and_weeks_that_only_pass_stand_last():
    nearly = dict.fromkeys(gates.KEYS, 1_000) | {gates.MOCKS: 1, gates.SHIPPED: 3, gates.WEEKS: 12}
    third = next(reading for reading in readings(nearly) if reading.tier.number == 3)

    assert [gate.key for gate in third.missing] == [gates.SHIPPED, gates.MOCKS, gates.WEEKS]
    assert third.to_add == "one shipped build, one mock interview and one week"


@pytest.mark.parametrize("key", gates.KEYS)
def test_every_kind_of_gate_says_one_and_several(key: str):
    one, many = Gate(key, 0, 1).words, Gate(key, 0, 2).words

    assert one.startswith("one ")
    assert many.startswith("two ")
    assert one.removeprefix("one ") != many.removeprefix("two ")


def test_a_tier_never_asks_less_than_the_one_nearer():
    order = [dict(tier.asks) for tier in TIERS]

    assert [tier.number for tier in TIERS] == [4, 3, 2, 1]
    for nearer, further in itertools.pairwise(order):
        for key in nearer.keys() & further.keys():
            assert further[key] >= nearer[key], key
    assert set().union(*order) == set(gates.KEYS)


def test_weeks_are_full_ones_and_a_break_is_no_preparation():
    assert weeks_prepared(DAY, DAY, []) == 0
    assert weeks_prepared(DAY, DAY + DAYS(6), []) == 0
    assert weeks_prepared(DAY, DAY + DAYS(7), []) == 1
    away = (DAY + DAYS(7), DAY + DAYS(13))
    assert weeks_prepared(DAY, DAY + DAYS(28), [away]) == 3
    # A break under way counts up to yesterday, one from before the start only from the start on.
    assert weeks_prepared(DAY, DAY + DAYS(28), [away, (DAY + DAYS(21), DAY + DAYS(60))]) == 2
    assert weeks_prepared(DAY, DAY + DAYS(28), [(DAY - DAYS(60), DAY + DAYS(6))]) == 3
    assert weeks_prepared(DAY, DAY + DAYS(28), [(DAY - DAYS(9), DAY + DAYS(99))]) == 0


def test_a_clock_set_back_makes_no_weeks_below_none():
    assert weeks_prepared(DAY, DAY - DAYS(30), []) == 0
