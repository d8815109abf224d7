"""Applications added and edited."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from career.applications.forms import COLUMNS, PAPERS, ApplicationForm, NewApplicationForm
from career.applications.moves import begun
from career.applications.stages import Stages
from career.models import Application, Tier
from roadmap.row_ids import row_id

FULL = (
    f"You have {Application.MOST:,} applications, which is as many as fit. "
    "Delete one you no longer need, then save this one again."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def application_new(request: LearnerRequest) -> HttpResponse:
    """Offer the short form, filled from `?job_text=` (an id), or `?company=` and `?tier=`; or save it."""
    user, today = request.user, request.user.today()
    stages = Stages.of(user)
    if request.method != "POST":
        form = NewApplicationForm(initial=_asked(request), user=user, stages=stages, today=today)
        return _form(request, form)
    form = NewApplicationForm(request.POST, user=user, stages=stages, today=today)
    if not form.is_valid():
        return _form(request, form)
    pk = form.cleaned_data["application"]
    if user.applications.count() >= Application.MOST and not user.applications.filter(pk=pk).exists():
        form.add_error(None, FULL)
        return _form(request, form)
    row = begun(form, user, stages, today, pk=pk)
    added = Application.everything.add(row)
    messages.success(request, f"Added: {row}." if added else f"{row} is added already.")
    return HttpResponseRedirect(reverse("career:application", args=[row.pk]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def application_edit(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Change everything but where it stands and what comes next, which its own page does."""
    row = get_object_or_404(Application, user=request.user, pk=pk)
    if request.method != "POST":
        initial = {name: getattr(row, name if name not in PAPERS else f"{name}_id") for name in COLUMNS}
        initial["application"] = row.pk
        return _form(request, ApplicationForm(initial=initial, user=request.user), row)
    form = ApplicationForm(request.POST, user=request.user)
    if not form.is_valid():
        return _form(request, form, row)
    for name, value in form.columns.items():
        setattr(row, name, value)
    row.changed_at = timezone.now()
    row.save(update_fields=[*COLUMNS, "changed_at"])
    messages.success(request, f"Saved: {row}.")
    return HttpResponseRedirect(reverse("career:application", args=[pk]), status=303)


def _asked(request: LearnerRequest) -> dict[str, Any]:
    """Return what the query string fills in; nothing for what is not there."""
    initial: dict[str, Any] = {"company": request.GET.get("company", "")[:120]}
    if request.GET.get("tier", "") in map(str, Tier.values):
        initial["tier"] = request.GET["tier"]
    named = row_id(request.GET.get("job_text", ""))
    if named and (text := request.user.job_texts.filter(pk=named).first()):
        initial |= {"company": text.company, "role": text.title, "link": text.link, "job_text": text.pk}
    return initial


def _form(request: LearnerRequest, form: ApplicationForm, row: Application | None = None) -> HttpResponse:
    """Show the form; with errors 422, and nothing typed is lost."""
    back = reverse("career:application", args=[row.pk]) if row else reverse("career:applications")
    context = {"section": "career", "form": form, "application": row, "back": back}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "career/applications/edit.html", context, status=status)
