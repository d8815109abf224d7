"""What a cell of a spreadsheet says: days, amounts of money, and one of several words. Pure."""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal

EARLIEST = datetime.date(2000, 1, 1)
MOST = Decimal("9999999999.99")
SIGNS = {"£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}  # a dollar may be one of several
_SPACE = re.compile(r"[\s'’\u00a0\u202f]+")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?", re.ASCII)
_SIMPLE = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
_WRITTEN = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")


class Unclear(ValueError):
    """A cell that says nothing we can keep; the text says what would do."""


def day(text: str, order: str = "") -> datetime.date:
    """Read a day from 2000 on. `order`, “dmy” or “mdy”, is that of days with slashes. Raises Unclear."""
    found = _day(text.strip(), order)
    if found < EARLIEST:
        raise Unclear("Take a day from the year 2000 on.")
    return found


def _day(text: str, order: str) -> datetime.date:
    bad = Unclear(f"“{text[:40]}” is no day. Write it as year-month-day, such as 2026-07-19.")
    try:
        if found := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s])", text):
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
            return datetime.date(int(found[3]), int(found[2]), int(found[1]))
        if found := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", text):
            one, two, year = int(found[1]), int(found[2]), int(found[3])
            if one <= 12 and two <= 12 and one != two and not order:
                raise Unclear(f"“{text}” may be two days. Say below which comes first, day or month.")
            day_first = order == "dmy" if one <= 12 and two <= 12 else one > 12
            return datetime.date(year, two, one) if day_first else datetime.date(year, one, two)
    except Unclear:
        raise
    except ValueError as error:
        raise bad from error
    words = re.sub(r"[,.]", " ", text).split()
    for form in _WRITTEN:
        try:
            return datetime.datetime.strptime(" ".join(words), form).date()
        except ValueError:
            continue
    raise bad


def amount(text: str) -> tuple[Decimal, str]:
    """Read “£52,000”, “52.000,50” or “52k”; return it exactly, with its currency if a sign names one."""
    bare = _SPACE.sub("", text)
    currency = next((SIGNS[sign] for sign in bare if sign in SIGNS), "")
    if named := re.match(r"([A-Za-z]{3})(?=\d)|.*\d[kK]?([A-Za-z]{3})$", bare):
        currency = (named[1] or named[2]).upper()
        bare = bare[3:] if named[1] else bare[:-3]
    bare = bare.strip("£€¥₹$")
    bare, thousands = (bare[:-1], 1000) if bare[-1:] in ("k", "K") else (bare, 1)
    if _GROUPED.fullmatch(bare):
        whole, cents = (
            (bare, "") if not re.search(r"[.,]\d{1,2}$", bare) else re.split(r"[.,](?=\d{1,2}$)", bare)
        )
        value = Decimal(re.sub(r"[.,]", "", whole) + (f".{cents}" if cents else ""))
    elif _SIMPLE.fullmatch(bare):
        value = Decimal(bare.replace(",", "."))
    else:
        raise Unclear(f"“{text[:40]}” is no amount. Write a number from 0 up, such as 52000.")
    value *= thousands
    if value > MOST:
        raise Unclear("This amount is larger than any that fits. Write 9,999,999,999 or less.")
    return value, currency


def one_of(text: str, words: Mapping[str, str], *, known: str) -> str:
    """Return what `words` (in lower case) makes of a cell; `known` lists for people what would do."""
    found = words.get(" ".join(text.lower().split()))
    if found is None:
        raise Unclear(f"“{text[:40]}” is none of these: {known}.")
    return found
