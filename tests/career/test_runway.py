"""How long savings last: sums that one can do by hand, and what holds of every plan."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from career.runway import (
    DAY,
    Cost,
    Flow,
    Plan,
    in_months,
    lasts_to,
    months,
    months_until,
    opening,
    rounded,
    stretches,
)
from career.runway_ways import less_a_month, more_a_month, smallest

FIRST = datetime.date(2027, 1, 31)
PLAN = Plan(as_of=FIRST, savings=Decimal(6000), expenses=Decimal(1000))

cents = st.decimals(0, 20_000, places=2)
days = st.dates(FIRST - 90 * DAY, FIRST + 3000 * DAY)
flows = st.builds(
    lambda amount, since, length: Flow(amount, since, None if length is None else in_months(since, length)),
    cents,
    days,
    st.none() | st.integers(0, 40),
)
plans = st.builds(
    Plan,
    as_of=st.dates(datetime.date(2027, 1, 1), datetime.date(2028, 3, 1)),
    savings=cents,
    expenses=cents,
    income=cents,
    flows=st.lists(flows, max_size=2),
    costs=st.lists(st.builds(Cost, days, cents), max_size=5),
)


def left_on(plan: Plan, day: datetime.date) -> Decimal:
    """Return what is left at the close of a day, `as_of` or later; less than 0 is what is short."""
    left = opening(plan)
    for stretch in stretches(plan, day):
        left = stretch.close(stretch.last)
    return rounded(left)


def with_more(plan: Plan, amount: Decimal, month: datetime.date) -> Plan:
    """Return the plan with so much more, or so much less to pay, each month from `month` on."""
    return replace(plan, flows=(*plan.flows, Flow(amount, month)))


def test_six_months_of_expenses_last_six_months():
    assert lasts_to(PLAN) == datetime.date(2027, 7, 31)
    assert months_until(FIRST, datetime.date(2027, 7, 31)) == 6


def test_a_month_is_spent_evenly():
    assert left_on(PLAN, datetime.date(2027, 2, 14)) == Decimal(5500)
    assert left_on(PLAN, datetime.date(2027, 3, 31)) == Decimal(4000)
    assert left_on(PLAN, FIRST) == Decimal(6000)


def test_income_stretches_it_and_as_much_as_the_expenses_makes_it_last():
    assert lasts_to(replace(PLAN, income=Decimal(500))) == datetime.date(2028, 1, 31)
    assert lasts_to(replace(PLAN, income=Decimal(1000))) is None
    assert lasts_to(replace(PLAN, expenses=Decimal(0), savings=Decimal(0))) is None


def test_a_cost_takes_its_day_and_one_before_the_count_is_paid():
    laptop = Cost(datetime.date(2027, 4, 1), Decimal(1000))
    assert lasts_to(replace(PLAN, costs=[laptop])) == datetime.date(2027, 6, 30)
    assert lasts_to(replace(PLAN, costs=[Cost(FIRST - DAY, Decimal(1000))])) == lasts_to(PLAN)
    assert lasts_to(replace(PLAN, costs=[Cost(FIRST, Decimal(1000))])) == datetime.date(2027, 6, 30)


def test_a_cost_that_cannot_be_paid_ends_it_the_day_before():
    cost = Cost(datetime.date(2027, 3, 10), Decimal(6000))
    assert lasts_to(replace(PLAN, costs=[cost])) == datetime.date(2027, 3, 9)
    assert lasts_to(replace(PLAN, costs=[Cost(FIRST, Decimal(6001))])) == FIRST - DAY


def test_money_that_is_short_for_a_day_has_ended_even_if_more_comes():
    plan = replace(PLAN, savings=Decimal(500), flows=[Flow(Decimal(5000), datetime.date(2027, 3, 1))])
    assert lasts_to(plan) == datetime.date(2027, 2, 14)


def test_a_bridge_comes_from_month_to_month():
    bridge = Flow(Decimal(1000), datetime.date(2027, 3, 15), datetime.date(2027, 5, 2))
    assert lasts_to(replace(PLAN, flows=[bridge])) == datetime.date(2027, 10, 31)
    with pytest.raises(ValueError, match="cannot begin"):
        Flow(Decimal(1), datetime.date(2027, 3, 1), datetime.date(2027, 2, 1))


def test_the_months_of_the_table_add_up():
    plan = replace(
        PLAN, as_of=datetime.date(2027, 1, 21), income=Decimal(310), costs=[Cost(FIRST, Decimal(40))]
    )
    rows = months(plan, datetime.date(2027, 2, 28))
    assert [(r.first.month, r.came, r.went, r.left) for r in rows] == [
        (1, Decimal("100.00"), Decimal("362.58"), Decimal("5737.42")),
        (2, Decimal("310.00"), Decimal("1000.00"), Decimal("5047.42")),
    ]


def test_months_end_where_short_ones_do():
    assert in_months(FIRST, 1) == datetime.date(2027, 2, 28)
    assert in_months(FIRST, 13) == datetime.date(2028, 2, 29)
    assert in_months(FIRST, -2) == datetime.date(2026, 11, 30)
    assert months_until(FIRST, datetime.date(2027, 3, 30)) == 1


@given(plans, cents)
def test_more_savings_never_end_earlier(plan: Plan, more: Decimal):
    before, after = lasts_to(plan), lasts_to(replace(plan, savings=plan.savings + more))
    assert after is None or (before is not None and after >= before)


@given(plans, cents, st.integers(0, 30))
def test_more_income_never_ends_earlier(plan: Plan, more: Decimal, later: int):
    before, after = lasts_to(plan), lasts_to(with_more(plan, more, in_months(plan.as_of, later)))
    assert after is None or (before is not None and after >= before)


@given(plans)
def test_it_is_enough_to_the_last_day_and_short_the_day_after(plan: Plan):
    ends = lasts_to(plan)
    if ends is not None and ends >= plan.as_of:
        assert left_on(plan, ends) >= 0
        assert left_on(plan, ends + DAY) <= 0
        assert ends <= plan.horizon


@given(plans)
def test_the_last_row_of_the_table_is_what_is_left(plan: Plan):
    until = in_months(plan.as_of, 30)
    rows = months(plan, until)
    assert rows[-1].left == left_on(plan, until)
    change = sum(row.came - row.went for row in rows)
    # The cost of the day of the count is in the first row; every row is rounded to cents.
    assert abs(plan.savings + change - rows[-1].left) <= Decimal("0.01") * (2 * len(rows) + 1)


def holds(plan: Plan, until: datetime.date) -> bool:
    ends = lasts_to(plan)
    return ends is None or ends >= until


@given(plans, st.integers(0, 14), st.integers(0, 2500))
def test_what_closes_a_gap_closes_it_and_less_would_not(plan: Plan, later: int, far: int):
    month, until = in_months(plan.as_of.replace(day=1), later), plan.as_of + far * DAY
    more = more_a_month(plan, until, month)
    if more is None:
        assert not holds(with_more(plan, Decimal(10**9), month), until)
        return
    assert holds(with_more(plan, more, month), until)
    step = Decimal(10) ** max(plan.expenses.adjusted() - 2, 0)
    if more:
        assert not holds(with_more(plan, more - step, month), until)


@given(plans, st.integers(0, 14), st.integers(0, 2500))
def test_nobody_is_told_to_spend_less_than_nothing(plan: Plan, later: int, far: int):
    month, until = in_months(plan.as_of.replace(day=1), later), plan.as_of + far * DAY
    less = less_a_month(plan, until, month)
    if less is None:
        assert not holds(with_more(plan, plan.expenses, month), until)
    else:
        assert less <= plan.expenses
        assert holds(with_more(plan, less, month), until)


def test_a_change_that_comes_too_late_is_none():
    assert more_a_month(PLAN, datetime.date(2028, 1, 1), datetime.date(2027, 9, 1)) is None
    assert less_a_month(PLAN, datetime.date(2030, 1, 1), datetime.date(2027, 9, 1)) is None


def test_round_amounts_are_told():
    assert less_a_month(PLAN, datetime.date(2028, 1, 31), datetime.date(2027, 2, 1)) == 500
    assert more_a_month(PLAN, datetime.date(2028, 2, 10), datetime.date(2027, 2, 1)) == 520


@given(st.integers(0, 300), st.integers(-5, 300))
def test_halving_finds_the_first_that_is_enough(most: int, first: int):
    asked: list[int] = []

    def enough(number: int) -> bool:
        asked.append(number)
        return number >= first

    expected = max(first, 1) if first <= most and most >= 1 else None
    assert smallest(most, enough) == expected
    assert len(asked) <= 10
