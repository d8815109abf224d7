"""Days to answer by, and equity, in words. Pure, no Django."""

import datetime
from decimal import Decimal

from career.amounts import plain, shown
from roadmap.days import named_day


def by_when(day: datetime.date, today: datetime.date) -> str:
    """Return “by Friday”, “today”, “tomorrow”, “by July 31” or, when that is over, “since July 24”."""
    ahead = (day - today).days
    if ahead < 0:
        return f"since {named_day(day, today)}"
    if ahead < 2:
        return "tomorrow" if ahead else "today"
    return f"by {day:%A}" if ahead < 7 else f"by {named_day(day, today)}"


def equity(units: int, kind: str, years: int, cliff: int) -> str:
    """Return “4,000 options, 4 years, 1 year cliff”."""
    if cliff and cliff % 12 == 0:
        wait = f", {_counted(cliff // 12, 'year')} cliff"
    else:
        wait = f", {_counted(cliff, 'month')} cliff" if cliff else ", no cliff"
    return f"{units:,} {kind}, {_counted(years, 'year')}{wait}"


def price(amount: Decimal, currency: str) -> str:
    """Return a price of one share, to four digits where it has them."""
    if amount == amount.quantize(Decimal("0.01")):
        return shown(amount, currency)
    return shown(Decimal(0), currency).replace("0", f"{amount.normalize():,f}")


def percent(amount: Decimal) -> str:
    return f"{plain(amount)}%"


def thousands(amount: Decimal, currency: str) -> str:
    """Return “£44k”, or the whole amount where that would say less."""
    return (
        shown((amount / 1000).quantize(Decimal(1)), currency) + "k"
        if amount >= 10_000
        else shown(amount, currency)
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
