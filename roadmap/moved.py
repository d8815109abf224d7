"""What moved the likely date in a week, told from the rows as they stood when it began and when it ended.

The two forecasts differ in what was done, in the weeks that make the pace and in how long finished skills
took. These are exchanged one after the other, so that the reasons add up to the whole. Terms, breaks and
specializations are those of now at both ends: what they change stands with them, not here.
"""

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from roadmap.arrival import full_weeks, stated
from roadmap.arrival_words import headline, weekly
from roadmap.days import hours
from roadmap.forecast import Forecast, forecast
from roadmap.learner_weeks import LearnerWeeks
from roadmap.models.history import History
from roadmap.models.study import Study
from roadmap.outline import Line
from roadmap.road import Finished, Remaining, Road
from roadmap.weeks import WEEK

MONTH = 30.4  # days
HALF = 48  # percent that the longest bar takes


@dataclass(frozen=True)
class Reason:
    """`days`: how much later it made the date, in words; `x` and `width` of its bar in percent."""

    words: str
    days: str
    later: bool
    x: float
    width: float


@dataclass(frozen=True)
class Moved:
    """The likely date at the end of a week, and how far from that at its beginning it lies.

    `forecast` is the one at the end, `days` by how many its date is later.
    """

    likely: str
    said: str
    sentence: str
    reasons: tuple[Reason, ...]
    forecast: Forecast
    days: int


def moved_in(weeks: LearnerWeeks, study: Study, history: History, today: datetime.date) -> Moved | None:
    """Return what moved the date in the week of the rows; None unless there was a date at both ends."""
    week = weeks.rows.week
    before = _road(weeks, study, history, week)
    after = _road(weeks, study, history, min(week + WEEK, today))
    worked = replace(before, today=after.today, remaining=after.remaining)
    paced = replace(worked, weeks=after.weeks)
    found = [_forecast(road) for road in (before, worked, paced, after)]
    likely = [one.likely for one in found]
    if None in likely:
        return None
    steps = [later.days_later(one) or 0 for one, later in pairwise(found)]
    logged = weeks.rows.minutes(week) / 60
    words = (
        f"{hours(logged)} h studied, of about {weekly(found[0].pace)} expected",
        f"Your pace is {weekly(found[2].pace)} h a week, after {weekly(found[1].pace)}",
        f"Finished skills took {found[3].factor:.0%} of their estimate, after {found[2].factor:.0%}",
    )
    most = max(map(abs, steps)) or 1
    reasons = tuple(_reason(text, days, most) for text, days in zip(words, steps, strict=True) if days)
    return _told(found[3], sum(steps), reasons, today)


def _reason(words: str, days: int, most: int) -> Reason:
    """Return a reason with its bar: to the left of the middle for earlier, the longest almost to the edge."""
    width = round(abs(days) / most * HALF, 1)
    return Reason(words, shift(days), days > 0, 50.0 if days > 0 else 50 - width, width)


def shift(days: int) -> str:
    """Return “3 days earlier”, “1 day later”, “about 4 months later” or “as before”."""
    if not days:
        return "as before"
    number, direction = abs(days), "later" if days > 0 else "earlier"
    if number > 2 * MONTH:
        return f"about {round(number / MONTH)} months {direction}"
    return f"{number} day{'s' * (number != 1)} {direction}"


def _told(found: Forecast, days: int, reasons: tuple[Reason, ...], today: datetime.date) -> Moved:
    date = headline(found, today)
    if days:
        sentence = f"The likely date is {date} now, {shift(days)} than when the week began."
    else:
        sentence = f"The likely date stayed where it was: {date}."
    return Moved(date, shift(days), sentence, reasons, found, days)


# Of a past week the same again and again.
@lru_cache(maxsize=400)
def _forecast(road: Road) -> Forecast:
    return forecast(road, fan=False)


def _road(weeks: LearnerWeeks, study: Study, history: History, day: datetime.date) -> Road:
    """Return the road as it was when `day` began."""
    outline = weeks.outline
    spent = {pk: minutes / 60 for pk, minutes in weeks.rows.spent(day).items()}
    lines = [line for line in outline.lines.values() if line.counts and line.state != "skipped"]
    done = [line for line in lines if _done(line, day)]
    return Road(
        remaining=tuple(
            Remaining(line.skill.hours_low, line.skill.hours_high, spent.get(line.skill.id, 0.0))
            for line in lines
            if not _done(line, day)
        ),
        finished=tuple(
            Finished(line.skill.hours, spent[line.skill.id]) for line in done if spent.get(line.skill.id)
        ),
        weeks=full_weeks(outline, study, history, day),
        stated=stated(outline),
        today=day,
        seed=str(weeks.user_id),
        breaks=study.breaks,
    )


def _done(line: Line, day: datetime.date) -> bool:
    return line.state == "done" and line.done_on is not None and line.done_on < day
