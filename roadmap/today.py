"""Today: what to do now, what was done last, and where that is."""

import datetime

from django.utils.safestring import SafeString

from roadmap.arrival import arrival_of, last_arrival
from roadmap.days import long_day, short_day
from roadmap.figures import numbers, trail_html
from roadmap.fragments import join, kept
from roadmap.log_menu import StudyNow, log_menu_html, timer_note_html
from roadmap.next_step import NextStep, Step, next_step
from roadmap.outline import Outline, PhaseView
from roadmap.review.cards import Cards
from roadmap.review.note import review_note
from roadmap.sprint_run import RunView
from roadmap.subjects import of_skill


def today_pieces(
    outline: Outline, mine: StudyNow, cards: Cards, token: str, *, oob: bool = False
) -> dict[str, object]:
    """Return the pieces of the page, all of which move with a tick; `oob` for those of an update.

    `token` is for the forms.
    """
    found = next_step(outline)
    # A tick is answered at once, with the flag as it was; see _today_again.html.
    arrival = last_arrival(mine.user.pk) if oob else arrival_of(mine.user.pk, outline, mine.study, mine.today)
    likely = arrival.likely if arrival and outline.hours_shown else None
    phase = outline.phase(found.now.line.skill.phase_slug) if found.now else None
    return {
        "sky": _sky(outline, found, mine, oob=oob),
        "profile": trail_html(outline, likely=likely, oob=oob),
        "next": _next(outline, found, phase, mine, token, oob=oob),
        "timer": timer_note_html(mine.timers(outline.catalogue), token, oob=oob),
        "figures": _figures(outline, phase, oob=oob),
        "review": review_note(cards, oob=oob),
        "again": kept("roadmap/_today_again.html", {}, oob=oob),
    }


def sprint_note(run: RunView | None) -> SafeString:
    """Return where the learner's sprint is, which no tick moves; nothing without one."""
    return kept("roadmap/_today_sprint.html", {"place": run.place}) if run else join([])


def _sky(outline: Outline, found: NextStep, mine: StudyNow, *, oob: bool) -> SafeString:
    today = mine.today
    started = outline.begun(mine.user, today)
    return kept(
        "roadmap/_today_sky.html",
        {"day": long_day(today), "week": max((today - started).days, 0) // 7 + 1},
        skill=found.now.line.skill if found.now else None,
        first_day=not outline.marks.skills,
        empty=outline.tally.empty,
        oob=oob,
    )


def _next(
    outline: Outline, found: NextStep, phase: PhaseView | None, mine: StudyNow, token: str, *, oob: bool
) -> SafeString:
    first_day = not outline.marks.skills
    steps = [_last(found, mine.today)] + [
        _step(s, place, found, mine, token, first_day=first_day, hours_shown=outline.hours_shown)
        for place, s in enumerate(found.steps, 1)
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
    return kept("roadmap/_today_last.html", {"when": when}, skill=last.skill, claimed=last.claimed)


def _step(
    step: Step,
    place: int,
    found: NextStep,
    mine: StudyNow,
    token: str,
    *,
    first_day: bool,
    hours_shown: bool,
) -> SafeString:
    skill = step.line.skill
    logged = mine.logged(skill)
    menu = log_menu_html(of_skill(skill), mine.today, token) if place == 1 else ""
    return kept(
        "roadmap/_today_step.html",
        {"count": step.line.count, "logged": logged, "log_menu": menu},
        has_logged=bool(logged),
        hours_shown=hours_shown,
        skill=skill,
        state=step.line.state,
        left_off=step.left_off,
        completes=step.completes,
        opens=step.opens,
        first_day=first_day,
        place=place,
        is_last=place == len(found.steps),
    )


def _figures(outline: Outline, phase: PhaseView | None, *, oob: bool) -> SafeString:
    shown = outline.hours_shown
    of_phase = numbers(phase.tally, hours_shown=shown) if phase else {}
    return kept(
        "roadmap/_today_figures.html",
        numbers(outline.tally) | {f"phase_{name}": number for name, number in of_phase.items()},
        phase=phase.phase if phase else None,
        two_tone=outline.tally.shown > 0,
        phase_two_tone=bool(phase and phase.tally.shown),
        has_skipped=outline.tally.skipped > 0,
        has_chosen=bool(outline.chosen),
        hours_shown=shown,
        oob=oob,
    )
