"""What a change of progress altered on the page that sent it."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.safestring import SafeString

from roadmap.kept_lines import line_html
from roadmap.next_step import next_step
from roadmap.outline import Line, ModuleView, Outline, PhaseView


@dataclass(frozen=True)
class Changes:
    """Rows as HTML, and the modules and phases whose figures moved."""

    rows: tuple[SafeString, ...]
    modules: tuple[ModuleView, ...]
    phases: tuple[PhaseView, ...]


def changes(
    before: Outline,
    after: Outline,
    today: datetime.date,
    phase_slug: str = "",
    touched: Collection[int] = (),
) -> Changes:
    """Compare two outlines; with `phase_slug`, only within that phase, and with the long rows.

    The skills in `touched` (ids) count as changed: a page left open may still show what was before.
    """
    phases = [view for view in after.phases if not phase_slug or view.phase.slug == phase_slug]
    old_phases = {view.phase.id: view for view in before.phases}
    old_modules = {view.module.id: view for old in old_phases.values() for view in old.modules}
    was_now, is_now = _now(before), _now(after)
    skills = [after.catalogue.skills[pk] for pk in touched]
    told = {skill.module_slug for skill in skills} | {skill.phase_slug for skill in skills}
    rows = [
        line_html(after.catalogue, line, today, now=line.skill.id == is_now, full=bool(phase_slug))
        for view in phases
        for module in view.modules
        for line in module.lines
        if line.skill.id in touched
        or line != before.lines[line.skill.id]
        or (was_now != is_now and line.skill.id in (was_now, is_now))
    ]
    return Changes(
        tuple(SafeString(row.replace("<li ", '<li hx-swap-oob="true" ', 1)) for row in rows),
        tuple(
            m
            for view in phases
            for m in view.modules
            if m.module.slug in told or m.tally != old_modules[m.module.id].tally
        ),
        tuple(v for v in phases if v.phase.slug in told or v.tally != old_phases[v.phase.id].tally),
    )


def _now(outline: Outline) -> int:
    step = next_step(outline, 1).now
    return step.line.skill.id if step else 0


def sentence(line: Line, outline: Outline) -> str:
    """Return what the live region says: “Chain rule done. 14 of 18 skills in Foundation building.”"""
    words = {"open": "is open again", "learning": "under way", "done": "done", "skipped": "skipped"}
    view = outline.phase(line.skill.phase_slug)
    figures = f" {view.tally.done} of {view.tally.total} skills in {view.phase.title}." if view else ""
    return f"{line.skill.title} {words[line.state]}.{figures}"
