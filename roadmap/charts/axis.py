"""Round numbers and months along the edges of a drawing. Pure, no Django."""

import datetime
import math
from dataclasses import dataclass

MOST_MONTHS = 7  # labels of months
STEPS = (1, 2, 3, 6, 12)  # months between them


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at `at` percent; `minor` ones make way on a small screen."""

    at: float
    label: str
    minor: bool = False


def round_steps(top: float, most: int = 4) -> list[float]:
    """Return round numbers above 0 and clearly below `top`, evenly spaced, at most `most` of them."""
    if top <= 0:
        return []
    rough = top / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    count = math.ceil(top / step)
    return [step * number for number in range(1, count) if top - step * number > step * 0.4]


def month_marks(start: datetime.date, end: datetime.date) -> tuple[Mark, ...]:
    """Return where months begin between two days, a few of them; every other one is minor.

    A year stands with the first label and with the first one of each year.
    """
    total = max((end - start).days, 1)
    first = start if start.day == 1 else _next_month(start)
    found: list[datetime.date] = []
    while first <= end:
        found.append(first)
        first = _next_month(first)
    step = next((n for n in STEPS if len(found) <= n * MOST_MONTHS), STEPS[-1])
    marks, year, major_year = [], 0, 0
    for place, month in enumerate(found[::step]):
        at = round((month - start).days / total * 100, 2)
        minor = place % 2 == 1
        # Without the minor ones the years must still be told.
        known = year if minor else major_year
        label = f"{month:%b}" if month.year == known else f"{month:%b %Y}"
        year, major_year = month.year, major_year if minor else month.year
        if at <= 94:
            marks.append(Mark(at, label, minor))
    return tuple(marks)


def _next_month(day: datetime.date) -> datetime.date:
    return datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)
