"""A runway in words, on the days where the words change."""

import datetime
from decimal import Decimal

import pytest

from career.amounts import MOST
from career.models import Budget, BudgetCost
from career.runway import DAY, Plan, lasts_to
from career.savings.chart import picture
from career.savings.plans import setting_from
from career.savings.screen import outlook
from career.savings.words import held, length, until, verdict

TODAY = datetime.date(2027, 1, 31)
PLAN = Plan(as_of=TODAY, savings=Decimal(6000), expenses=Decimal(1000))
MAY, AUGUST, SEPTEMBER = (datetime.date(2027, *day) for day in ((5, 12), (8, 3), (9, 20)))


def test_too_little_money_is_short_of_both_dates():
    found = verdict(MAY, (AUGUST, SEPTEMBER), TODAY)
    assert found.dates == "Money to May 12, 2027, plan to August 3, 2027, late September 20, 2027:"
    assert (found.gap, found.reaches) == ("12 weeks short, 19 weeks by the late date.", "")


@pytest.mark.parametrize(
    ("ends", "gap", "reaches"),
    [
        (AUGUST - DAY, "1 day short, 7 weeks by the late date.", ""),
        (AUGUST, "0 days to spare by the plan, 7 weeks short of the late one.", "plan"),
        (SEPTEMBER - 13 * DAY, "5 weeks to spare by the plan, 13 days short of the late one.", "plan"),
        (SEPTEMBER, "0 days to spare after the late one.", "late"),
        (SEPTEMBER + 15 * DAY, "3 weeks to spare after the late one.", "late"),
        (None, "it reaches both.", "late"),
    ],
)
def test_what_is_to_spare_or_missing(ends: datetime.date | None, gap: str, reaches: str):
    found = verdict(ends, (AUGUST, SEPTEMBER), TODAY)
    assert (found.gap, found.reaches) == (gap, reaches)


def test_a_late_date_too_far_off_is_called_so():
    found = verdict(MAY, (AUGUST, None), TODAY)
    assert "late more than five years ahead" in found.dates
    assert found.gap == "12 weeks short."
    assert verdict(None, (AUGUST, None), TODAY).gap == "it reaches the plan."


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "0 days"),
        (0, "0 days"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (58, "8 weeks"),
        (59, "2 months"),
    ],
)
def test_a_short_runway_is_told_in_days_and_weeks(days: int, words: str):
    ends = TODAY + days * DAY
    assert length(PLAN, ends if days != 59 else datetime.date(2027, 3, 31)) == words


def test_the_end_in_words():
    assert until(MAY, PLAN, TODAY) == "until May 12, 2027"
    assert until(MAY, PLAN, AUGUST) == "until May 12, 2027, which is over"
    assert until(TODAY - DAY, PLAN, TODAY) == "more is due at once than there is"
    assert (length(PLAN, None), until(None, PLAN, TODAY)) == (
        "10 years and more",
        "by these numbers it lasts",
    )


def test_the_emergency_fund_is_never_rounded_up():
    assert held(Plan(TODAY, Decimal("5999.99"), Decimal(1000))) == ("5.9", "less than 6")
    assert held(PLAN) == ("6", "6 to 12")
    assert held(Plan(TODAY, Decimal(12_100), Decimal(1000))) == ("12.1", "more than 12")


def budget(**fields: Decimal) -> Budget:
    amounts = {"savings": Decimal(0), "expenses": Decimal(0), "income": Decimal(0), "courses": Decimal(0)}
    return Budget(currency="JPY", as_of=TODAY, bridge=Decimal(0), search_weeks=12, **amounts | fields)


@pytest.mark.parametrize("savings", [Decimal(0), Decimal("0.01"), MOST])
@pytest.mark.parametrize("expenses", [Decimal(0), Decimal("0.01"), MOST])
def test_nothing_and_everything_can_be_drawn(savings: Decimal, expenses: Decimal):
    setting = setting_from(
        budget(savings=savings, expenses=expenses, income=MOST if savings else Decimal(0)),
        [BudgetCost(on=TODAY + 40 * DAY, what="x", amount=MOST)],
    )
    found = outlook(setting, None, TODAY)
    assert found.picture.line.startswith("M0 ")
    assert "nan" not in found.picture.line
    assert (found.fund is None) == (not expenses)
    assert not found.ways


def test_the_band_and_the_end_stay_on_the_drawing():
    ends = lasts_to(PLAN)
    assert ends is not None
    drawn = picture(PLAN, "GBP", (TODAY - 400 * DAY, TODAY - 300 * DAY))
    assert drawn.band == (0, 3)
    assert drawn.band_label == (0, "start")
    far = picture(PLAN, "GBP", (TODAY + 900 * DAY, TODAY + 901 * DAY))
    assert far.band is not None
    assert 0 < far.band[0] < 1000
    assert far.band_label == (100, "end")
    assert far.end is not None
    assert far.end < 30
