"""Private notes on a skill, a project or a resource."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import LearnerRequest
from accounts.queued import APPLIED, MERGED, change_of, clock, not_taken, queued, told
from roadmap.catalogue import at_version
from roadmap.forms import NoteForm
from roadmap.models import Note
from roadmap.models.marks import marks_of
from roadmap.views.origin import origin_path


@require_POST
@queued
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
    if change_of(request):
        return _late(request, form, item.title, **{f"{kind}_id": item.id})
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


def _late(request: LearnerRequest, form: NoteForm, title: str, **thing: int) -> HttpResponse:
    """Save a note that waited on a device; when it was changed elsewhere meanwhile, both texts stay."""
    if not form.is_valid():
        return not_taken(form)
    text, at = form.cleaned_data["text"], request.change.at
    heading = f"From another device, {clock(request.user, at, timezone.now())}"
    base = request.POST.get("base", "")
    kept = Note.objects.put_late(request.user, text, base=base, at=at, heading=heading, **thing)
    if len(kept) > Note.MAX_LENGTH:
        form.add_error(
            "text",
            f"It was changed elsewhere, and both texts are longer than {Note.MAX_LENGTH:,} "
            "characters. Copy yours, and put it in by hand.",
        )
        return not_taken(form)
    merged = kept != text.replace("\r\n", "\n")
    said = (
        f"The note on {title} was changed elsewhere meanwhile: both texts are in it."
        if merged
        else f"Note on {title} saved."
    )
    return told(said, MERGED if merged else APPLIED)
