"""Today: what to do now, what was done last, and where that is."""

import datetime

from django.utils.safestring import SafeString

from roadmap.days import long_day, short_day
from roadmap.figures import numbers, trail_html
from roadmap.fragments import join, kept
from roadmap.next_step import NextStep, Step, next_step
from roadmap.outline import Outline, PhaseView


def today_pieces(
    outline: Outline, today: datetime.date, joined: datetime.date, *, oob: bool = False
) -> dict[str, object]:
    """Return the pieces of the page, all of which move with a tick; `oob` for those of an update."""
    found = next_step(outline)
    phase = outline.phase(found.now.line.skill.phase_slug) if found.now else None
    return {
        "sky": _sky(outline, found, today, joined, oob=oob),
        "profile": trail_html(outline, oob=oob),
        "next": _next(outline, found, phase, today, oob=oob),
        "figures": _figures(outline, phase, oob=oob),
        "again": kept("roadmap/_today_again.html", {}, oob=oob),
    }


def _sky(
    outline: Outline, found: NextStep, today: datetime.date, joined: datetime.date, *, oob: bool
) -> SafeString:
    started = min(outline.marks.started_on or joined, today)
    return kept(
        "roadmap/_today_sky.html",
        {"day": long_day(today), "week": max((today - started).days, 0) // 7 + 1},
        skill=found.now.line.skill if found.now else None,
        first_day=not outline.marks.skills,
        empty=outline.tally.empty,
        oob=oob,
    )


def _next(
    outline: Outline, found: NextStep, phase: PhaseView | None, today: datetime.date, *, oob: bool
) -> SafeString:
    first_day = not outline.marks.skills
    steps = [_last(found, today)] + [
        _step(s, place, found, first_day) for place, s in enumerate(found.steps, 1)
    ]
    return kept(
        "roadmap/_today_next.html",
        {"steps": join(steps), "total": phase.tally.total if phase else 0},
        phase=phase.phase if phase else None,
        any_step=bool(found.last_done or found.steps),
        empty=outline.tally.empty,
        oob=oob,
    )


def _last(found: NextStep, today: datetime.date) -> SafeString:
    last = found.last_done
    if not last:
        return join([])
    when = short_day(last.done_on, today) if last.done_on else ""
    return kept("roadmap/_today_last.html", {"when": when}, skill=last.skill)


def _step(step: Step, place: int, found: NextStep, first_day: bool) -> SafeString:
    return kept(
        "roadmap/_today_step.html",
        {"count": step.line.count},
        skill=step.line.skill,
        state=step.line.state,
        left_off=step.left_off,
        completes=step.completes,
        opens=step.opens,
        first_day=first_day,
        place=place,
        is_last=place == len(found.steps),
    )


def _figures(outline: Outline, phase: PhaseView | None, *, oob: bool) -> SafeString:
    of_phase = numbers(phase.tally) if phase else {}
    return kept(
        "roadmap/_today_figures.html",
        numbers(outline.tally) | {f"phase_{name}": number for name, number in of_phase.items()},
        phase=phase.phase if phase else None,
        has_skipped=outline.tally.skipped > 0,
        has_chosen=bool(outline.chosen),
        oob=oob,
    )
