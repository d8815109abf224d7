"""One application: its page, its note, put away and deleted."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from career.applications.forms import NoteForm
from career.applications.page import application_of, application_screen
from career.models import Application
from career.views.deletions import delete, go


@require_safe
@never_cache
def application(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = application_of(request.user, pk)
    screen = application_screen(request.user, row, request.user.today())
    return TemplateResponse(request, "career/applications/application.html", screen)


@require_POST
def application_note(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = application_of(request.user, pk)
    form = NoteForm(request.POST, auto_id="application_%s")
    if not form.is_valid():
        screen = application_screen(request.user, row, request.user.today(), note_form=form)
        return TemplateResponse(request, "career/applications/application.html", screen, status=422)
    Application.objects.filter(pk=pk).update(note=form.cleaned_data["note"], changed_at=timezone.now())
    messages.success(request, "Saved your notes.")
    return go(request, reverse("career:application", args=[pk]))


@require_POST
def application_archive(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Put it away, or with `do=restore` back on the board; a repeat changes nothing."""
    row = get_object_or_404(Application, user=request.user, pk=pk)
    restored = request.POST.get("do") == "restore"
    here = Application.objects.filter(pk=pk, archived_at__isnull=not restored)
    here.update(archived_at=None if restored else timezone.now(), changed_at=timezone.now())
    messages.success(request, f"{row} is {'back on the board' if restored else 'archived'}.")
    return go(request, reverse("career:application", args=[pk]))


@require_POST
def application_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Application, user=request.user, pk=pk)
    return delete(request, row, reverse("career:applications"))
