"""What the resource pages show, for the whole page and for its updates alike."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from roadmap.catalogue import Catalogue
from roadmap.kept_resources import choices_html, reported_html, resources_html
from roadmap.models import ResourceProgress
from roadmap.models.resource_marks import ResourceMarks
from roadmap.selection import Selection
from roadmap.shelf import CountedFacet, facets_of, shelf
from roadmap.shelf_index import JOB_SEARCH, index_of
from roadmap.snapshot import ResourceItem


class FacetRows(NamedTuple):
    """A filter with its choices as one piece of HTML."""

    facet: CountedFacet
    html: SafeString


def list_screen(
    catalogue: Catalogue, marks: ResourceMarks, selection: Selection, *, visitor: bool = False
) -> dict[str, Any]:
    """The resource list under a selection."""
    index = index_of(catalogue)
    found = shelf(index, facets_of(index, marks, visitor=visitor), selection, marks)
    return {
        "shelf": found,
        "selection": selection,
        "rows": resources_html(catalogue, found.items, marks, visitor=visitor),
        "facets": facet_rows(catalogue, found.facets),
        "total": len(catalogue.resources),
        "checked_on": max((item.checked_on for item in catalogue.resources), default=None),
    }


def facet_rows(catalogue: Catalogue, facets: Sequence[CountedFacet]) -> list[FacetRows]:
    """The filters as they stand in the form."""
    return [FacetRows(facet, choices_html(catalogue, facet.choices)) for facet in facets]


def resource_screen(catalogue: Catalogue, marks: ResourceMarks, item: ResourceItem) -> dict[str, Any]:
    """One resource, and what lies around it."""
    return {
        "resource": item,
        "mark": marks.of(item.id),
        "reported": reported_html(marks.reported(item.id)),
        "phase": catalogue.phase(item.phase),
        "phase_value": item.phase or JOB_SEARCH,
        "state": ResourceProgress.State(marks.of(item.id).state).label,
        "states": [choice for choice in ResourceProgress.State.choices if choice[0] != "none"],
        "instead": catalogue.resource_by_slug.get(item.instead[0]) if item.instead else None,
        "stands_in_for": [
            other for other in catalogue.resources if other.instead and other.instead[0] == item.slug
        ],
        "skills": [
            skill for skill in catalogue.skills.values() if item in skill.resources and not skill.retired
        ],
    }
