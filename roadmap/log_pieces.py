"""The page of the study log as HTML, piece by piece: for the page and for its updates alike."""

import datetime
from functools import lru_cache
from typing import NamedTuple

from django.forms import Form
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from accounts.models import User
from roadmap.days import duration
from roadmap.fragments import join, kept
from roadmap.kept_entries import rows_html
from roadmap.log_screen import KIND_ICONS, finished_short, log_fields, totals_of
from roadmap.models.study import Study
from roadmap.outline import Outline
from roadmap.study_log import LogPage
from roadmap.subjects import Subject
from roadmap.timers import timers_of


class Wrong(NamedTuple):
    """What was sent and cannot be: an entry (`form`), or what was said of a timer (by its id)."""

    form: Form | None = None
    answer: Form | None = None
    timer: object = None


NOTHING_WRONG = Wrong()


@lru_cache(maxsize=100)
def weeks_html(log: LogPage, *, any_entry: bool, oob: bool = False) -> SafeString:
    """Return the list of weeks; `any_entry`: something is logged, if not here."""
    weeks = (
        kept(
            "roadmap/_log_week.html",
            {"title": week.title, "time": duration(week.minutes), "rows": rows_html(week.entries)},
        )
        for week in log.weeks
    )
    return kept(
        "roadmap/_log_weeks.html",
        {"weeks": join(weeks), "earlier": log.earlier},
        any_week=bool(log.weeks),
        any_entry=any_entry,
        has_earlier=log.earlier is not None,
        oob=oob,
    )


def log_pieces(
    user: User,
    outline: Outline,
    study: Study,
    now: datetime.datetime,
    token: str,
    *,
    chosen: Subject | None = None,
    wrong: Wrong = NOTHING_WRONG,
    oob: bool = False,
) -> dict[str, object]:
    """Return the page but for its weeks. `chosen`: what the form begins with; `token` is for the forms."""
    today = user.today(now)
    return {
        "timers": _timers(user, outline, study, now, token, wrong, oob=oob),
        "form": _form(outline, today, token, chosen, wrong.form, oob=oob),
        "totals": _totals(user, outline, study, today, token, oob=oob),
    }


def _timers(
    user: User,
    outline: Outline,
    study: Study,
    now: datetime.datetime,
    token: str,
    wrong: Wrong,
    *,
    oob: bool,
) -> SafeString:
    if not study.timers:
        return kept("roadmap/_timers.html", {}, timers=None, oob=oob)
    timers = timers_of(user, outline.catalogue, study, now)
    context = {"timers": timers, "answer": wrong.answer, "answered": wrong.timer}
    return render_to_string("roadmap/_timers.html", {**context, "csrf_token": token, "oob": oob})


def _form(
    outline: Outline,
    today: datetime.date,
    token: str,
    chosen: Subject | None,
    form: Form | None,
    *,
    oob: bool,
) -> SafeString:
    fields = {**log_fields(outline, today, chosen=chosen), "csrf_token": token}
    values = {"fixed": None, "form": form, "oob": oob}
    if form:
        return render_to_string("roadmap/_log_form.html", {**fields, **values})
    gaps = {name: fields.pop(name) for name in ("csrf_token", "entry", "day", "latest", "all_subjects")}
    return kept("roadmap/_log_form.html", gaps, **fields, **values)


def _totals(
    user: User, outline: Outline, study: Study, today: datetime.date, token: str, *, oob: bool
) -> SafeString:
    totals = totals_of(user, outline, study, today)
    short = (
        render_to_string("roadmap/_log_short.html", {"rest": rest, "first": place == 0, "csrf_token": token})
        for place, rest in enumerate(finished_short(outline, study, today)[:2])
    )
    kinds = (
        kept("roadmap/_log_kind.html", {"time": time}, icon=KIND_ICONS[kind], label=kind.label)
        for kind, time in totals.kinds
    )
    bar = kept("roadmap/_scale.html", {"label": totals.label}, scale=totals.scale) if totals.planned else ""
    return kept(
        "roadmap/_log_totals.html",
        {
            "week": totals.week,
            "planned": totals.planned,
            "bar": bar,
            "kinds": join(kinds),
            "short": join(short),
            "first_day": totals.first_day,
            "all": totals.all,
            "entries": totals.entries,
        },
        has_plan=bool(totals.planned),
        has_entries=bool(totals.entries),
        just_one=totals.entries == 1,
        oob=oob,
    )
