"""Savings over the months, as paths on a ground of 1000 by 100."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from career.amounts import shown
from career.runway import Plan, in_months, lasts_to, opening, stretches
from roadmap.charts.axis import Mark, month_marks, round_steps
from roadmap.charts.burn import HEIGHT, TOP, WIDTH, path

LEAST = 6  # months drawn


@dataclass(frozen=True, slots=True)
class Picture:
    """The line of what is left; the band is (x, width) on the ground, `end` in percent."""

    line: str
    area: str
    rows: tuple[Mark, ...]
    months: tuple[Mark, ...]
    until: datetime.date
    band: tuple[float, float] | None
    end: float | None

    @property
    def band_label(self) -> tuple[float, str]:
        """Return where the band's label stands, and how it is held there."""
        first, width = self.band or (0, 0)
        middle = (first + width / 2) / 10
        return (100, "end") if middle > 90 else (0, "start") if middle < 10 else (round(middle, 2), "middle")

    @property
    def end_anchor(self) -> str:
        at = self.end or 0
        return "start" if at < 8 else "end" if at > 92 else "middle"


def picture(plan: Plan, currency: str, needed: tuple[datetime.date, datetime.date] | None) -> Picture:
    """Draw what is left from the day of the count on; `needed`: the band, its first and last day."""
    ends = lasts_to(plan)
    last = ends or in_months(plan.as_of, 24)
    until = max([last, in_months(plan.as_of, LEAST), *(needed or ())])
    until += max((until - plan.as_of) / 16, datetime.timedelta(14))
    points = [(plan.as_of, max(float(opening(plan)), 0.0))]
    for stretch in stretches(plan, min(until, ends) if ends else until):
        points.append((stretch.first, float(stretch.before)))
        points.append((stretch.last, float(stretch.close(stretch.last))))
    if ends:
        points.append((max(ends, plan.as_of), 0.0))
    top = max(1.0, *(amount for _, amount in points))

    def x(day: datetime.date) -> float:
        share: float = (day - plan.as_of) / (until - plan.as_of)
        return round(share * WIDTH, 1)

    def y(amount: float) -> float:
        return round(HEIGHT - max(amount, 0) / top * (HEIGHT - TOP), 2)

    line = path([(x(day), y(amount)) for day, amount in points])
    steps = [*round_steps(top, 3), top]
    return Picture(
        line=line,
        area=f"{line}V{HEIGHT}H0z",
        rows=tuple(Mark(y(step), shown(_whole(step), currency)) for step in steps),
        months=month_marks(plan.as_of, until),
        until=until,
        band=_band(x(needed[0]), x(needed[1])) if needed else None,
        end=round(x(max(ends, plan.as_of)) / 10, 2) if ends else None,
    )


def _band(first: float, last: float) -> tuple[float, float]:
    """Return where the band begins and how wide it is; a likely date that is past begins at the edge."""
    begin, stop = max(first, 0), max(last, 0)
    return begin, max(round(stop - begin, 1), 3)


def _whole(amount: float) -> Decimal:
    return Decimal(round(amount))
