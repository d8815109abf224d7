"""A runway in words. Pure, no Django."""

import datetime
from dataclasses import dataclass

from career.runway import DAY, YEARS, Plan, in_months, months_until
from roadmap.arrival_words import day

Dates = tuple[datetime.date, datetime.date | None]
"""Until when the money is needed: by the likely date and by the late one, which may be too far off."""


def length(plan: Plan, ends: datetime.date | None) -> str:
    """Return “22 months”, “7 weeks” or “9 days”: from the day of the count to the last day of the money."""
    if ends is None:
        return f"{YEARS} years and more"
    count, days = months_until(plan.as_of, ends) if ends >= plan.as_of else 0, (ends - plan.as_of).days
    if count >= 2:
        return f"{count} months"
    return _counted(days // 7, "week") if days >= 14 else _counted(max(days, 0), "day")


def until(ends: datetime.date | None, plan: Plan, today: datetime.date) -> str:
    """Return what stands beside the length."""
    if ends is None:
        return "by these numbers it lasts"
    if ends < plan.as_of:
        return "more is due at once than there is"
    return f"until {exact(ends)}" + (", which is over" if ends < today else "")


@dataclass(frozen=True)
class Verdict:
    """The dates, and how far apart they are; `reaches` the late one, the plan, or nothing."""

    dates: str = ""
    gap: str = ""
    reaches: str = ""


def verdict(ends: datetime.date | None, needed: Dates, today: datetime.date) -> Verdict:
    """Compare the day on which the money ends with those until which it is needed."""
    plan, late = needed
    told = f"plan to {day(plan, today)}, late {day(late, today) if late else 'more than five years ahead'}"
    if ends is None:
        dates = f"Money for {YEARS} years and more, {told}:"
        return (
            Verdict(dates, "it reaches both.", "late")
            if late
            else Verdict(dates, "it reaches the plan.", "plan")
        )
    dates = f"Money to {exact(ends)}, {told}:"
    if late and ends >= late:
        return Verdict(dates, f"{_apart(late, ends)} to spare after the late one.", "late")
    if ends >= plan:
        gap = f", {_apart(ends, late)} short of the late one" if late else ""
        return Verdict(dates, f"{_apart(plan, ends)} to spare by the plan{gap}.", "plan")
    gap = f", {_apart(ends, late)} by the late date" if late else ""
    return Verdict(dates, f"{_apart(ends, plan)} short{gap}.")


def exact(date: datetime.date) -> str:
    """Return “May 12, 2027”, however far off: a sum is as exact as its numbers."""
    return f"{date:%B} {date.day}, {date.year}"


def held(plan: Plan) -> tuple[str, str]:
    """Return how many months of expenses the savings are, up to a tenth, and how that compares."""
    tenths = int(plan.savings * 10 / plan.expenses)
    word = "less than 6" if tenths < 60 else "6 to 12" if tenths <= 120 else "more than 12"
    return f"{tenths / 10:,.1f}".removesuffix(".0"), word


def stale(plan: Plan, today: datetime.date) -> str:
    """Return when the savings were counted, if that is a month and more ago."""
    return day(plan.as_of, today) if in_months(plan.as_of, 1) < today else ""


def _apart(first: datetime.date, last: datetime.date) -> str:
    """Return “12 weeks”, what is begun counted as a whole one, or days up to two weeks."""
    days = (last - first) // DAY
    return _counted(-(-days // 7), "week") if days >= 14 else _counted(days, "day")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
