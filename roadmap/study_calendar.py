"""From a number of study days to a day and back, over planned breaks. Pure, no Django."""

import datetime
import math
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.road import Span


@dataclass(frozen=True, slots=True)
class StudyCalendar:
    """Study day 1 is `today`, or the first day after a break that covers it; `breaks` never touch."""

    today: datetime.date
    breaks: tuple[Span, ...]

    @classmethod
    def since(cls, today: datetime.date, breaks: Iterable[Span]) -> "StudyCalendar":
        """Take the breaks as they were entered: in any order, overlapping, some of them over."""
        ahead: list[Span] = []
        for first, last in sorted(breaks):
            if last < today:
                continue
            if ahead and (first - ahead[-1][1]).days <= 1:
                ahead[-1] = (ahead[-1][0], max(last, ahead[-1][1]))
            else:
                ahead.append((max(first, today), last))
        return cls(today, tuple(ahead))

    def ahead(self, days: float) -> int:
        """Return in how many days so many study days are over; a day that is begun counts as whole."""
        ahead = max(math.ceil(days) - 1, 0)
        for first, last in self.breaks:
            if (first - self.today).days > ahead:
                break
            ahead += (last - first).days + 1
        return ahead

    def days(self, date: datetime.date) -> int:
        """Count the study days up to and including `date`; there is none before today."""
        days = max((date - self.today).days + 1, 0)
        for first, last in self.breaks_until(date):
            days -= (last - first).days + 1
        return days

    def breaks_until(self, date: datetime.date) -> tuple[Span, ...]:
        """Return the breaks that lie between today and `date`, cut off there."""
        return tuple((first, min(last, date)) for first, last in self.breaks if first <= date)
