"""What would make savings last until a day. Pure, no Django.

**Money.** The smallest amount a month that closes a gap is the largest of (what is short at the close of a
day) ÷ (the months from the change to that day), over all days until then. Between two cuts of the plan both
are straight lines, so that looking at their ends is enough. It is then rounded up to the third digit of the
amount it is measured against, at least to a whole unit.

**Anything else.** The smallest whole number that is enough, by halving, where more is never worse.
"""

import datetime
from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from career.runway import Plan, first_of, in_months, opening, stretches


def lift(plan: Plan, until: datetime.date, month: datetime.date) -> Fraction | None:
    """Return the least amount a month, from the month that begins on `month`, with which it lasts to `until`.

    0 when it does so anyway, None when the money is short before the change can help.
    """
    if opening(plan) < 0:
        return None
    most, helped = Fraction(0), Fraction(0)
    for stretch in stretches(plan, until):
        size = (in_months(first_of(stretch.first), 1) - first_of(stretch.first)).days
        days = (stretch.last - stretch.first).days + 1
        step = Fraction(1, size) if stretch.first >= month else Fraction(0)
        for day, months in ((stretch.first, helped + step), (stretch.last, helped + step * days)):
            short = -stretch.close(day)
            if short > 0 and not months:
                return None
            if short > 0:
                most = max(most, short / months)
        helped += step * days
    return most


def less_a_month(plan: Plan, until: datetime.date, month: datetime.date) -> Decimal | None:
    """Return how much less has to go each month from `month` on; None when all of it is not enough."""
    amount = lift(plan, until, month)
    if amount is None or amount > plan.expenses:
        return None
    return min(rounded_up(amount, plan.expenses), plan.expenses)


def more_a_month(plan: Plan, until: datetime.date, month: datetime.date) -> Decimal | None:
    """Return how much more has to come each month from `month` on; None when that is too late."""
    amount = lift(plan, until, month)
    return None if amount is None else rounded_up(amount, plan.expenses)


def rounded_up(amount: Fraction, beside: Decimal) -> Decimal:
    """Return `amount` rounded up to the third digit of the amount `beside`."""
    step = Decimal(10) ** max(beside.adjusted() - 2, 0)
    steps = -(-amount // Fraction(step))
    return (Decimal(steps) * step).quantize(Decimal(1), ROUND_CEILING)


def smallest(most: int, enough: Callable[[int], bool]) -> int | None:
    """Return the smallest number from 1 to `most` that is enough, by halving; None if `most` is not."""
    if most < 1 or not enough(most):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
