"""What each page of the trail shows, from one outline: for the whole page and for its updates alike."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from roadmap import elevation
from roadmap.days import hours, short_day
from roadmap.fragments import kept
from roadmap.kept_lines import lines_html
from roadmap.next_step import next_step
from roadmap.outline import Outline, PhaseView
from roadmap.snapshot import SkillItem

PHASE_MODULE, ROADMAP_MODULE = "roadmap/_phase_module.html", "roadmap/_roadmap_module.html"


@dataclass(frozen=True)
class PhaseRows:
    """A phase with its modules as one piece of HTML; `now` when it holds the next skill."""

    view: PhaseView
    modules: SafeString
    now: bool


def roadmap_screen(outline: Outline, today: datetime.date, *, visitor: bool = False) -> dict[str, Any]:
    """The whole roadmap: every phase with every row."""
    figures = roadmap_figures(outline, visitor=visitor)
    now = figures["now"]
    return figures | {
        "rows": [
            PhaseRows(
                view,
                _modules(ROADMAP_MODULE, outline, view, today, now, visitor=visitor),
                bool(now and now.phase_slug == view.phase.slug),
            )
            for view in outline.phases
        ],
    }


def roadmap_figures(outline: Outline, *, visitor: bool = False) -> dict[str, Any]:
    """What of the whole roadmap moves with a tick, without the rows."""
    step = None if visitor else next_step(outline, 1).now
    return {
        "outline": outline,
        "step": step,
        "now": step.line.skill if step else None,
        **_whole_profile(outline, visitor=visitor),
    }


def phase_screen(
    outline: Outline, view: PhaseView, today: datetime.date, *, visitor: bool = False
) -> dict[str, Any]:
    """One phase with its rows, hints and resources."""
    figures = phase_figures(outline, view, visitor=visitor)
    phases = outline.phases
    return figures | {
        "modules": _modules(PHASE_MODULE, outline, view, today, figures["now"], visitor=visitor),
        "links": SafeString("".join(kept("roadmap/_module_link.html", m=m.figures) for m in view.modules)),
        "following": phases[phases.index(view) + 1] if view is not phases[-1] else None,
    }


def phase_figures(outline: Outline, view: PhaseView, *, visitor: bool = False) -> dict[str, Any]:
    """What of a phase moves with a tick; `now` is the next skill when it lies here."""
    step = None if visitor else next_step(outline, 1).now
    first, last = view.phase.month_start, view.phase.month_end
    return {
        "outline": outline,
        "view": view,
        "now": step.line.skill if step and step.line.skill.phase_slug == view.phase.slug else None,
        "profile": elevation.leg(first, last, view.tally.share),
        "profile_title": f"Elevation profile with phase {view.phase.number}, months {first} to {last}, "
        f"marked. {hours(view.tally.hours_done)} of its {hours(view.tally.hours_total)} hours are done.",
        "phases": outline.catalogue.phases,
        "current": view.phase.slug,
        "lanes": False,
    }


def skill_screen(outline: Outline, skill: SkillItem, today: datetime.date) -> dict[str, Any]:
    """One skill: its line, what lies around it, and its parts."""
    line = outline.line(skill)
    known = outline.catalogue.skills
    step = next_step(outline, 1).now
    return {
        "outline": outline,
        "skill": skill,
        "line": line,
        "when": short_day(line.done_on, today) if line.done_on else "",
        "today": today,
        "before": [outline.line(known[pk]) for pk in skill.comes_after],
        "opens": [outline.line(known[pk]) for pk in skill.opens],
        "steps": [outline.line(known[pk]) for pk in skill.parts],
        "whole": outline.line(known[skill.part_of]) if skill.part_of else None,
        "is_next": bool(step and step.line.skill.id == skill.id),
    }


def today_screen(outline: Outline, today: datetime.date, joined: datetime.date) -> dict[str, Any]:
    """What to do now, what was done last, and where that is on the profile."""
    following = next_step(outline)
    started = min(outline.marks.started_on or joined, today)
    return {
        "outline": outline,
        "next": following,
        "today": today,
        "week": max((today - started).days, 0) // 7 + 1,
        "first_day": not outline.marks.skills,
        "last_when": short_day(following.last_done.done_on, today)
        if following.last_done and following.last_done.done_on
        else "",
        "phase": outline.phase(following.now.line.skill.phase_slug) if following.now else None,
        **_whole_profile(outline, visitor=False),
        "lanes": False,
    }


def _modules(
    template: str,
    outline: Outline,
    view: PhaseView,
    today: datetime.date,
    now: SkillItem | None,
    *,
    visitor: bool,
) -> SafeString:
    """Return the modules of `view` with their rows; the one with the next skill is open.

    On a phase page, where that may lie elsewhere, it is the first.
    """
    full = template == PHASE_MODULE
    opened = now.module_id if now else view.modules[0].module.id if full else 0
    html = []
    for module in view.modules:
        lines = [module.lines[place] for place in module.module.rows]
        here = now.id if now else 0
        rows = lines_html(outline.catalogue, lines, today, now=here, full=full, visitor=visitor)
        is_open = module.module.id == opened
        html.append(kept(template, rows, m=module.figures, open=is_open, visitor=visitor))
    return SafeString("".join(html))


def _whole_profile(outline: Outline, *, visitor: bool) -> dict[str, Any]:
    tally = outline.tally
    begun = tally.hours_done > 0
    return {
        "phases": outline.catalogue.phases,
        "profile": elevation.whole(tally.share),
        "profile_title": "Elevation profile: the four phases over fourteen months."
        if visitor
        else f"Elevation profile of your roadmap. You are at hour {hours(tally.hours_done)} "
        f"of {hours(tally.hours_total)}.",
        "here": ""
        if visitor
        else (f"You are here, hour {hours(tally.hours_done)}" if begun else "Trailhead"),
        "lanes": True,
    }
