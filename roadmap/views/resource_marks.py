"""What a learner does with a resource: state, thumb, report."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.catalogue import Catalogue, at_version
from roadmap.kept_resources import reported
from roadmap.models import Note, ResourceProgress, ResourceReport
from roadmap.models.resource_marks import ResourceMarks, resource_marks_of
from roadmap.resource_forms import ReportForm, ResourceStateForm, SearchForm, ThumbForm
from roadmap.resource_screens import facet_rows, resource_screen
from roadmap.shelf import facets_of, shelf
from roadmap.shelf_index import index_of
from roadmap.snapshot import ResourceItem
from roadmap.views.origin import origin, origin_path
from roadmap.views.refused import refused
from roadmap.views.resources import resource_context, resource_or_404, selection_of

LIST, PAGE = "roadmap:resources", "roadmap:resource"
STATES = {"none": "is no longer saved", "saved": "is saved", "using": "is in use", "finished": "is finished"}
THUMBS = {1: "Thumb up for", 0: "No thumb any more for", -1: "Thumb down for"}


@require_POST
def resource_state(request: LearnerRequest, slug: str) -> HttpResponse:
    """Put the resource into the wanted state, whatever it was in."""
    marks = resource_marks_of(request.user.pk)
    catalogue = at_version(marks.version)
    item = resource_or_404(catalogue, slug)
    form = ResourceStateForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    state = form.cleaned_data["state"]
    ResourceProgress.objects.put_state(request.user, item.id, state)
    after = marks.with_mark(item.id, marks.of(item.id)._replace(state=state))
    return _changed(request, catalogue, after, item, f"{item.title} {STATES[state]}.")


@require_POST
def resource_thumb(request: LearnerRequest, slug: str) -> HttpResponse:
    """Set the learner's thumb up, down or to none."""
    marks = resource_marks_of(request.user.pk)
    catalogue = at_version(marks.version)
    item = resource_or_404(catalogue, slug)
    form = ThumbForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    thumb = form.cleaned_data["thumb"]
    ResourceProgress.objects.put_thumb(request.user, item.id, thumb)
    after = marks.with_mark(item.id, marks.of(item.id)._replace(thumb=thumb))
    return _changed(request, catalogue, after, item, f"{THUMBS[thumb]} {item.title}.")


@require_POST
def resource_report(request: LearnerRequest, slug: str) -> HttpResponse:
    """Report a problem; it stands on the resource, for everyone, until staff resolve it."""
    marks = resource_marks_of(request.user.pk)
    catalogue = at_version(marks.version)
    item = resource_or_404(catalogue, slug)
    form = ReportForm(request.POST, slug=slug)
    if not form.is_valid():
        if request.htmx:
            context = {"resource": item, "form": form, "oob": True}
            return TemplateResponse(request, "roadmap/_resource_report.html", context, status=422)
        note = Note.objects.of(request.user, resource_id=item.id)
        context = resource_context(catalogue, marks, item, request.user, note, form)
        return TemplateResponse(request, "roadmap/resource.html", context, status=422)
    problem = form.cleaned_data["problem"]
    ResourceReport.objects.put(request.user, item.id, problem, form.cleaned_data["comment"])
    after = marks.with_problem(item.id, problem)
    said = f"Thank you. Reported: {reported({problem})}."
    page = _sending_page(request, item)
    if not request.htmx:
        return _reopen(request, item, page, said)
    screen = resource_screen(catalogue, after, item) if page else {}
    template = "roadmap/updates/resource_report.html" if page else "roadmap/updates/said.html"
    context = {**screen, "form": ReportForm(slug=slug), "said": said, "oob": True}
    return TemplateResponse(request, template, context)


def _changed(
    request: LearnerRequest, catalogue: Catalogue, marks: ResourceMarks, item: ResourceItem, said: str
) -> HttpResponse:
    """Say `said`, and update or reopen the page that a state or a thumb was set on."""
    page = _sending_page(request, item)
    if not request.htmx:
        return _reopen(request, item, page, said)
    if not page:
        return TemplateResponse(request, "roadmap/updates/said.html", {"said": said, "oob": True})
    desk = page == PAGE or "desk" in request.POST
    context = {**resource_screen(catalogue, marks, item), "desk": desk, "said": said, "oob": True}
    if page == LIST:
        # A row that no longer matches stays until the list is asked for again: who slipped presses again.
        query = QueryDict(urlsplit(origin_path(request)).query)
        search = SearchForm(query)
        words = search.cleaned_data["q"] if search.is_valid() else ""
        selection, _ = selection_of(query, words, catalogue, marks, visitor=False)
        index = index_of(catalogue)
        found = shelf(index, facets_of(index, marks, visitor=False), selection, marks)
        context |= {"listed": True, "facets": facet_rows(catalogue, found.facets)}
    return TemplateResponse(request, "roadmap/updates/resource.html", context)


def _sending_page(request: LearnerRequest, item: ResourceItem) -> str:
    """Return LIST, PAGE (the resource's own), or nothing for any other page."""
    match = origin(request)
    if match and match.view_name == PAGE:
        return PAGE if match.kwargs["slug"] == item.slug else ""
    return LIST if match and match.view_name == LIST else ""


def _reopen(request: LearnerRequest, item: ResourceItem, page: str, said: str) -> HttpResponse:
    messages.success(request, said)
    row = f"{origin_path(request)}#resource-{item.slug}"
    return HttpResponseRedirect(row if page == LIST else reverse(PAGE, args=[item.slug]), status=303)
