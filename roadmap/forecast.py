"""When will I arrive? A likely and a late date from what is left and how the weeks went. Pure, no Django.

**What is left.** The middle of each required skill's range, less what is logged on it (a skill that is
not done keeps at least a tenth), times a personal factor: the time that finished skills took against
their estimates, shrunk toward 1 while they are few. A learner's factor is taken as log-normal around 1;
its posterior mean is the classical shrinkage of James and Stein (1961) and Efron and Morris (1975), and
what remains unknown of it stays in the futures. So does the width of the ranges.

**The pace.** The mean of the last eight full weeks: planned breaks are left out, empty weeks are not.
Before three of them it is what the learner means to do, and `from_log` says so. Weeks that clearly went
up for months (Mann 1945, Kendall) are expected to do so for 24 weeks more, by their median slope (Theil
1950, Sen 1968).

**The futures.** Monte Carlo as in forecasts from throughput (Magennis 2011, Vacanti 2015): 400 futures
draw their weeks from the eight that were, in circular blocks of four that keep bursts together (Politis
and Romano 1992), from a resample of them, because eight weeks are themselves a sample (the bootstrap of
Efron 1979, doubled). In each the pace drifts away as a random walk does, with the square root of
time; the 400 drifts and factors are a quasi-random sequence (Roberts 2018) instead of chance. Eight percent
go to setbacks that nobody has planned. *Likely* is the day on which half of the futures have arrived,
*late* the one with four of five. tests/bench/calibration.py shows how often that holds.

**What if.** Change a `Road` with `dataclasses.replace`, keep its seed, compare with `days_later`. The
futures stay the same, so that more hours or fewer skills never give a later date, nor a break an earlier
one. Growth goes on from a supposed pace as it does from one's own.

Units are hours, hours a week, dates and shares from 0 to 1. Equal roads give equal forecasts. Nothing is
raised here; figures that cannot be raise `ValueError` in `roadmap.road`.
"""

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass

from roadmap.futures import Futures, lucks, play
from roadmap.habits import read
from roadmap.road import MINUTE, Remaining, Road, Span
from roadmap.study_calendar import StudyCalendar

LIKELY, LATE = 0.5, 0.8
HORIZON = datetime.timedelta(days=1826)  # five years; no date is told beyond
MOST_HOURS = 100.0  # a week; nobody is told to study more
TAIL = 0.1  # of a skill is left until it is done, whatever is logged on it
SKEW = 0.9  # of where in its range a skill ends up: mostly near the middle, now and then far above
FAN = 8
SURE = (0.01, 0.99)  # no chance is told as certain


@dataclass(frozen=True, slots=True)
class FanPoint:
    """A day ahead, and which share of what is left today is done by then.

    Four of five futures have done at least `low`, half of them `middle`, one of five `high`.
    """

    date: datetime.date
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """One learner's dates on one day.

    `hours_left` are by the estimates, less the log, times the personal `factor`. `pace` is in hours a week
    and heads for `growth` times as much; `from_log` tells whether the weeks made it or what the learner
    means to do.

    Without a pace (`no_pace`) or `beyond` five years there is no `likely` date; `late` alone is missing
    when only that is beyond. When nothing is left (`arrived`), both are today. `chance` is that of the
    target, `needed` the hours a week, up to a tenth, with which its date is the likely one. They are None
    if there is no target or it lies beyond five years, `needed` also if it is over or no week has so many
    hours, `chance` also without a pace. `breaks` are the planned ones up to the late date, or in all five
    years. The `fan` ends there too; it is empty without a pace, or when it was left out.
    """

    hours_left: float
    pace: float
    factor: float
    growth: float
    from_log: bool
    likely: datetime.date | None = None
    late: datetime.date | None = None
    chance: float | None = None
    needed: float | None = None
    breaks: tuple[Span, ...] = ()
    fan: tuple[FanPoint, ...] = ()
    beyond: bool = False
    no_pace: bool = False
    arrived: bool = False

    def days_later(self, base: "Forecast") -> int | None:
        """Return by how many days the likely date is later than that of `base`; None without a date."""
        return (self.likely - base.likely).days if self.likely and base.likely else None


def forecast(road: Road, *, fan: bool = True) -> Forecast:
    """Say when this road ends, and how sure that is; the `fan`, half of the work, may be left out."""
    habits = read(road)
    pace = habits.pace if road.supposed is None else road.supposed
    hours, width = _left(road.remaining)
    facts = (hours * habits.factor, pace, habits.factor, habits.growth, habits.from_log)
    if hours < MINUTE:
        over = road.target is not None and road.target < road.today
        chance = None if road.target is None else float(not over)
        return Forecast(*facts, likely=road.today, late=road.today, chance=chance, arrived=True)

    futures = play(habits.weeks, road.seed, settled=habits.from_log, growth=habits.growth)
    work = [
        (hours + width * (math.exp(SKEW * luck.ranges - SKEW**2 / 2) - 1))
        * habits.factor
        * math.exp(habits.unsure * luck.factor)
        for luck in lucks()
    ]
    calendar = StudyCalendar.since(road.today, road.breaks)
    chance, needed = _target(road, calendar, futures, work, pace)
    if not pace:
        return Forecast(*facts, needed=needed, no_pace=True)

    arrivals = futures.arrivals([all_ / pace for all_ in work])
    likely, late = (_date(calendar, arrivals[_place(share, len(arrivals))]) for share in (LIKELY, LATE))
    end = late or road.today + HORIZON
    return Forecast(
        *facts,
        likely=likely,
        late=late,
        chance=chance,
        needed=needed,
        breaks=calendar.breaks_until(end),
        fan=_fan(calendar, end, futures, work, pace) if fan else (),
        beyond=likely is None,
    )


def _left(remaining: Sequence[Remaining]) -> tuple[float, float]:
    """Return the middle of what is left, and how far it may be off, both in hours by the estimates.

    The width never grows by more than the middle does, so that a skill less is never more to do.
    """
    hours = square = 0.0
    for skill in remaining:
        middle = (skill.low + skill.high) / 2
        if middle:
            open_ = max(1 - skill.logged / middle, TAIL)
            hours += middle * open_
            square += ((skill.high - skill.low) / 2 * open_) ** 2
    return hours, math.sqrt(square)


def _target(
    road: Road, calendar: StudyCalendar, futures: Futures, work: Sequence[float], pace: float
) -> tuple[float | None, float | None]:
    """Return the chance of the target date, and the hours a week that make it the likely one."""
    if road.target is None or road.target - road.today > HORIZON:
        return None, None
    if road.target < road.today:
        return 0.0, None
    # At one hour a week: any other pace multiplies them.
    shares = futures.shares(calendar.days(road.target), work)
    there = sum(share * pace >= 1 for share in shares) / len(shares)
    middle = shares[-1 - _place(LIKELY, len(shares))]
    needed = math.ceil(10 / middle) / 10 if middle * MOST_HOURS >= 1 else None
    return min(max(there, SURE[0]), SURE[1]) if pace else None, needed


def _fan(
    calendar: StudyCalendar, end: datetime.date, futures: Futures, work: Sequence[float], pace: float
) -> tuple[FanPoint, ...]:
    points = []
    days = (end - calendar.today) / FAN
    for date in dict.fromkeys(calendar.today + days * number for number in range(1, FAN + 1)):
        shares = futures.shares(calendar.days(date), work)
        low, middle, high = (
            min(shares[-1 - _place(share, len(shares))] * pace, 1.0) for share in (LATE, LIKELY, 1 - LATE)
        )
        points.append(FanPoint(date, low, middle, high))
    return tuple(points)


def _date(calendar: StudyCalendar, days: float) -> datetime.date | None:
    if days > HORIZON.days:
        return None
    ahead = datetime.timedelta(calendar.ahead(days))
    return calendar.today + ahead if ahead <= HORIZON else None


def _place(share: float, count: int) -> int:
    """Return at which place, from 0, a share of `count` sorted figures is reached."""
    return math.ceil(share * count) - 1
