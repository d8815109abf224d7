"""What Today says of the hours: this week, the forecast, and building against theory."""

import datetime

from django.utils.safestring import SafeString

from roadmap.arrival import Arrival, arrival_of, stated
from roadmap.balance import Balance
from roadmap.charts.scale import scale
from roadmap.days import hours
from roadmap.fragments import join, kept
from roadmap.log_screen import finished_short
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.weeks import DAY, week_of


def ahead_html(user_id: int, outline: Outline, study: Study, today: datetime.date) -> SafeString:
    """Return the notes. They stay on the page when a tick is answered, which asks for them anew."""
    notes = [_week(outline, study, today), *_short(outline, study, today)]
    if arrival := arrival_of(user_id, outline, study, today):
        notes.append(_forecast(arrival))
    balance = Balance.of(study.by_kind)
    if not balance.empty:
        notes.append(kept("roadmap/_today_balance.html", {"build": balance.build, "learn": balance.learn}))
    return kept("roadmap/_today_ahead.html", {"notes": join(notes)})


def _week(outline: Outline, study: Study, today: datetime.date) -> SafeString:
    if not study.entries:
        return kept("roadmap/_today_first_hours.html", {})
    week = week_of(today, outline.marks.terms.week_starts_on)
    done, planned = study.minutes_of(week) / 60, stated(outline) if outline.hours_shown else 0
    left = max(planned - done, 0)
    bar = scale(planned) if planned else None
    return kept(
        "roadmap/_today_week.html",
        {
            "done": hours(done),
            "planned": planned,
            "left": hours(left),
            "until": f"{week + 6 * DAY:%A}",
            "filled": bar.filled(done) if bar else 0,
        },
        bar=bar,
        is_done=left < 0.25,
    )


def _short(outline: Outline, study: Study, today: datetime.date) -> list[SafeString]:
    """Offer to log the rest of what was finished today with less than its estimate, where hours are said."""
    short = next(iter(finished_short(outline, study, today)), None) if outline.hours_shown else None
    if short is None or short.day != today:
        return []
    gaps = {"title": short.subject.title, "logged": short.logged, "estimate": short.estimate}
    return [kept("roadmap/_today_short.html", gaps)]


def _forecast(arrival: Arrival) -> SafeString:
    return kept("roadmap/_today_forecast.html", {"headline": arrival.headline, "beside": arrival.beside})
