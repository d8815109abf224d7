"""When a learner will arrive: their road, made of what they ticked, logged and planned, and its forecast."""

import datetime
from dataclasses import dataclass, replace

from roadmap import arrival_words as words
from roadmap.forecast import Forecast, forecast
from roadmap.models.history import History, history_of
from roadmap.models.plan import WEEKLY_HOURS
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.recent import Recent
from roadmap.road import Finished, Remaining, Road, Span, Week
from roadmap.weeks import WEEK, days_off, week_of, weeks

MOST_WEEKS = 60  # more than a forecast reads, even when breaks take some out
MOST_OFF = 4  # days of a week in planned breaks from which on the week is one


@dataclass(frozen=True)
class Arrival:
    """What pages say of the forecast of a road.

    `weeks`: full weeks that made the pace; 0 when it is what the learner stated.
    """

    forecast: Forecast
    road: Road
    weeks: int

    @property
    def today(self) -> datetime.date:
        return self.road.today

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
        return words.reasons(self.forecast, self.today, self.weeks, self.road.target)


_arrivals = Recent[Arrival](200)
_histories = Recent[History](50)


def arrival_of(user_id: int, outline: Outline, study: Study, today: datetime.date) -> Arrival | None:
    """Return the learner's arrival, kept until something that it is made from changes.

    None when they do not want to see it.
    """
    if not outline.marks.terms.forecast_shown:
        return None
    made_from = (outline.marks.fingerprint, outline.catalogue.version, study.fingerprint, today)

    def make() -> Arrival:
        history = history_for(user_id, outline, study, today)
        return arrive(road_of(user_id, outline, study, history, today))

    return _arrivals.get(user_id, made_from, make)


def last_arrival(user_id: int) -> Arrival | None:
    """Return what this process forecast last for the learner, which a tick may have moved since."""
    return _arrivals.last(user_id)


def history_for(user_id: int, outline: Outline, study: Study, today: datetime.date) -> History:
    """Return the learner's history, read again only when what they logged has changed."""
    starts_on = outline.marks.terms.week_starts_on
    made_from = (study.fingerprint, starts_on, today)
    return _histories.get(user_id, made_from, lambda: history_of(user_id, starts_on, today))


def arrive(road: Road, *, fan: bool = True) -> Arrival:
    """Return where this road leads to; the `fan` is for drawings."""
    found = forecast(road, fan=fan)
    studied = sum(not week.planned_break for week in road.weeks)
    return Arrival(found, road, min(studied, 8) if found.from_log else 0)


def road_of(user_id: int, outline: Outline, study: Study, history: History, today: datetime.date) -> Road:
    """Return the road of a learner: what is left, how long things took, and how the weeks went."""
    return Road(
        remaining=remaining(outline, study),
        finished=finished(outline, study),
        weeks=full_weeks(outline, study, history, today),
        stated=stated(outline),
        today=today,
        seed=str(user_id),
        breaks=study.breaks,
        target=outline.marks.terms.target_date,
    )


def remaining(outline: Outline, study: Study) -> tuple[Remaining, ...]:
    """Return what is left, less what is logged on it or counted already, whichever is more."""
    return tuple(
        Remaining(
            line.skill.hours_low,
            line.skill.hours_high,
            max(study.by_skill.get(line.skill.id, 0) / 60, min(line.filled, 1.0) * line.skill.hours),
        )
        for line in outline.ahead
    )


def finished(outline: Outline, study: Study) -> tuple[Finished, ...]:
    """Return the done skills that time was logged for."""
    return tuple(
        Finished(line.skill.hours, study.by_skill[line.skill.id] / 60)
        for line in outline.lines.values()
        if line.state == "done" and study.by_skill.get(line.skill.id)
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
