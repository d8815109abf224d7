"""Job texts pasted, edited and deleted."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from career.job_texts.forms import JobTextForm
from career.models import Application, JobText
from career.views import deletions

FULL = (
    f"You have {JobText.MOST} job texts, which is as many as fit. "
    "Delete one you no longer need, then save this one again."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def job_text_new(request: LearnerRequest) -> HttpResponse:
    """Save a pasted text; `?application=` (an id) is the application that it belongs to."""
    if request.method != "POST":
        key = request.GET.get("application", "")
        application = Application.everything.named(request.user, key)
        if key and application is None:
            raise Http404("There is no such application.")
        initial = {}
        if application:
            initial = {
                "application": application.pk,
                "company": application.company,
                "title": application.role,
                "link": application.link,
            }
        return _form(request, JobTextForm(initial=initial))
    form = JobTextForm(request.POST)
    if not form.is_valid():
        return _form(request, form)
    row = JobText(pk=form.cleaned_data["job_text"], user=request.user, **form.values)
    mine = JobText.objects.filter(user=request.user)
    if mine.count() >= JobText.MOST and not mine.filter(pk=row.pk).exists():
        form.add_error(None, FULL)
        return _form(request, form)
    row, added = row.add_once()
    application = Application.everything.named(request.user, str(form.cleaned_data["application"] or ""))
    if application:
        Application.objects.filter(pk=application.pk).update(job_text=row, changed_at=timezone.now())
    messages.success(request, f"Saved: {row}." if added else f"{row} is saved already.")
    return HttpResponseRedirect(reverse("career:job_text", args=[row.pk]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def job_text_edit(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(JobText, user=request.user, pk=pk)
    if request.method != "POST":
        initial = {name: getattr(row, name) for name in ("text", "title", "company", "link")}
        return _form(request, JobTextForm(initial=initial | {"job_text": row.pk}), row)
    form = JobTextForm(request.POST)
    if not form.is_valid():
        return _form(request, form, row)
    for name, value in form.values.items():
        setattr(row, name, value)
    row.changed_at = timezone.now()
    row.save(update_fields=[*form.values, "changed_at"])
    messages.success(request, f"Saved: {row}.")
    return HttpResponseRedirect(reverse("career:job_text", args=[pk]), status=303)


@require_POST
def job_text_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(JobText, user=request.user, pk=pk)
    return deletions.delete(request, row, reverse("career:job_texts"))


def _form(request: LearnerRequest, form: JobTextForm, row: JobText | None = None) -> HttpResponse:
    """Show the form; with errors 422, and nothing pasted is lost."""
    context = {"section": "career", "form": form, "row": row}
    return TemplateResponse(
        request, "career/job_texts/edit.html", context, status=422 if form.errors else 200
    )
