"""Companies to aim at: added, changed, deleted."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from career.models import TargetCompany
from career.readiness.forms import CompanyForm
from career.views.deletions import delete, go

FULL = (
    f"You have {TargetCompany.MOST} companies on the list, which is as many as fit. "
    "Delete one you no longer aim at, then save this one again."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def company_new(request: LearnerRequest) -> HttpResponse:
    names = _names(request)
    if request.method != "POST":
        initial = {"name": request.GET.get("name", "")[:120]}
        return _form(request, CompanyForm(initial=initial, names=names))
    form = CompanyForm(request.POST, names=names)
    if not form.is_valid():
        return _form(request, form)
    pk = form.cleaned_data["company"]
    if pk not in names.values():
        if len(names) >= TargetCompany.MOST:
            form.add_error(None, FULL)
            return _form(request, form)
        TargetCompany(pk=pk, user=request.user, **form.values).add_once()
    messages.success(request, f"Saved: {form.cleaned_data['name']}.")
    return go(request, reverse("career:readiness"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def company(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a company to be changed, or save it."""
    row = get_object_or_404(TargetCompany, user=request.user, pk=pk)
    names = _names(request, without=pk)
    if request.method != "POST":
        initial = {"company": pk, "name": row.name, "tier": row.tier, "link": row.link, "note": row.note}
        return _form(request, CompanyForm(initial=initial, names=names), row)
    form = CompanyForm(request.POST, names=names)
    if not form.is_valid():
        return _form(request, form, row)
    TargetCompany.objects.filter(pk=row.pk).update(**form.values, changed_at=timezone.now())
    messages.success(request, f"Saved: {form.cleaned_data['name']}.")
    return go(request, reverse("career:readiness"))


@require_POST
def company_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(TargetCompany, user=request.user, pk=pk)
    return delete(request, row, reverse("career:readiness"))


def _form(request: LearnerRequest, form: CompanyForm, row: TargetCompany | None = None) -> HttpResponse:
    """Show the form; with errors 422, and nothing typed is lost."""
    context = {"section": "career", "form": form, "company": row}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "career/readiness/company.html", context, status=status)


def _names(request: LearnerRequest, without: uuid.UUID | None = None) -> dict[str, uuid.UUID]:
    """Return the learner's companies by case-folded name."""
    rows = TargetCompany.objects.filter(user=request.user).values_list("name", "pk")
    return {name.casefold(): pk for name, pk in rows if pk != without}
