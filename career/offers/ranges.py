"""What others are paid: the learner's research, and the pay that their applications state."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from accounts.models import User
from career.models import Application, Offer, PayResearch
from career.offers.rates import Rates
from career.offers.words import thousands

NEAR = 18  # percent between two labels, so that neither covers the other
LABEL = 9  # characters


class Pin(NamedTuple):
    """An offer's base on the scale, in percent; without a label where there is no room for one."""

    at: float
    label: str


@dataclass(frozen=True)
class Scale:
    """The range as (x, width) in percent of the bar, between its two ends."""

    said: tuple[float, float]
    pins: tuple[Pin, ...]
    low: str
    high: str
    spoken: str


@dataclass(frozen=True)
class Found:
    """A line of research, and its range in words."""

    row: PayResearch
    pay: str


@dataclass(frozen=True)
class Ranges:
    """`stated`: how many applications state what they pay a year."""

    found: tuple[Found, ...]
    whole: str
    stated: int
    scale: Scale | None


def ranges(user: User, offers: Sequence[Offer], rates: Rates) -> Ranges:
    """Read the learner's ranges, in two statements."""
    research = list(user.pay_research.all())
    stated = list(
        Application.objects.filter(user=user, pay_per=Application.Pay.YEAR)
        .exclude(pay_low=None, pay_high=None)
        .values_list("pay_low", "pay_high", "pay_currency")
    )
    rows = [(row.low, row.high, row.currency) for row in research] + stated
    ends = [
        worth
        for low, high, currency in rows
        for amount in (low, high)
        if amount is not None and (worth := rates.own_amount(amount, currency)) is not None
    ]
    span = (min(ends), max(ends)) if ends else None
    return Ranges(
        found=tuple(Found(row, _range(row.low, row.high, row.currency)) for row in research),
        whole=_range(*span, rates.own) if span else "",
        stated=len(stated),
        scale=_scale(span, offers, rates) if span else None,
    )


def _range(low: Decimal | None, high: Decimal | None, currency: str) -> str:
    """Return “£44k–55k”, “from £44k” or “up to £55k”."""
    if low is None or high is None:
        return (
            f"from {thousands(low, currency)}"
            if low is not None
            else f"up to {thousands(high or Decimal(0), currency)}"
        )
    return (
        thousands(low, currency)
        if low == high
        else f"{thousands(low, currency)} to {thousands(high, currency)}"
    )


def _scale(span: tuple[Decimal, Decimal], offers: Sequence[Offer], rates: Rates) -> Scale | None:
    bases = [(worth, o.company) for o in offers if (worth := rates.own_amount(o.base, o.currency))]
    amounts = [*span, *(amount for amount, _ in bases)]
    room = (max(amounts) - min(amounts)) / 5 or max(amounts) / 10 or Decimal(1)
    low, high = max(min(amounts) - room, Decimal(0)), max(amounts) + room

    def x(amount: Decimal) -> float:
        return round(float((amount - low) / (high - low)) * 100, 1)

    pins: list[Pin] = []
    last = 0.0
    for amount, company in sorted(bases):
        at = x(amount)
        has_room = at - last >= NEAR and at <= 100 - NEAR
        pins.append(Pin(at, company[:LABEL].strip() if has_room else ""))
        last = at if has_room else last
    told = [f"{company} offers {thousands(amount, rates.own)}" for amount, company in sorted(bases)]
    return Scale(
        said=(x(span[0]), round(max(x(span[1]) - x(span[0]), 0.5), 1)),
        pins=tuple(pins),
        low=thousands(low, rates.own),
        high=thousands(high, rates.own),
        spoken=". ".join([f"Your range is {_range(*span, rates.own)}", *told]) + ".",
    )
