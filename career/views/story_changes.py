"""A story told, deleted, and both undone."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.http import LearnerRequest
from career.models import Story
from career.story_forms import ToldForm
from career.story_list import stories_screen, view_of
from roadmap.outline import outline_for
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token

KIND = "story"


@require_POST
def story_told(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Note that it was told today, and where."""
    row = get_object_or_404(Story.everything.of(request.user), pk=pk)
    form = ToldForm(request.POST)
    today = request.user.today()
    if not form.is_valid():
        return _refused(request, row, form)
    was = row.told
    row.told_on, row.told_to = today, form.cleaned_data["where"]
    row.save(update_fields=["told_on", "told_to"])
    said = f"{row.title}: told today{', ' if row.told_to else ''}{row.told_to}."
    undo = row_token(request.user.pk, KIND, [RowChange(str(pk), was, row.told)])
    return _told(request, row, said, undo)


@require_POST
def story_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Story, user=request.user, pk=pk)
    now = timezone.now()
    Story.everything.delete_one(row, now)
    change = RowChange(str(pk), {"deleted_at": None}, {"deleted_at": now.isoformat()})
    undo = row_token(request.user.pk, KIND, [change])
    messages.success(request, f"{row.title} is deleted.", extra_tags=undo)
    return HttpResponseRedirect(reverse("career:stories"), status=303)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo what a token of ours says, and show the story as it is now."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return _go(request, None, "This can no longer be undone.")
    done = Story.everything.put_back(request.user, change.id, change.was or {}, change.became or {})
    row = Story.everything.of(request.user).filter(pk=change.id).first()
    if row is None:
        return _go(request, None, "This story is gone for good.")
    said = f"Undone: {row.title} is as it was." if done else f"{row.title} changed again since, so it stays."
    return _go(request, row, said)


def _go(request: LearnerRequest, row: Story | None, said: str) -> HttpResponse:
    path = reverse("career:story", args=[row.pk]) if row else reverse("career:stories")
    messages.success(request, said)
    return HttpResponseClientRedirect(path) if request.htmx else HttpResponseRedirect(path, status=303)


def _told(request: LearnerRequest, row: Story, said: str, undo: str) -> HttpResponse:
    if not request.htmx:
        messages.success(request, said, extra_tags=undo)
        return HttpResponseRedirect(reverse("career:story", args=[row.pk]), status=303)
    current = view_of(row, request.user.today())
    context = {"said": said, "undo": undo, "oob": True, "current": current}
    return TemplateResponse(request, "career/updates/told.html", context)


def _refused(request: LearnerRequest, row: Story, form: ToldForm) -> HttpResponse:
    """Answer 422 with the reason beside the field."""
    today = request.user.today()
    if request.htmx:
        context = {"told_form": form, "oob": True, "current": view_of(row, today)}
        return TemplateResponse(request, "career/_told_form.html", context, status=422)
    screen = stories_screen(request.user, outline_for(request.user.pk), today, row.pk)
    return TemplateResponse(request, "career/stories.html", screen | {"told_form": form}, status=422)
