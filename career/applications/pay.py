"""What a job pays, in words."""

from decimal import Decimal

from career.amounts import SIGNS, plain


def pay_range(low: Decimal | None, high: Decimal | None, currency: str, per: str) -> str:
    """Return “£48,000–58,000 a year”, “from CHF 80,000 a year” or nothing."""
    sign = SIGNS.get(currency) or f"{currency} "
    if low is not None and high is not None and low != high:
        return f"{sign}{plain(low)}–{plain(high)} {per}"
    if low is not None:
        return f"{'from ' if high is None else ''}{sign}{plain(low)} {per}"
    return f"up to {sign}{plain(high)} {per}" if high is not None else ""
