"""The progress page: what is done, what is ahead, and how the days, kinds and weeks went."""

import datetime
from dataclasses import dataclass

from roadmap.arrival import Arrival, stated
from roadmap.arrival_words import brief
from roadmap.balance import Balance
from roadmap.charts.burn import Burn, burn, planned
from roadmap.charts.heat import Heat, heat, strong_days
from roadmap.days import hours
from roadmap.forecast import HORIZON, FanPoint
from roadmap.models.history import History
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.rhythm import Rhythm, rhythm
from roadmap.weeks import week_of, weeks

NEAR = 1.0  # hours off the plan that are not worth a word


@dataclass(frozen=True)
class BurnView:
    """The drawing of the hours; rows of its tables are (month, hours, total) and (day, low, middle, high)."""

    picture: Burn
    weekly: int
    so_far: str
    goal: str
    summary: str
    months: tuple[tuple[str, str, str], ...]
    ahead: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class HeatView:
    """The drawing of the days; rows of its table are (first day of the week, hours)."""

    picture: Heat
    summary: str
    weeks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ProgressScreen:
    """All that the page shows, besides what-ifs; drawings are None while there is nothing to draw."""

    burn: BurnView | None
    heat: HeatView | None
    balance: Balance
    rhythm: Rhythm


def progress_screen(
    outline: Outline,
    study: Study,
    history: History,
    arrival: Arrival | None,
    started: datetime.date,
    today: datetime.date,
) -> ProgressScreen:
    """Read the page of a learner who began on the day `started`."""
    starts_on = outline.marks.terms.week_starts_on
    return ProgressScreen(
        burn=_burn(outline, study, history, arrival, started, today) if arrival or study.entries else None,
        heat=_heat(study, history, starts_on, today),
        balance=Balance.of(study.by_kind),
        rhythm=rhythm(history.by_week.keys(), today, starts_on, study.breaks),
    )


def _burn(
    outline: Outline,
    study: Study,
    history: History,
    arrival: Arrival | None,
    started: datetime.date,
    today: datetime.date,
) -> BurnView:
    so_far, pledge = study.minutes / 60, stated(outline) if arrival else 0
    since = min(study.first_day or today, started)
    until = today + HORIZON if arrival else today
    plan = planned(since, pledge, study.breaks, until) if pledge else ()
    due = planned(since, pledge, study.breaks, today)[-1][1] if pledge else 0.0
    found = arrival.forecast if arrival else None
    by_week = {week: minutes / 60 for week, minutes in history.by_week.items()}
    left = found.hours_left if found else 0.0
    fan = found.fan if found else ()
    likely = found.likely if found and not found.arrived else None
    return BurnView(
        picture=burn(by_week, plan, fan, today, left=left, likely=likely),
        weekly=pledge,
        so_far=hours(so_far),
        goal=brief(likely, today) if likely else "",
        summary=_against_plan(so_far, due, pledge, bool(study.breaks)),
        months=_months(history, today),
        ahead=tuple(_ahead(point, so_far, left, today) for point in fan),
    )


def _ahead(point: FanPoint, so_far: float, left: float, today: datetime.date) -> tuple[str, str, str, str]:
    low, middle, high = (hours(so_far + left * share) for share in (point.low, point.middle, point.high))
    return brief(point.date, today), low, middle, high


def _against_plan(so_far: float, due: float, pledge: int, breaks: bool) -> str:
    if not so_far:
        return "Nothing is logged yet: the line begins with your first session."
    told = f"You have studied {_counted(so_far)} so far."
    if not pledge:
        return told
    off = so_far - due
    plan = f"plan of {_counted(pledge)} a week{', planned breaks left out' if breaks else ''}"
    if abs(off) <= NEAR:
        return f"{told} That is the straight {plan}."
    return f"{told} That is {_counted(abs(off))} {'ahead of' if off > 0 else 'behind'} the {plan}."


def _counted(amount: float) -> str:
    return f"{hours(amount)} hour{'' if hours(amount) == '1' else 's'}"


def _months(history: History, today: datetime.date) -> tuple[tuple[str, str, str], ...]:
    rows, total = [], 0
    for month, minutes in history.by_month.items():
        total += minutes
        rows.append((f"{month:%B %Y}", hours(minutes / 60), hours(total / 60)))
    return tuple(reversed(rows))


def _heat(study: Study, history: History, starts_on: int, today: datetime.date) -> HeatView | None:
    if study.first_day is None:
        return None
    drawn = heat(history.by_day, today, study.first_day, starts_on, study.breaks)
    begun = max(week_of(study.first_day, starts_on), drawn.first)
    sums = {week: history.by_week.get(week, 0) for week in weeks(begun, today)}
    count = sum(minutes > 0 for minutes in sums.values())
    told = f"You studied on {drawn.days} day{'' if drawn.days == 1 else 's'} in {count} of {len(sums)} weeks."
    if strong := strong_days(history.by_day):
        told += f" {' and '.join(strong)} are your strong days."
    told += " The bigger the square, the longer the day: from under half an hour to two hours and more."
    rows = tuple((f"{week:%b} {week.day}, {week.year}", hours(m / 60)) for week, m in sums.items())
    return HeatView(drawn, told, tuple(reversed(rows)))
