"""Offers side by side: what each part is, and what it comes to."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from career.models import Offer
from career.offer_sums import YEARS, Equity, Terms
from career.offers import words
from career.offers.rates import Rates
from roadmap.days import named_day


class Cell(NamedTuple):
    text: str
    note: str = ""


class Row(NamedTuple):
    """A row of the table; a sum is set off."""

    label: str
    cells: tuple[Cell, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class Column:
    """An offer with its sums, told in the learner's currency if there is a rate, else in its own."""

    offer: Offer
    terms: Terms
    rates: Rates

    def told(self, amount: Decimal) -> str:
        return self.rates.shown(amount, self.offer.currency)

    @property
    def in_words(self) -> str:
        """Return the rate, or that there is none; nothing for an offer in the learner's currency."""
        currency = self.offer.currency
        if currency == self.rates.own:
            return ""
        rate = self.rates.by_currency.get(currency)
        return f"{currency} at {rate.normalize():f}" if rate else f"in {currency}, no rate yet"


@dataclass(frozen=True)
class Comparison:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def terms_of(offer: Offer) -> Terms:
    equity = (
        Equity(
            units=offer.equity_units,
            price=offer.equity_price,
            strike=offer.equity_strike if offer.equity == Offer.Equity.OPTIONS else Decimal(0),
            years=offer.equity_years,
            cliff=offer.equity_cliff,
            discount=offer.equity_discount,
        )
        if offer.equity
        else None
    )
    return Terms(
        base=offer.base,
        bonus=offer.bonus,
        sign_on=offer.sign_on,
        pension_percent=offer.pension_percent,
        benefits=offer.benefits,
        commute=offer.commute,
        equity=equity,
    )


def compare(offers: Sequence[Offer], rates: Rates, today: datetime.date) -> Comparison:
    """Put offers side by side in the learner's currency; one without a rate stays in its own."""
    columns = tuple(Column(offer, terms_of(offer), rates) for offer in offers)

    def row(label: str, cell: Callable[[Column], Cell], *, is_sum: bool = False) -> Row:
        return Row(label, tuple(cell(column) for column in columns), is_sum)

    rows = (
        row("Base a year", lambda c: _paid(c, c.offer.base)),
        row("Bonus", lambda c: _paid(c, c.offer.bonus, c.offer.bonus_note)),
        row("Sign-on", lambda c: _paid(c, c.offer.sign_on, c.offer.sign_on_note)),
        row("Equity", lambda c: _equity(c.offer)),
        row("Pension", _pension),
        row("Benefits you value", lambda c: _paid(c, c.offer.benefits, c.offer.benefits_note)),
        row("Commute", lambda c: _paid(c, -c.offer.commute, c.offer.commute_note)),
        row("First year", _first_year, is_sum=True),
        row("A year, over four", _over_four, is_sum=True),
        row("Hours", lambda c: _stated(c.offer.hours)),
        row("Remote", lambda c: _stated(c.offer.remote)),
        row("Learning budget", lambda c: _stated(c.offer.learning)),
        row("Answer by", lambda c: _stated(named_day(c.offer.answer_by, today) if c.offer.answer_by else "")),
    )
    return Comparison(columns, rows)


def _stated(text: str) -> Cell:
    return Cell(text or "not stated")


def _paid(column: Column, amount: Decimal, note: str = "") -> Cell:
    return Cell(column.told(amount) if amount else "none", note)


def _equity(offer: Offer) -> Cell:
    if not offer.equity:
        return Cell("none")
    told = words.equity(offer.equity_units, offer.equity, offer.equity_years, offer.equity_cliff)
    price = words.price(offer.equity_price, offer.currency)
    note = f"last price {price}, your discount {offer.equity_discount}%"
    if offer.equity == Offer.Equity.OPTIONS:
        note = f"strike {words.price(offer.equity_strike, offer.currency)}, {note}"
    return Cell(told, note)


def _pension(column: Column) -> Cell:
    percent = column.offer.pension_percent
    if not percent:
        return Cell("none")
    return Cell(f"{words.percent(percent)} of base", column.told(column.terms.pension))


def _first_year(column: Column) -> Cell:
    vested = column.terms.vested(1)
    note = f"{column.told(vested)} of it is {column.offer.equity}" if vested else ""
    return Cell(column.told(column.terms.first_year), note)


def _over_four(column: Column) -> Cell:
    vested = column.terms.vested(YEARS)
    note = f"{column.told(vested)} of the four-year sum is {column.offer.equity}" if vested else ""
    return Cell(column.told(column.terms.yearly_over_four), note)
