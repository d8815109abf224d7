"""An export on its way in: read, shown, and then saved, all of it or nothing."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import imports
from accounts.forms.transfers import ImportForm
from accounts.http import LearnerRequest
from accounts.models import DataImport
from accounts.refusals import limited
from accounts.security_log import tell


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@limited("import")
def start(request: LearnerRequest) -> HttpResponse:
    """Take a file and keep it until its reader has seen what it would change."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            key = request.session.session_key
            row = imports.keep(request.user, key, form.cleaned_data["file"], timezone.now())
            return HttpResponseRedirect(reverse("accounts:import_preview", args=[row.pk]), status=303)
    status = 422 if form.is_bound else 200
    return render(request, "accounts/data/import.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def preview(request: LearnerRequest, pk: str) -> HttpResponse:
    """Show what the file would change, or change it."""
    mine = DataImport.objects.of(request.user, request.session.session_key, timezone.now())
    row = mine.filter(pk=pk).first()
    if row is None:
        raise Http404
    if row.is_done:
        # Sent twice, or gone back to: it is saved.
        return HttpResponseRedirect(reverse("accounts:data"), status=303)
    if request.method != "POST":
        return _shown(request, row)
    try:
        plan = imports.apply(row, request.user)
    except IntegrityError:
        return _shown(request, row, failed=True)
    except FileNotFoundError as error:
        raise Http404 from error
    tell("import_done", request.user)
    messages.success(request, imports.said(plan))
    return HttpResponseRedirect(reverse("accounts:data"), status=303)


def _shown(request: LearnerRequest, row: DataImport, *, failed: bool = False) -> HttpResponse:
    try:
        shown = imports.preview(row, request.user)
    except FileNotFoundError as error:
        raise Http404 from error
    context = {
        "row": row,
        "shown": shown,
        "exported_at": request.user.local(shown.exported_at),
        "failed": failed,
    }
    status = 422 if failed else 200
    return render(request, "accounts/data/import_preview.html", context, status=status)
