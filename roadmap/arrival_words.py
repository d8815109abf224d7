"""A forecast in words that promise no more than it does. Pure, no Django."""

import datetime

from roadmap.days import hours
from roadmap.forecast import HORIZON, Forecast
from roadmap.road import Span

FAR = datetime.timedelta(548)  # a year and a half; a day so far ahead says more than anyone knows
TOLD_FACTOR = 0.05
UNTIL_YOURS = "After three full weeks of log it will be yours."


def day(date: datetime.date, today: datetime.date) -> str:
    """Return “September 17, 2027”, or “March 2029” when that is far off."""
    return f"{date:%B %Y}" if date - today > FAR else f"{date:%B} {date.day}, {date.year}"


def brief(date: datetime.date, today: datetime.date) -> str:
    """Return “Sep 17, 2027”, or “Mar 2029” when that is far off."""
    return f"{date:%b %Y}" if date - today > FAR else f"{date:%b} {date.day}, {date.year}"


def weekly(pace: float) -> str:
    """Return hours a week up to a tenth: “10.6”, “12”."""
    return f"{pace:.1f}".removesuffix(".0")


def headline(found: Forecast, today: datetime.date) -> str:
    """Return the likely date, or what stands in its place."""
    if found.arrived:
        return "All of it is done"
    if found.no_pace:
        return "No date yet"
    return brief(found.likely, today) if found.likely else "More than five years"


def beside(found: Forecast, today: datetime.date) -> str:
    """Return what stands below the headline: “Late: Nov 12, 2027, at 10.6 h a week.”"""
    if found.arrived:
        return "Nothing is left on your roadmap."
    if found.no_pace:
        return _no_pace(found)
    pace = f"at {weekly(found.pace)} h a week"
    if found.likely:
        late = brief(found.late, today) if found.late else "more than five years"
        told = f"Late: {late}, {pace}."
    else:
        told = f"That is {pace}. Your progress page shows what changes it."
    return told if found.from_log else f"{told} These are the hours you stated. {UNTIL_YOURS}"


def sentence(found: Forecast, today: datetime.date, *, supposed: bool = False) -> str:
    """Return the sentence with the dates; `supposed`: the pace is one that was asked about."""
    if found.arrived:
        return "You have arrived: nothing is left on your roadmap."
    if found.no_pace:
        return "Without hours there is no date." if supposed else _no_pace(found)
    pace = f"{weekly(found.pace)} hours a week"
    if supposed:
        start = f"At {pace}"
    else:
        start = f"At your pace of {pace}" if found.from_log else f"At the {pace} that you stated"
    if not found.likely:
        return f"{start} it takes more than five years, too far off for a date."
    likely = f"{start} you arrive around {day(found.likely, today)}"
    if not found.late:
        return f"{likely}, and one future in five takes more than five years."
    return f"{likely}, and in four of five futures by {day(found.late, today)}."


def reasons(
    found: Forecast, today: datetime.date, weeks: int, target: datetime.date | None
) -> tuple[str, ...]:
    """Return, a sentence each, what made the dates and what moves them; `weeks` made the pace."""
    if found.arrived:
        return ()
    told = [
        f"Your pace is the mean of your last {weeks} full weeks. Empty ones count, planned breaks do not."
        if found.from_log
        else f"The pace is what you stated. {UNTIL_YOURS}"
    ]
    told.append(_left(found))
    if found.growth > 1 and found.pace:
        told.append("Your weeks have grown for months, so the forecast lets them grow a little further.")
    if found.breaks:
        spans = ", ".join(span(planned) for planned in found.breaks[:5])
        told.append(f"Planned breaks on the way: {spans}.")
    if found.beyond:
        told.append(
            "What changes that: more hours a week, a specialization less, or skipping what you know already."
        )
    if target:
        told.append(_target(found, today, target))
    return tuple(told)


def moved(days: int | None, found: Forecast) -> str:
    """Return what a change does to the likely date: `days` later, None when a date is missing."""
    if days is None:
        if found.likely:
            return "That brings a date."
        return "There is no date with that." if found.no_pace else "That takes more than five years."
    if days == 0:
        return "The same day."
    amount = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"{amount} {'later' if days > 0 else 'sooner'}."


def span(planned: Span) -> str:
    """Return “Aug 3 to Aug 16, 2027”."""
    first, last = planned
    if first == last:
        return f"{first:%b} {first.day}, {first.year}"
    start = f"{first:%b} {first.day}" + ("" if first.year == last.year else f", {first.year}")
    return f"{start} to {last:%b} {last.day}, {last.year}"


def _no_pace(found: Forecast) -> str:
    if found.from_log:
        return "Your last weeks have no hours, so there is no date. The next full week of study brings one."
    return "You plan 0 hours a week, so there is no date. Any number of hours brings one."


def _left(found: Forecast) -> str:
    left = hours(found.hours_left)
    estimate = hours(found.hours_left / found.factor)
    if abs(found.factor - 1) < TOLD_FACTOR:
        return f"About {left} hours are left, by the middle of each estimate."
    took = "longer" if found.factor > 1 else "less time"
    than = "than estimated"
    return f"What you finished took {took} {than}, so the {estimate} hours left count as {left}."


def _target(found: Forecast, today: datetime.date, target: datetime.date) -> str:
    when = f"Your target, {day(target, target)},"
    if target < today:
        return f"{when} is behind you. You can set a new one in your plan."
    if target - today > HORIZON:
        return f"{when} is more than five years away, too far off to say how likely it is."
    told = "" if found.chance is None else f" is {_chance(found.chance)} at this pace"
    if found.needed is None:
        return f"{when}{told or ' is near'}. No week has enough hours to make it the likely date."
    needed = f"{weekly(found.needed)} hours a week would make it the likely date."
    return f"{when}{told}. {needed}" if told else f"{when} takes a pace first. {needed}"


def _chance(chance: float) -> str:
    percent = round(chance * 20) * 5
    if percent < 5:
        return "less than 5% likely"
    return "more than 95% likely" if percent > 95 else f"about {percent}% likely"
