"""The resource list with its filters, and one resource's page."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from accounts.models import User
from roadmap.catalogue import Catalogue, at_version
from roadmap.forms import NoteForm
from roadmap.models import Note
from roadmap.models.resource_marks import ResourceMarks, resource_marks_of
from roadmap.resource_forms import ReportForm, SearchForm
from roadmap.resource_screens import list_screen, resource_screen
from roadmap.selection import Selection, Unknown, read
from roadmap.shelf import facets_of
from roadmap.shelf_index import index_of
from roadmap.snapshot import ResourceItem
from roadmap.views.page import learner, page


@require_safe
@login_not_required
def resources(request: HttpRequest) -> HttpResponse:
    user = learner(request)
    marks = resource_marks_of(user.pk if user else None)
    catalogue = at_version(marks.version)
    form = SearchForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    selection, unknown = selection_of(request.GET, query, catalogue, marks, visitor=user is None)

    def context() -> dict[str, Any]:
        return {
            "section": "resources",
            "form": form,
            "unknown": unknown,
            "visitor": user is None,
            **list_screen(catalogue, marks, selection, visitor=user is None),
        }

    if form.errors:
        return TemplateResponse(request, "roadmap/resources.html", context(), status=422)
    response = page(request, "roadmap/resources.html", marks.fingerprint, context)
    # Otherwise empty fields and unknown values would stand in the address that htmx shows.
    response["HX-Push-Url"] = request.path + selection.query_string
    return response


@require_safe
@login_not_required
def resource(request: HttpRequest, slug: str) -> HttpResponse:
    user = learner(request)
    marks = resource_marks_of(user.pk if user else None)
    catalogue = at_version(marks.version)
    item = resource_or_404(catalogue, slug)
    note = Note.objects.of(user, resource_id=item.id) if user else None
    fingerprint = f"{marks.fingerprint} {note.saved_at if note else ''}"
    form = ReportForm(slug=slug)
    return page(
        request,
        "roadmap/resource.html",
        fingerprint,
        lambda: resource_context(catalogue, marks, item, user, note, form),
    )


def resource_or_404(catalogue: Catalogue, slug: str) -> ResourceItem:
    item = catalogue.resource_by_slug.get(slug)
    if item is None:
        raise Http404("There is no such resource.")
    return item


def resource_context(
    catalogue: Catalogue,
    marks: ResourceMarks,
    item: ResourceItem,
    user: User | None,
    note: Note | None,
    form: ReportForm,
) -> dict[str, Any]:
    """The context of resource.html; `form` is the report, `note` the learner's own."""
    return {
        "section": "resources",
        **resource_screen(catalogue, marks, item),
        "visitor": user is None,
        "note": note,
        "note_form": NoteForm({"text": note.text} if note else None),
        "form": form,
    }


def selection_of(
    query: QueryDict, words: str, catalogue: Catalogue, marks: ResourceMarks, *, visitor: bool
) -> tuple[Selection, list[Unknown]]:
    """Return what a query string asks for, with `words` searched for, and what in it no filter knows."""
    facets = facets_of(index_of(catalogue), marks, visitor=visitor)
    known = {facet.name: [choice.value for choice in facet.choices] for facet in facets}
    selection, unknown = read(words, query.getlist, known)
    if visitor and query.getlist("mine"):
        unknown.append(Unknown("mine", ""))
    return selection, unknown
