"""How long savings last, month by month. Pure, no Django.

**The sum.** Left at the close of a day = savings − the costs that came by then + the months that passed ×
(income − expenses + the flows of that month). A day is the n-th part of a month of n days: money comes and
goes evenly within a month. The day on which the savings were counted (`as_of`) has seen its flows; a cost of
that day is still to come, one of an earlier day is paid.

**The rule.** The money lasts to the last day before the first close that is short, within ten years. No
interest, no tax, no inflation: what is not entered is not there.

Amounts are exact decimals of 0 or more in one currency, days are dates. Inside, fractions keep the sums
exact; what comes out is rounded to cents. A flow that ends before it begins raises `ValueError`.
"""

import datetime
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

DAY = datetime.timedelta(days=1)
YEARS = 10  # beyond, “it lasts”
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Cost:
    """Paid once, on a day."""

    on: datetime.date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Flow:
    """Comes in each month from that of `since` to that of `until`, or without an end."""

    amount: Decimal
    since: datetime.date
    until: datetime.date | None = None

    def __post_init__(self) -> None:
        if self.until and self.until < self.since:
            raise ValueError(f"A flow cannot begin on {self.since} and end on {self.until}.")

    def comes_in(self, month: datetime.date) -> bool:
        """Say whether it comes in the month that begins on this day."""
        return first_of(self.since) <= month and (self.until is None or month <= self.until)


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is on the day `as_of`, and what comes and goes after it."""

    as_of: datetime.date
    savings: Decimal
    expenses: Decimal
    income: Decimal = Decimal(0)
    flows: Sequence[Flow] = ()
    costs: Sequence[Cost] = ()

    @property
    def horizon(self) -> datetime.date:
        return in_months(self.as_of, 12 * YEARS)

    def coming(self, month: datetime.date) -> Decimal:
        """Return what comes in a whole month that begins on this day."""
        return self.income + sum((f.amount for f in self.flows if f.comes_in(month)), Decimal(0))

    def spent(self, first: datetime.date, last: datetime.date) -> Decimal:
        """Return the costs from `first` to `last`."""
        return sum((cost.amount for cost in self.costs if first <= cost.on <= last), Decimal(0))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of one month in which the money changes by the same `rate` a day, from `before` the first one."""

    first: datetime.date
    last: datetime.date
    before: Fraction
    rate: Fraction

    def close(self, day: datetime.date) -> Fraction:
        """Return what is left at the close of one of these days."""
        return self.before + self.rate * ((day - self.first).days + 1)

    @property
    def first_short(self) -> datetime.date | None:
        """Return the first of these days at whose close the money is short."""
        if self.close(self.first) < 0:
            return self.first
        if self.close(self.last) >= 0:
            return None
        return self.first + DAY * int(self.before // -self.rate)


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month that count: what came, what went, and what was left at their close."""

    first: datetime.date
    came: Decimal
    went: Decimal
    left: Decimal


def opening(plan: Plan) -> Fraction:
    """Return what is left at the close of the day on which the savings were counted."""
    return Fraction(plan.savings - plan.spent(plan.as_of, plan.as_of))


def stretches(plan: Plan, until: datetime.date) -> Iterator[Stretch]:
    """Yield all days from the one after `as_of` to `until`, in order."""
    left, first = opening(plan), plan.as_of + DAY
    while first <= until:
        month, size = first_of(first), monthrange(first.year, first.month)[1]
        end = min(month + DAY * (size - 1), until)
        rate = Fraction(plan.coming(month) - plan.expenses) / size
        cuts = sorted({first, *(cost.on for cost in plan.costs if first < cost.on <= end)})
        for begin, stop in zip(cuts, [*(cut - DAY for cut in cuts[1:]), end], strict=True):
            stretch = Stretch(begin, stop, left - Fraction(plan.spent(begin, begin)), rate)
            yield stretch
            left = stretch.close(stop)
        first = end + DAY


def lasts_to(plan: Plan) -> datetime.date | None:
    """Return the last day before the money is short (it may be that before `as_of`), or None if it lasts."""
    if opening(plan) < 0:
        return plan.as_of - DAY
    shorts = (stretch.first_short for stretch in stretches(plan, plan.horizon))
    short = next(filter(None, shorts), None)
    return short - DAY if short else None


def months(plan: Plan, until: datetime.date) -> tuple[Month, ...]:
    """Return the months up to the day `until`; the costs of the day `as_of` are in the first one."""
    found: list[Month] = []
    left = opening(plan)
    by_month: dict[datetime.date, list[Stretch]] = {}
    for stretch in stretches(plan, until):
        by_month.setdefault(first_of(stretch.first), []).append(stretch)
    for month, parts in by_month.items():
        first, last = parts[0].first, parts[-1].last
        share = Fraction((last - first).days + 1, monthrange(month.year, month.month)[1])
        once = plan.spent(first if found else plan.as_of, last)
        left = parts[-1].close(last)
        came, went = Fraction(plan.coming(month)) * share, Fraction(plan.expenses) * share + Fraction(once)
        found.append(Month(month, rounded(came), rounded(went), rounded(left)))
    return tuple(found)


def rounded(amount: Fraction) -> Decimal:
    """Return exact cents."""
    return (Decimal(amount.numerator) / Decimal(amount.denominator)).quantize(CENT, ROUND_HALF_EVEN)


def first_of(day: datetime.date) -> datetime.date:
    return day.replace(day=1)


def in_months(day: datetime.date, count: int) -> datetime.date:
    """Return the same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_until(first: datetime.date, last: datetime.date) -> int:
    """Return how many whole months pass from one day to a later one."""
    count = (last.year - first.year) * 12 + last.month - first.month
    return count - (in_months(first, count) > last)
