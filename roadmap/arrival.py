"""When a learner will arrive: their road, made of what they ticked, logged and planned, and its forecast."""

import datetime
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import NamedTuple

from roadmap import arrival_words as words
from roadmap.forecast import Forecast, forecast
from roadmap.models.history import History, history_of
from roadmap.models.plan import WEEKLY_HOURS
from roadmap.models.study import Study
from roadmap.outline import Line, Outline
from roadmap.road import Finished, Remaining, Road, Span, Week
from roadmap.weeks import WEEK, days_off, week_of, weeks

MOST_WEEKS = 60  # more than a forecast reads, even when breaks take some out
MOST_OFF = 4  # days of a week in planned breaks from which on the week is one


@dataclass(frozen=True)
class Arrival:
    """What pages say of a forecast, on the day `today`.

    `weeks`: full weeks that made the pace; 0 when it is what the learner stated.
    """

    forecast: Forecast
    today: datetime.date
    target: datetime.date | None
    weeks: int

    @property
    def likely(self) -> datetime.date | None:
        """Return the likely date, if there is one ahead."""
        return None if self.forecast.arrived else self.forecast.likely

    @property
    def headline(self) -> str:
        return words.headline(self.forecast, self.today)

    @property
    def beside(self) -> str:
        return words.beside(self.forecast, self.today)

    @property
    def sentence(self) -> str:
        return words.sentence(self.forecast, self.today)

    @property
    def reasons(self) -> tuple[str, ...]:
        return words.reasons(self.forecast, self.today, self.weeks, self.target)


class _Kept(NamedTuple):
    made_from: tuple[object, ...]
    arrival: Arrival


# Of the learners whom this process met last, newest last: it moves only with what it is made from.
_recent: OrderedDict[int, _Kept] = OrderedDict()
MOST_KEPT = 200


def arrival_of(user_id: int, outline: Outline, study: Study, today: datetime.date) -> Arrival | None:
    """Return the learner's arrival, kept until something that it is made from changes.

    None when they do not want to see it.
    """
    if not outline.marks.terms.forecast_shown:
        return None
    made_from = (outline.marks.fingerprint, outline.catalogue.version, study.fingerprint, today)
    last = _recent.pop(user_id, None)
    if last is None or last.made_from != made_from:
        history = history_of(user_id, outline.marks.terms.week_starts_on, today)
        last = _Kept(made_from, arrive(road_of(user_id, outline, study, history, today)))
    _recent[user_id] = last
    if len(_recent) > MOST_KEPT:
        _recent.popitem(last=False)
    return last.arrival


def last_arrival(user_id: int) -> Arrival | None:
    """Return what this process forecast last for the learner, which a tick may have moved since."""
    last = _recent.get(user_id)
    return last.arrival if last else None


def arrive(road: Road) -> Arrival:
    """Return where this road leads to."""
    found = forecast(road)
    studied = sum(not week.planned_break for week in road.weeks)
    return Arrival(found, road.today, road.target, min(studied, 8) if found.from_log else 0)


def road_of(user_id: int, outline: Outline, study: Study, history: History, today: datetime.date) -> Road:
    """Return the road of a learner: what is left, how long things took, and how the weeks went."""
    logged = {pk: minutes / 60 for pk, minutes in study.by_skill.items()}
    return Road(
        remaining=tuple(
            Remaining(line.skill.hours_low, line.skill.hours_high, logged.get(line.skill.id, 0.0))
            for line in outline.ahead
        ),
        finished=tuple(
            _finished(line, logged[line.skill.id]) for line in outline.lines.values() if _tells(line, logged)
        ),
        weeks=full_weeks(outline, study, history, today),
        stated=stated(outline),
        today=today,
        seed=str(user_id),
        breaks=study.breaks,
        target=outline.marks.terms.target_date,
    )


def stated(outline: Outline) -> int:
    """Return the hours a week that the learner means to study."""
    hours = outline.marks.weekly_hours
    return WEEKLY_HOURS if hours is None else hours


def with_break(road: Road, planned: Span) -> Road:
    """Return the road with one more break."""
    return replace(road, breaks=(*road.breaks, planned))


def without(outline: Outline, specialization_id: int) -> Outline:
    """Return the outline of someone who had not chosen this specialization."""
    fewer = outline.marks.specializations - {specialization_id}
    return Outline(outline.catalogue, replace(outline.marks, specializations=fewer))


def _tells(line: Line, logged: dict[int, float]) -> bool:
    return line.state == "done" and logged.get(line.skill.id, 0.0) > 0


def _finished(line: Line, hours: float) -> Finished:
    return Finished(line.skill.hours, hours)


def full_weeks(outline: Outline, study: Study, history: History, today: datetime.date) -> tuple[Week, ...]:
    """Return the full weeks since the first entry that are over, oldest first.

    The first is full when it starts with an entry, or with the day on which the learner began.
    """
    if study.first_day is None:
        return ()
    starts_on = outline.marks.terms.week_starts_on
    first, now = week_of(study.first_day, starts_on), week_of(today, starts_on)
    begun = outline.marks.started_on
    if first not in (study.first_day, begun):
        first += WEEK
    first = max(first, now - MOST_WEEKS * WEEK)
    return tuple(
        Week(history.by_week.get(week, 0) / 60, planned_break=days_off(week, study.breaks) >= MOST_OFF)
        for week in weeks(first, now - WEEK)
    )
