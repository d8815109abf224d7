"""The smallest change of each kind that makes the money last to the late date and the search after it."""

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from career.amounts import shown
from career.runway import DAY, first_of, in_months, lasts_to
from career.runway_ways import less_a_month, more_a_month, smallest
from career.savings.plans import Setting
from roadmap.arrival import Arrival, arrive, finished, remaining, without
from roadmap.arrival_words import brief, weekly
from roadmap.forecast import Forecast
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.road import Road

MOST_HOURS = 60  # a week; nobody is told to study more
MOST_SPECIALIZATIONS = 8  # are tried
BRIDGE_AFTER = 6  # months of learning, as the guide has it


@dataclass(frozen=True)
class Learning:
    """What a forecast of this learner is made of; `begun` is the day they began."""

    arrival: Arrival
    outline: Outline
    study: Study
    begun: datetime.date


@dataclass(frozen=True)
class Way:
    """A change, and what it leads to."""

    change: str
    then: str


def ways(setting: Setting, learning: Learning) -> tuple[Way, ...]:
    """Return the ways that close the gap: none when there is no gap."""
    search = setting.search_weeks * 7 * DAY
    ends, late = lasts_to(setting.plan), learning.arrival.forecast.late
    if ends is None or (late and ends >= late + search):
        return ()
    found = [*_hours(learning, ends - search), *_fewer(learning, ends - search)]
    return (*found, *_money(setting, learning, late + search)) if late else tuple(found)


def _hours(learning: Learning, by: datetime.date) -> Iterator[Way]:
    """Yield more hours a week, when the late date is no later than `by` with them."""
    road, pace = learning.arrival.road, learning.arrival.forecast.pace
    if by < road.today:
        return
    more = smallest(math.floor(MOST_HOURS - pace), lambda more: _in_time(_paced(road, pace + more), by))
    if more:
        then = f"{weekly(pace + more)} in all, {_late(_paced(road, pace + more), road.today)}"
        yield Way(f"{more} more hour{'' if more == 1 else 's'} a week", then)


def _fewer(learning: Learning, by: datetime.date) -> Iterator[Way]:
    """Yield the smallest specialization without which the late date is no later than `by`."""
    road, found = learning.arrival.road, []
    for item in learning.outline.chosen[:MOST_SPECIALIZATIONS]:
        fewer = without(learning.outline, item.id)
        left, done = remaining(fewer, learning.study), finished(fewer, learning.study)
        forecast = arrive(replace(road, remaining=left, finished=done), fan=False).forecast
        if forecast.late and forecast.late <= by:
            found.append((forecast.late, item.title, _late(forecast, road.today)))
    if found:
        _, title, then = max(found)
        yield Way(f"One specialization fewer: without {title}", then)


def _paced(road: Road, pace: float) -> Forecast:
    return arrive(replace(road, supposed=pace), fan=False).forecast


def _in_time(found: Forecast, by: datetime.date) -> bool:
    return found.late is not None and found.late <= by


def _late(found: Forecast, today: datetime.date) -> str:
    return f"late date {brief(found.late, today)}" if found.late else ""


def _money(setting: Setting, learning: Learning, until: datetime.date) -> Iterator[Way]:
    """Yield less to spend, and a bridge, with which it lasts to the day `until`."""
    plan, currency = setting.plan, setting.currency
    soon = in_months(first_of(max(learning.arrival.today, plan.as_of)), 1)
    if less := less_a_month(plan, until, soon):
        left = shown(plan.expenses - less, currency)
        yield Way(f"{shown(less, currency)} less a month", f"{left} from {soon:%B %Y} on")
    usual = setting.bridge_from or in_months(first_of(learning.begun), BRIDGE_AFTER)
    for month in dict.fromkeys((max(soon, first_of(usual)), soon)):
        if more := more_a_month(plan, until, month):
            kind = "more of bridge income" if setting.bridge_from else "of bridge income"
            yield Way(f"{shown(more, currency)} a month {kind}", f"from {month:%B %Y} to {until:%B %Y}")
            return
