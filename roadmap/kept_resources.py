"""Rows and filters of the resource list as HTML, rendered once per state and kept with the snapshot.

As with skills (see also `kept_lines`), nothing of a learner is kept: problems and counts are filled in.
"""

from collections.abc import Iterable, Set

from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roadmap.catalogue import Catalogue
from roadmap.fragments import plain
from roadmap.models import ResourceProgress, ResourceReport
from roadmap.models.resource_marks import ResourceMarks
from roadmap.shelf import CountedChoice
from roadmap.snapshot import ResourceItem
from roadmap.words import listed

_GAP = "<!--gap-->"
PROBLEMS = {"dead": "the link is dead", "not-free": "it is no longer free", "wrong": "something is wrong"}


def resources_html(
    catalogue: Catalogue, items: Iterable[ResourceItem], marks: ResourceMarks, *, visitor: bool = False
) -> SafeString:
    """Return the rows of resources; `visitor` leads to sign-up."""
    parts: list[str] = []
    for item in items:
        mark = marks.of(item.id)
        key = ("resource", item.id, mark, visitor)
        kept = catalogue.kept.get(key)
        if kept is None:
            context = {
                "resource": item,
                "mark": mark,
                "phase": catalogue.phase(item.phase),
                "visitor": visitor,
                "state": ResourceProgress.State(mark.state).label,
            }
            kept = catalogue.kept[key] = _render("roadmap/_resource_row.html", context)
        head, tail = kept
        parts += (head, reported_html(marks.reported(item.id)), tail) if item.id in marks.problems else kept
    return SafeString("".join(parts))


def choices_html(catalogue: Catalogue, choices: Iterable[CountedChoice]) -> SafeString:
    """Return the checkboxes of a filter with their counts."""
    parts: list[str] = []
    for counted in choices:
        key = ("choice", counted.facet, counted.choice.value, counted.chosen)
        kept = catalogue.kept.get(key)
        if kept is None:
            kept = catalogue.kept[key] = _render("roadmap/_resource_choice.html", {"counted": counted})
        parts += (kept[0], str(counted.matches), kept[1])
    return SafeString("".join(parts))


def reported_html(problems: Set[str]) -> SafeString:
    """Return the line that says what learners reported, or nothing."""
    if not problems:
        return SafeString()
    return format_html('<p class="s"><b>Reported:</b> {}.</p>', reported(problems))


def reported(problems: Set[str]) -> str:
    """Return “the link is dead and it is no longer free. We are looking at it”."""
    named = [PROBLEMS[value] for value in ResourceReport.Problem.values if value in problems]
    return f"{listed(named)}. We are looking at it"


def _render(template: str, context: dict[str, object]) -> tuple[str, str]:
    html = plain("".join(get_template(template).render(context).split("\n")))
    head, _, tail = html.partition(_GAP)
    return head, tail
