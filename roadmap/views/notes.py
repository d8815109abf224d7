"""Private notes on a skill, a project or a resource."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from roadmap.catalogue import at_version
from roadmap.forms import NoteForm
from roadmap.models import Note
from roadmap.models.marks import marks_of
from roadmap.views.origin import origin_path


@require_POST
def note(request: LearnerRequest, kind: str, slug: str) -> HttpResponse:
    """Save the note; with an error the text comes back as it was typed, with the reason beside it."""
    catalogue = at_version(marks_of(None).version)
    items = {
        "skill": catalogue.skill_by_slug.get(slug),
        "project": catalogue.project(slug),
        "resource": catalogue.resource_by_slug.get(slug),
    }
    item = items[kind]
    if item is None:
        raise Http404(f"There is no such {kind}.")
    form = NoteForm(request.POST)
    context = {"form": form, "kind": kind, "item": item}
    if not form.is_valid():
        template = "roadmap/_note_status.html" if request.htmx else "roadmap/note.html"
        return TemplateResponse(request, template, context, status=422)
    Note.objects.put(request.user, form.cleaned_data["text"], **{f"{kind}_id": item.id})
    if not request.htmx:
        return HttpResponseRedirect(
            origin_path(request) or reverse(f"roadmap:{kind}", args=[slug]), status=303
        )
    saved = Note.objects.of(request.user, **{f"{kind}_id": item.id})
    return TemplateResponse(request, "roadmap/_note_status.html", context | {"note": saved})
