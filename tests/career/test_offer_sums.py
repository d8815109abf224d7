"""What an offer comes to: sums that one can do by hand, and what holds of every offer."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from career.offer_script import draft
from career.offer_sums import Equity, Terms

OPTIONS = Equity(units=4000, price=Decimal("3.40"), strike=Decimal("1.10"), discount=80)
FREIGHT = Terms(
    base=Decimal(52_000),
    bonus=Decimal(3000),
    pension_percent=Decimal(5),
    benefits=Decimal(600),
    commute=Decimal(1150),
    equity=OPTIONS,
)
amounts = st.decimals(0, 500_000, places=2)
equities = st.builds(
    Equity,
    units=st.integers(0, 100_000),
    price=st.decimals(0, 100, places=4),
    strike=st.decimals(0, 100, places=4),
    years=st.integers(1, 10),
    cliff=st.integers(0, 120),
    discount=st.integers(0, 100),
)


def test_two_offers_as_one_does_them_on_paper():
    beck = Terms(
        base=Decimal(46_500),
        bonus=Decimal(4650),
        sign_on=Decimal(2000),
        pension_percent=Decimal(9),
        benefits=Decimal(1400),
        commute=Decimal(2300),
    )
    assert FREIGHT.yearly == 57_050
    assert FREIGHT.first_year == FREIGHT.yearly_over_four == 57_510
    assert beck.first_year == 56_435
    assert beck.yearly_over_four == 54_935


def test_options_are_worth_the_price_less_the_strike_less_the_discount():
    assert OPTIONS.value == 1840
    assert replace(OPTIONS, discount=100).value == 0
    assert replace(OPTIONS, strike=Decimal(5)).value == 0, "never less than nothing"
    assert replace(OPTIONS, strike=Decimal(0), discount=0).value == 13_600


@pytest.mark.parametrize(
    ("cliff", "months", "vested"),
    [
        (12, 11, 0),
        (12, 12, 460),
        (12, 13, "498.3333"),
        (0, 1, "38.3333"),
        (12, 48, 1840),
        (60, 59, 0),
        (60, 60, 1840),
    ],
)
def test_it_vests_month_by_month_after_the_cliff(cliff: int, months: int, vested: int | str):
    found = replace(OPTIONS, cliff=cliff).vested(months)
    assert found.quantize(Decimal("0.0001")) == Decimal(vested)


def test_what_vests_in_five_years_counts_four_fifths():
    terms = replace(FREIGHT, equity=replace(OPTIONS, years=5))
    assert terms.yearly_over_four == FREIGHT.yearly + OPTIONS.value / 5


@given(equities, st.integers(0, 130))
def test_never_more_vests_than_there_is_nor_less_than_before(equity: Equity, months: int):
    assert 0 <= equity.vested(months) <= equity.vested(months + 1) <= equity.value


@given(st.builds(Terms, base=amounts, bonus=amounts, sign_on=amounts, commute=amounts), equities, amounts)
def test_a_sign_on_counts_whole_in_the_first_year_and_a_quarter_over_four(
    terms: Terms, equity: Equity, more: Decimal
):
    terms = replace(terms, equity=equity)
    richer = replace(terms, sign_on=terms.sign_on + more)
    assert abs(richer.first_year - terms.first_year - more) < Decimal("1e-10")
    assert abs(richer.yearly_over_four - terms.yearly_over_four - more / 4) < Decimal("1e-10")


def test_what_to_say_is_drafted_from_what_is_there():
    whole = draft("Beck & Rowe", "F1 0.91 over nine classes", "£51,000", "Two remote days.", "July 31")
    assert whole == (
        "Thank you, I would like to join Beck & Rowe. Let me say what I bring. F1 0.91 over nine classes. "
        "With that, and from what I have seen for this kind of role, I had £51,000 in mind. "
        "Is there room in the base? If not, two remote days would make up for much of it. "
        "Could I give you my answer by July 31?"
    )
    assert draft("Beck & Rowe", " ", "", "", "") == (
        "Thank you, I would like to join Beck & Rowe. Is there room in the base?"
    )
