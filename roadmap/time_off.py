"""A learner's breaks in words, those to come before those behind."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from roadmap.days import span
from roadmap.models import Break


@dataclass(frozen=True)
class BreakView:
    off: Break
    today: datetime.date

    @property
    def dates(self) -> str:
        return span(self.off.starts_on, self.off.ends_on, self.today)

    @property
    def is_on(self) -> bool:
        return self.off.starts_on <= self.today <= self.off.ends_on

    @property
    def is_past(self) -> bool:
        return self.off.ends_on < self.today


def time_off(breaks: Iterable[Break], today: datetime.date) -> dict[str, object]:
    """Return the breaks under way or to come, the next first, and the past ones, the latest first."""
    views = [BreakView(off, today) for off in breaks]
    return {
        "ahead": [view for view in views if not view.is_past],
        "behind": [view for view in reversed(views) if view.is_past],
    }
