"""When each phase and module was begun and finished, and how many of its hours are done."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmap.days import hours
from roadmap.outline import Line, Outline
from roadmap.tally import Tally


@dataclass(frozen=True)
class Stage:
    """A phase or a module; `when` are its days in words. `parts` are a phase's modules.

    `hours_shown`: it is told in hours, otherwise in skills.
    """

    title: str
    number: int
    tally: Tally
    when: str
    parts: "tuple[Stage, ...]" = ()
    hours_shown: bool = True

    @property
    def said(self) -> str:
        if not self.hours_shown:
            return f"{self.tally.done} / {self.tally.total} skills"
        return f"{hours(self.tally.hours_done)} / {hours(self.tally.hours_total)} h"

    @property
    def value(self) -> str:
        return f"{self.tally.hours_done:.1f}" if self.hours_shown else str(self.tally.done)

    @property
    def max(self) -> str:
        return f"{self.tally.hours_total:.1f}" if self.hours_shown else str(self.tally.total)

    @property
    def done(self) -> float:
        """Return how much of the bar is claimed or shown, in percent."""
        return round(self.tally.share * 100, 2)

    @property
    def shown(self) -> float:
        """Return how much of the bar is shown, in percent."""
        return round(self.tally.share_shown * 100, 2)


def stages(outline: Outline, begun: Mapping[int, datetime.date]) -> tuple[Stage, ...]:
    """Return the phases; `begun` is the first day of study by skill (id)."""
    found, shown = [], outline.hours_shown
    for phase in outline.phases:
        modules = [(view, [line for line in view.lines if line.counts]) for view in phase.modules]
        parts = tuple(
            _stage(view.module.title, 0, view.tally, lines, begun, hours_shown=shown)
            for view, lines in modules
            if lines
        )
        lines = [line for _, counted in modules for line in counted]
        title, number = phase.phase.short_title, phase.phase.number
        found.append(_stage(title, number, phase.tally, lines, begun, parts, hours_shown=shown))
    return tuple(found)


def _stage(
    title: str,
    number: int,
    tally: Tally,
    lines: Iterable[Line],
    begun: Mapping[int, datetime.date],
    parts: tuple[Stage, ...] = (),
    *,
    hours_shown: bool,
) -> Stage:
    done, first = [], []
    for line in lines:
        if line.done_on:
            done.append(line.done_on)
        if line.skill.id in begun:
            first.append(begun[line.skill.id])
    start = min(done + first, default=None)
    end = max(done, default=None) if tally.complete else None
    return Stage(title, number, tally, _when(start, end), parts, hours_shown)


def _when(start: datetime.date | None, end: datetime.date | None) -> str:
    if start is None:
        return "not begun"
    return f"{_day(start)} to {_day(end)}" if end else f"since {_day(start)}"


def _day(date: datetime.date) -> str:
    return f"{date:%b} {date.day}, {date.year}"
