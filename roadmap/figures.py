"""The figures that move with a tick, as HTML: their shapes are kept, the numbers are filled in.

`oob` makes a piece that htmx puts into its place on a page that is open.
"""

import datetime

from django.utils.safestring import SafeString

from roadmap import elevation
from roadmap.days import hours
from roadmap.elevation import Profile
from roadmap.fragments import kept
from roadmap.next_step import Step
from roadmap.outline import ModuleView, Outline, PhaseView
from roadmap.snapshot import PhaseItem
from roadmap.tally import Tally


def profile_html(
    profile: Profile,
    phases: tuple[PhaseItem, ...],
    title: str,
    *,
    current: str = "",
    here: str = "",
    likely: datetime.date | None = None,
    lanes: bool = False,
    brief: bool = False,
    oob: bool = False,
) -> SafeString:
    """Draw the trail: `here` are the words beside the marker, `current` the slug of a phase to mark.

    `likely`: the day of arrival, whose month the flag bears. `lanes`: the phases overlap as on the scale.
    `brief`: without their months.
    """
    return kept(
        "roadmap/_profile.html",
        {
            "title": title,
            "start": profile.start,
            "walked": profile.walked,
            "to_walk": profile.to_walk,
            "x": profile.x,
            "y": profile.y,
            "here": here,
            "goal": f"{likely:%b %Y}" if likely else "First role",
            "finish": f"The likely finish is {likely:%B %Y}." if likely else "",
        },
        leg=profile.leg,
        marked=bool(here),
        dated=bool(likely),
        to_the_left=profile.anchor_end,
        phases=phases,
        current=current,
        lanes=lanes,
        brief=brief,
        oob=oob,
    )


def trail_html(
    outline: Outline,
    *,
    likely: datetime.date | None = None,
    lanes: bool = False,
    visitor: bool = False,
    oob: bool = False,
) -> SafeString:
    """Draw how far along the whole roadmap somebody is; a visitor is nowhere. `likely`: as above."""
    tally, phases = outline.tally, outline.catalogue.phases
    profile = elevation.whole(tally.share)
    if visitor:
        title = "Elevation profile: the four phases over fourteen months."
        return profile_html(profile, phases, title, lanes=lanes, oob=oob)
    title, here = f"Elevation profile of your roadmap. {_done(tally)} skills are done.", "You are here"
    if outline.hours_shown:
        done = hours(tally.hours_done)
        title = f"Elevation profile of your roadmap. You are at hour {done} of {hours(tally.hours_total)}."
        here = f"You are here, hour {done}"
    return profile_html(
        profile,
        phases,
        title,
        here=here if tally.hours_done > 0 else "Trailhead",
        likely=likely,
        lanes=lanes,
        oob=oob,
    )


def _done(tally: Tally) -> str:
    return f"{tally.done} of {tally.total}"


def leg_html(
    view: PhaseView, phases: tuple[PhaseItem, ...], *, hours_shown: bool = True, oob: bool = False
) -> SafeString:
    """Draw how far along a phase somebody is."""
    phase, tally = view.phase, view.tally
    done = f"{_done(tally)} of its skills are done."
    if hours_shown:
        done = f"{hours(tally.hours_done)} of its {hours(tally.hours_total)} hours are done."
    title = (
        f"Elevation profile with phase {phase.number}, months {phase.month_start} to {phase.month_end}, "
        f"marked. {done}"
    )
    profile = elevation.leg(phase.month_start, phase.month_end, tally.share)
    return profile_html(profile, phases, title, current=phase.slug, oob=oob)


def phase_progress_html(
    view: PhaseView, step: Step | None, *, hours_shown: bool = True, oob: bool = False
) -> SafeString:
    """Say how much of a phase is done, and name the next skill (`step`) when it lies there."""
    now = step.line.skill if step and step.line.skill.phase_slug == view.phase.slug else None
    return kept(
        "roadmap/_phase_progress.html",
        numbers(view.tally, hours_shown=hours_shown),
        number=view.phase.number,
        empty=view.tally.empty,
        two_tone=view.tally.shown > 0,
        hours_shown=hours_shown,
        now=now,
        oob=oob,
    )


def phase_figures_html(view: PhaseView, *, hours_shown: bool = True, oob: bool = False) -> SafeString:
    """Say how much of a phase is done and left."""
    return kept(
        "roadmap/_phase_figures.html",
        numbers(view.tally, hours_shown=hours_shown),
        phase=view.phase,
        hours_shown=hours_shown,
        empty=view.tally.empty,
        two_tone=view.tally.shown > 0,
        has_skipped=view.tally.skipped > 0,
        oob=oob,
    )


def overall_html(outline: Outline, *, visitor: bool = False, oob: bool = False) -> SafeString:
    """Say how much of the whole roadmap is done."""
    return kept(
        "roadmap/_overall.html",
        numbers(outline.tally),
        hours_shown=outline.hours_shown,
        visitor=visitor,
        two_tone=outline.tally.shown > 0,
        oob=oob,
    )


def module_figures_html(view: ModuleView, *, hours_shown: bool = True, oob: bool = False) -> SafeString:
    """Say how much of a module is done and left, and what is under way."""
    return kept("roadmap/_module_figures.html", {}, m=view.figures, hours_shown=hours_shown, oob=oob)


def module_plate_html(view: ModuleView, *, hours_shown: bool = True, oob: bool = False) -> SafeString:
    """Say at which hour of the trail a module starts."""
    return kept("roadmap/_module_plate.html", {}, m=view.figures, hours_shown=hours_shown, oob=oob)


def module_count_html(view: ModuleView, *, oob: bool = False) -> SafeString:
    """Say in few characters how much of a module is done."""
    return kept("roadmap/_module_count.html", {}, m=view.figures, oob=oob)


def phase_title_html(view: PhaseView, step: Step | None, *, oob: bool = False) -> SafeString:
    """Name a phase, and say whether the next skill (`step`) lies there."""
    is_now = bool(step and step.line.skill.phase_slug == view.phase.slug)
    return kept("roadmap/_phase_title.html", {}, phase=view.phase, state=view.state, is_now=is_now, oob=oob)


def continue_html(view: PhaseView, step: Step | None, *, oob: bool = False) -> SafeString:
    """Lead on to the next skill (`step`) when it lies in this phase."""
    here = step if step and step.line.skill.phase_slug == view.phase.slug else None
    return kept(
        "roadmap/_continue.html",
        {},
        phase=view.phase,
        skill=here.line.skill if here else None,
        left_off=bool(here and here.left_off),
        oob=oob,
    )


def numbers(tally: Tally, *, hours_shown: bool = True) -> dict[str, object]:
    """Return the gaps that a tally fills; `value` and `max`, or the widths in percent, are for a bar.

    The bar is of hours, or else of skills.
    """
    of = tally.total or 1
    share, shown = (tally.share, tally.share_shown) if hours_shown else (tally.done / of, tally.shown / of)
    return {
        "done": tally.done,
        "shown": tally.shown,
        "total": tally.total,
        "skipped": tally.skipped,
        "hours_done": hours(tally.hours_done),
        "hours_left": hours(tally.hours_left),
        "hours_total": hours(tally.hours_total),
        "value": f"{tally.hours_done:.1f}" if hours_shown else tally.done,
        "max": f"{tally.hours_total:.1f}" if hours_shown else tally.total,
        "done_width": f"{share * 100:.1f}",
        "shown_width": f"{shown * 100:.1f}",
    }
