"""The page of a week as HTML, piece by piece: for the page and for its updates alike."""

import datetime
from typing import NamedTuple

from django.utils.safestring import SafeString

from roadmap.days import hours
from roadmap.fragments import join, kept
from roadmap.learner_weeks import LearnerWeeks
from roadmap.outline import Line
from roadmap.week import Row, WeekView, break_ahead, week_view
from roadmap.week_scale import Bar
from roadmap.words import counted


class Wrong(NamedTuple):
    """What is wrong with a form that was sent, and what stood in it."""

    add: str = ""
    hours: str = ""
    hours_sent: str = ""


NOTHING_WRONG = Wrong()


def week_pieces(
    weeks: LearnerWeeks,
    today: datetime.date,
    token: str,
    wrong: Wrong = NOTHING_WRONG,
    *,
    oob: bool = False,
) -> dict[str, object]:
    """Return all that a tick or a change of the plan moves; `token` is for the forms."""
    view = week_view(weeks, today)
    return {
        "head": kept("roadmap/_week_head.html", {"when": view.when, "title": view.title}, oob=oob),
        "scale": _scale(weeks, view, oob=oob),
        "list": _list(weeks, view, token, oob=oob),
        "add": _add(weeks, view, token, wrong.add, oob=oob),
        "dropped": _dropped(weeks, view, token, oob=oob),
        "balance": _balance(weeks, view, oob=oob),
        "hours": _hours(weeks, token, wrong, oob=oob),
    }


def week_around(weeks: LearnerWeeks, today: datetime.date) -> dict[str, object]:
    """Return what stands beside the plan and does not move with it."""
    line = weeks.last_line(weeks.rows.week)
    days = break_ahead(weeks, today)
    return {
        "look_back": kept("roadmap/_look_back.html", {}, look_back=weeks.unreviewed()),
        "to_self": kept("roadmap/_week_line.html", {"line": line}) if line else "",
        "break_ahead": kept("roadmap/_week_break.html", {"days": days}, hours_shown=weeks.outline.hours_shown)
        if days
        else "",
        "calendar": kept("roadmap/_week_calendar.html", {}, has_feed=weeks.rows.has_feed),
    }


def _scale(weeks: LearnerWeeks, view: WeekView, *, oob: bool) -> SafeString:
    if not weeks.outline.hours_shown:
        done = sum(row.line.settled for row in view.rows)
        logged = f", {hours(view.around.logged)} h logged" if view.around.logged else ""
        said = f"{done} of {counted(len(view.rows), 'skill')} done{logged}"
        return kept("roadmap/_week_scale.html", {"said": said}, hours_shown=False, oob=oob)
    planned = ", ".join(f"{row.line.skill.title} {row.hours}" for row in view.rows)
    said = view.around.said
    return kept(
        "roadmap/_week_scale.html",
        {
            "said": said,
            "words": f"{said}. Planned: {planned}." if planned else f"{said}.",
            "shades": _shades(view.bar),
            "marks": _marks(view.bar),
            "filled": view.bar.filled,
            "limit": view.bar.limit,
        },
        is_begun=view.bar.filled > 0,
        has_limit=view.bar.limit is not None,
        hours_shown=True,
        oob=oob,
    )


def _shades(bar: Bar) -> SafeString:
    shaded = (part for part in bar.segments if part.shaded)
    return join(kept("roadmap/_week_shade.html", {"x": part.x, "width": part.width}) for part in shaded)


def _marks(bar: Bar) -> SafeString:
    return join(
        kept(
            "roadmap/_week_mark.html",
            {"x": part.x, "label": part.label, "short": part.short},
            has_label=bool(part.label),
            has_short=bool(part.short),
        )
        for part in bar.segments
    )


def _list(weeks: LearnerWeeks, view: WeekView, token: str, *, oob: bool) -> SafeString:
    return kept(
        "roadmap/_week_list.html",
        {
            "rows": join(_row(row, token, hours_shown=weeks.outline.hours_shown) for row in view.rows),
            "csrf_token": token,
        },
        elsewhere=view.elsewhere.skill if view.elsewhere else None,
        any_row=bool(view.rows),
        complete=not weeks.outline.tally.left,
        no_hours=view.around.hours == 0,
        on_break=weeks.on_break(weeks.rows.week),
        oob=oob,
    )


def _row(row: Row, token: str, *, hours_shown: bool) -> SafeString:
    return kept(
        "roadmap/_week_row.html",
        {
            "csrf_token": token,
            "hours": row.hours,
            "left": row.left,
            "count": row.line.count,
            "logged": row.logged,
            "hint": row.hint,
        },
        skill=row.line.skill,
        state=row.line.state,
        partly=row.partly,
        hours_shown=hours_shown,
        has_logged=bool(row.logged),
        carried=row.carried,
        pinned=row.pinned,
        now=row.now,
        first=row.first,
        last=row.last,
    )


def _add(weeks: LearnerWeeks, view: WeekView, token: str, error: str, *, oob: bool) -> SafeString:
    shown = weeks.outline.hours_shown
    groups = (
        kept("roadmap/_week_group.html", {"options": _options(lines, hours_shown=shown)}, label=label)
        for label, lines in view.choices
    )
    return kept(
        "roadmap/_week_add.html",
        {"csrf_token": token, "groups": join(groups)},
        any_choice=bool(view.choices),
        error=error,
        oob=oob,
    )


def _options(lines: list[Line], *, hours_shown: bool) -> SafeString:
    return join(
        kept("roadmap/_week_option.html", {}, skill=line.skill, hours_shown=hours_shown) for line in lines
    )


def _dropped(weeks: LearnerWeeks, view: WeekView, token: str, *, oob: bool) -> SafeString:
    shown = weeks.outline.hours_shown
    dropped = (
        kept("roadmap/_week_back.html", {"csrf_token": token}, skill=line.skill, hours_shown=shown)
        for line in view.dropped
    )
    return kept(
        "roadmap/_week_dropped.html",
        {"dropped": join(dropped)},
        any_dropped=bool(view.dropped),
        gone=view.gone,
        oob=oob,
    )


def _balance(weeks: LearnerWeeks, view: WeekView, *, oob: bool) -> SafeString:
    around = view.around
    return kept(
        "roadmap/_week_balance.html",
        {"build": around.build, "theory": around.theory},
        planned=around.build is not None,
        hours_shown=weeks.outline.hours_shown,
        oob=oob,
    )


def _hours(weeks: LearnerWeeks, token: str, wrong: Wrong, *, oob: bool) -> SafeString:
    week = weeks.rows.week
    shown = weeks.outline.hours_shown
    amount = f"{weeks.hours(week):g}" if shown else ""
    return kept(
        "roadmap/_week_hours.html",
        {
            "csrf_token": token,
            "amount": wrong.hours_sent if wrong.hours else amount,
            "usual": hours(weeks.usual_hours(week)),
        },
        is_own=weeks.rows.of(week).hours is not None,
        hours_shown=shown,
        error=wrong.hours,
        oob=oob,
    )
