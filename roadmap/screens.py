"""What each page of the trail shows, from one outline: for the whole page and for its updates alike."""

import datetime
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from roadmap import figures
from roadmap.catalogue import Catalogue
from roadmap.days import short_day
from roadmap.fragments import Shell, join, kept
from roadmap.kept_lines import lines_html
from roadmap.next_step import Step, next_step
from roadmap.outline import ModuleView, Outline, PhaseView
from roadmap.snapshot import SkillItem

PHASE_MODULE, ROADMAP_MODULE = "roadmap/_phase_module.html", "roadmap/_roadmap_module.html"


def roadmap_screen(outline: Outline, today: datetime.date, token: str, *, visitor: bool = False) -> Shell:
    """The whole roadmap: every phase with every row. `token` is for the page's forms."""
    step = None if visitor else next_step(outline, 1).now
    phases = (_roadmap_phase(outline, view, today, step, token, visitor=visitor) for view in outline.phases)
    milestones = (
        kept("roadmap/_milestone_link.html", {}, item=m.milestone, done_on=m.done_on, phase=view.phase)
        for view in outline.phases
        for m in view.milestones
    )
    gone = outline.off_roadmap
    return Shell(
        {},
        {
            "csrf_token": token,
            **roadmap_figures(outline, visitor=visitor),
            "phases": join(phases),
            "milestones": join(milestones),
            "off_roadmap": render_to_string("roadmap/_off_roadmap.html", {"lines": gone}) if gone else "",
        },
    )


def roadmap_figures(outline: Outline, *, visitor: bool = False, oob: bool = False) -> dict[str, object]:
    """What of the whole roadmap moves with every tick, without the rows."""
    return {
        "overall": figures.overall_html(outline, visitor=visitor, oob=oob),
        "profile": figures.trail_html(outline, lanes=True, visitor=visitor, oob=oob),
    }


def phase_screen(
    outline: Outline, view: PhaseView, today: datetime.date, token: str, *, visitor: bool = False
) -> Shell:
    """One phase with its rows, hints and resources. `token` is for the page's forms."""
    step = None if visitor else next_step(outline, 1).now
    now = step.line.skill if step and step.line.skill.phase_slug == view.phase.slug else None
    phases = outline.catalogue.phases
    place = phases.index(view.phase) + 1
    links = (kept("roadmap/_module_link.html", {}, m=module.figures) for module in view.modules)
    return Shell(
        {
            "phase": view.phase,
            "following": phases[place] if place < len(phases) else None,
            "visitor": visitor,
        },
        {
            "csrf_token": token,
            **phase_figures(outline, view, step),
            "modules": _modules(PHASE_MODULE, outline, view, today, now, visitor=visitor),
            "links": join(links),
            "milestones": _milestones(view, today, token, visitor=visitor),
        },
    )


def phase_figures(
    outline: Outline, view: PhaseView, step: Step | None, *, oob: bool = False
) -> dict[str, object]:
    """What of a phase moves with every tick; `step` is the next one, wherever it lies."""
    return {
        "progress": figures.phase_progress_html(view, step, hours_shown=outline.hours_shown, oob=oob),
        "profile": figures.leg_html(view, outline.catalogue.phases, hours_shown=outline.hours_shown, oob=oob),
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


def _roadmap_phase(
    outline: Outline,
    view: PhaseView,
    today: datetime.date,
    step: Step | None,
    token: str,
    *,
    visitor: bool,
) -> SafeString:
    """Return one phase of the roadmap; the choice of specializations is made where they lie."""
    now = step.line.skill if step else None
    choice: object = ""
    if view.forks and not visitor:
        choice = kept(
            "roadmap/_specializations.html",
            {"csrf_token": token},
            specializations=outline.catalogue.specializations,
            chosen=outline.marks.specializations,
        )
    return kept(
        "roadmap/_roadmap_phase.html",
        {
            "title": figures.phase_title_html(view, step),
            "figures": figures.phase_figures_html(view, hours_shown=outline.hours_shown),
            "next": figures.continue_html(view, step),
            "modules": _modules(ROADMAP_MODULE, outline, view, today, now, visitor=visitor),
            "specializations": choice,
        },
        phase=view.phase,
        state=view.state,
        is_now=bool(now and now.phase_slug == view.phase.slug),
    )


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
    html = (
        _module(
            template,
            outline.catalogue,
            module,
            today,
            now.id if now and now.module_id == module.module.id else 0,
            is_open=module.module.id == opened,
            hours_shown=outline.hours_shown,
            visitor=visitor,
        )
        for module in view.modules
    )
    return join(html)


# About sixty roadmaps of 330 kB.
@lru_cache(maxsize=1_500)
def _module(
    template: str,
    catalogue: Catalogue,
    view: ModuleView,
    today: datetime.date,
    now: int,
    *,
    is_open: bool,
    hours_shown: bool,
    visitor: bool,
) -> SafeString:
    """Return a module with its rows; `now` is the id of the skill to do next when it lies there."""
    lines = [view.lines[place] for place in view.module.rows]
    rows = lines_html(
        catalogue,
        lines,
        today,
        now=now,
        full=template == PHASE_MODULE,
        visitor=visitor,
        hours_shown=hours_shown,
    )
    return kept(
        template, {"rows": rows}, m=view.figures, open=is_open, hours_shown=hours_shown, visitor=visitor
    )


def _milestones(view: PhaseView, today: datetime.date, token: str, *, visitor: bool) -> SafeString:
    """Return the milestones of a phase; the notes on them are filled in."""
    html = []
    for milestone in view.milestones:
        gaps: dict[str, object] = {"csrf_token": token}
        values = {"milestone": milestone, "today": today, "visitor": visitor}
        if milestone.note:
            gaps |= {"note": milestone.note, "note_html": linebreaksbr(milestone.note)}
            milestone = replace(milestone, note="noted")
            values |= {"milestone": milestone, "noted": True}
        if milestone.shown_by:
            link = render_to_string("roadmap/builds/_link.html", {"build": milestone.shown_by})
            gaps |= {"build_html": link}
            values |= {"milestone": replace(milestone, shown_by=None), "named": True}
        html.append(kept("roadmap/_milestone.html", gaps, **values))
    return join(html)
