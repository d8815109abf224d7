"""What a change of progress altered on the page that sent it."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.safestring import SafeString

from roadmap.figures import (
    continue_html,
    module_count_html,
    module_figures_html,
    module_plate_html,
    phase_figures_html,
    phase_title_html,
)
from roadmap.fragments import join
from roadmap.kept_lines import line_html
from roadmap.next_step import Step, next_step
from roadmap.outline import Line, ModuleView, Outline, PhaseView
from roadmap.screens import phase_figures, roadmap_figures


@dataclass(frozen=True)
class Changes:
    """Rows as HTML, modules and phases whose figures moved, phases whose title or next step did.

    `step`: what is next now.
    """

    rows: SafeString
    modules: tuple[ModuleView, ...]
    phases: tuple[PhaseView, ...]
    titles: tuple[PhaseView, ...]
    step: Step | None


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
    step = next_step(after, 1).now
    was_now, is_now = _id(next_step(before, 1).now), _id(step)
    skills = [after.catalogue.skills[pk] for pk in touched]
    told = {skill.module_slug for skill in skills} | {skill.phase_slug for skill in skills}
    # The next step names its skill and may have been begun, so that its phase is told of both.
    moved = told | {
        after.catalogue.skills[pk].phase_slug for pk in (was_now, is_now) if pk and was_now != is_now
    }
    noticed = {*touched, was_now, is_now} if was_now != is_now else {*touched}
    rows = [
        line_html(
            after.catalogue,
            line,
            today,
            now=line.skill.id == is_now,
            full=bool(phase_slug),
            hours_shown=after.hours_shown,
        )
        for view in phases
        for module in view.modules
        for line, old in zip(module.lines, old_modules[module.module.id].lines, strict=True)
        if line.skill.id in noticed or (line is not old and line != old)
    ]
    return Changes(
        join(row.replace("<li ", '<li hx-swap-oob="true" ', 1) for row in rows),
        tuple(
            m
            for view in phases
            for m in view.modules
            if m.module.slug in told or m.tally != old_modules[m.module.id].tally
        ),
        tuple(v for v in phases if v.phase.slug in told or v.tally != old_phases[v.phase.id].tally),
        tuple(v for v in phases if v.phase.slug in moved or v.state != old_phases[v.phase.id].state),
        step,
    )


def phase_update(
    before: Outline, after: Outline, view: PhaseView, today: datetime.date, touched: Collection[int]
) -> dict[str, object]:
    """Return the pieces that a change moves on the page of the phase `view`."""
    moved = changes(before, after, today, view.phase.slug, touched)
    shown = after.hours_shown
    modules = (
        module_figures_html(m, hours_shown=shown, oob=True) + module_count_html(m, oob=True)
        for m in moved.modules
    )
    starts = {m.module.id: m.starts_at for phase in before.phases for m in phase.modules}
    plates = (
        module_plate_html(m, hours_shown=shown, oob=True)
        for m in view.modules
        if m.starts_at != starts[m.module.id]
    )
    return {
        "rows": moved.rows,
        "modules": join(modules) + join(plates),
        **phase_figures(after, view, moved.step, oob=True),
    }


def roadmap_update(
    before: Outline, after: Outline, today: datetime.date, touched: Collection[int]
) -> dict[str, object]:
    """Return the pieces that a change moves on the roadmap."""
    moved = changes(before, after, today, touched=touched)
    shown = after.hours_shown
    titles = (
        phase_title_html(view, moved.step, oob=True) + continue_html(view, moved.step, oob=True)
        for view in moved.titles
    )
    return {
        "rows": moved.rows,
        "modules": join(module_figures_html(m, hours_shown=shown, oob=True) for m in moved.modules),
        "phases": join(phase_figures_html(view, hours_shown=shown, oob=True) for view in moved.phases),
        "titles": join(titles),
        **roadmap_figures(after, oob=True),
    }


def _id(step: Step | None) -> int:
    return step.line.skill.id if step else 0


def sentence(line: Line, outline: Outline) -> str:
    """Return what the live region says: “Chain rule done. 14 of 18 skills in Foundation building.”"""
    words = {"open": "is open again", "learning": "under way", "done": "done", "skipped": "skipped"}
    view = outline.phase(line.skill.phase_slug)
    figures = f" {view.tally.done} of {view.tally.total} skills in {view.phase.title}." if view else ""
    return f"{line.skill.title} {words[line.state]}.{figures}"
