"""Rows and filters of the resource list as HTML, rendered once per state and kept with the snapshot.

As with skills (see also `kept_lines`), nothing of a learner is kept: problems and counts are filled in.
"""

from collections.abc import Set

from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from roadmap.catalogue import Catalogue
from roadmap.models import ResourceProgress, ResourceReport
from roadmap.models.resource_marks import ResourceMark
from roadmap.shelf import CountedChoice
from roadmap.snapshot import ResourceItem

_GAP = "<!--gap-->"
PROBLEMS = {"dead": "the link is dead", "not-free": "it is no longer free", "wrong": "something is wrong"}


def resource_html(
    catalogue: Catalogue, item: ResourceItem, mark: ResourceMark, problems: Set[str], *, visitor: bool = False
) -> SafeString:
    """Return the row of a resource; `visitor` leads to sign-up."""
    key = ("resource", item.id, mark, visitor)
    kept = catalogue.kept.get(key)
    if kept is None:
        context = {
            "resource": item,
            "mark": mark,
            "phase": catalogue.phase(item.phase),
            "visitor": visitor,
            "states": ResourceProgress.State.choices,
        }
        kept = catalogue.kept[key] = _render("roadmap/_resource_row.html", context)
    head, tail = kept
    return mark_safe(head + reported_html(problems) + tail)  # noqa: S308  # nosec B308, B703: all parts are rendered with autoescape


def choice_html(catalogue: Catalogue, counted: CountedChoice) -> SafeString:
    """Return the checkbox of a filter's value with its count."""
    facet, choice, count, chosen = counted
    key = ("choice", facet, choice.value, chosen)
    kept = catalogue.kept.get(key)
    if kept is None:
        kept = catalogue.kept[key] = _render("roadmap/_resource_choice.html", {"counted": counted})
    return mark_safe(f"{kept[0]}{count}{kept[1]}")  # noqa: S308  # nosec B308, B703: as above, and a number


def reported_html(problems: Set[str]) -> SafeString:
    """Return the line that says what learners reported, or nothing."""
    if not problems:
        return SafeString()
    return format_html("<p class=\"s\"><b>Reported:</b> {}.</p>", reported(problems))


def reported(problems: Set[str]) -> str:
    """Return “the link is dead and it is no longer free. We are looking at it”."""
    named = [PROBLEMS[value] for value in ResourceReport.Problem.values if value in problems]
    return f"{' and '.join(filter(None, [', '.join(named[:-1]), *named[-1:]]))}. We are looking at it"


def _render(template: str, context: dict[str, object]) -> tuple[str, str]:
    html = "".join(get_template(template).render(context).split("\n"))
    head, _, tail = html.partition(_GAP)
    return head, tail
