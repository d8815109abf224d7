"""What is yours, all of it: to take along, to bring back, to reset, to delete."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import exports
from accounts.http import LearnerRequest
from accounts.models import DataExport
from accounts.reauthentication import confirmed
from accounts.refusals import limited


@require_safe
@never_cache
def data(request: LearnerRequest) -> HttpResponse:
    now = timezone.now()
    export = exports.current(request.user, request.session.session_key, now)
    context = {
        "export": export,
        "ready_at": export and export.ready_at and request.user.local(export.ready_at),
        "expires_at": export and request.user.local(export.expires_at),
    }
    return render(request, "accounts/data.html", context)


@require_POST
@never_cache
@confirmed
@limited("export")
def export(request: LearnerRequest) -> HttpResponse:
    """Make an export, or say that there is one; the first of a day is told by mail."""
    now, again = timezone.now(), "again" in request.POST
    made = exports.ask(request.user, request.session.session_key, now, again=again)
    if made.asked_at == now:
        get_adapter().send_notification_mail("account/email/export_asked", request.user)
    if not made.is_ready:
        messages.info(request, "Your export is being made. It shows here when it is ready.")
    return HttpResponseRedirect(reverse("accounts:data") + "#export", status=303)


@require_safe
@never_cache
@confirmed
def download(request: LearnerRequest, pk: str) -> FileResponse:
    """Send the file to the session that asked for it, and to nobody else."""
    mine = DataExport.objects.of(request.user, request.session.session_key, timezone.now())
    row = mine.filter(pk=pk, state=DataExport.State.READY).first()
    try:
        if row is None or row.ready_at is None:
            raise Http404
        file = row.path.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"milepost-{request.user.local(row.ready_at):%Y-%m-%d}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
