"""Amounts of money as people write and read them. Pure, no Django."""

import re
import unicodedata
from decimal import Decimal

MOST = Decimal("9999999999.99")
SIGNS = {"EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥", "USD": "$"}
_GROUPED = re.compile(r"[0-9]{1,3}(?:([,' ])[0-9]{3}(?:\1[0-9]{3})*)?(?:\.[0-9]{1,20})?")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]{1,20})?")


class NoAmount(ValueError):
    """Says in words why a text is no amount, and how to write it."""


def read_amount(text: str, most: Decimal = MOST, digits: int = 2) -> Decimal:
    """Read “9400”, “9,400.50”, “9 400” or “£9,400”; what could mean two amounts is refused.

    `digits`: as many as may stand after the point. Raises NoAmount.
    """
    bare = "".join(" " if unicodedata.category(c) == "Zs" else c for c in text.strip()).replace("’", "'")
    bare = bare.strip("€£$¥₹ ")
    if re.match(r"[-−–]", bare):
        raise NoAmount("Write 0 or more: what goes out has fields of its own.")
    if re.search(r",[0-9]{1,2}$|[0-9]\.[0-9]{3},|\.[0-9]*\.", bare):
        raise NoAmount("Write a point before the cents and nothing else with it, such as 1200.50.")
    if digits == 2 and re.search(r"\.[0-9]{3}$", bare):
        raise NoAmount("This could be thousands or cents. Write 1200, or 1.20.")
    if not (_GROUPED.fullmatch(bare) or _PLAIN.fullmatch(bare)):
        raise NoAmount("Write an amount in digits, such as 1,200 or 1200.50.")
    amount = Decimal(re.sub(r"[,' ]", "", bare))
    if -int(amount.as_tuple().exponent) > digits:
        raise NoAmount(f"Write at most {digits} digits after the point.")
    if amount > most:
        raise NoAmount(f"Write {plain(most)} or less.")
    return amount


def plain(amount: Decimal) -> str:
    """Return “9,400” or “9,400.50”, as a field shows it."""
    text = f"{amount:,.2f}"
    return text.removesuffix(".00")


def shown(amount: Decimal, currency: str) -> str:
    """Return “£9,400”, “−£120” or “CHF 9,400”; cents only of what is less than a thousand and has some."""
    size = abs(amount)
    digits = plain(size) if size < 1000 else f"{size:,.0f}"
    sign = SIGNS.get(currency)
    return (
        f"{'−' if amount < 0 else ''}{sign}{digits}" if sign else f"{currency} {plain_sign(amount)}{digits}"
    )


def plain_sign(amount: Decimal) -> str:
    return "−" if amount < 0 else ""
