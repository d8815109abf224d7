"""Scenarios added, saved, copied and deleted."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from career.models import Budget, JobSearch
from career.savings.forms import BudgetForm
from career.views.deletions import delete
from career.views.runway import budgets, show
from roadmap.row_ids import row_id

FULL = f"You have {Budget.MOST} scenarios, which is as many as fit. Delete one first."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def budget_new(request: LearnerRequest) -> HttpResponse:
    """Offer an empty scenario, or save a new one."""
    today, rows = request.user.today(), budgets(request)
    if request.method != "POST":
        empty = Budget(name="As it is" if not rows else "", as_of=today, currency=_currency(request, rows))
        return show(request, BudgetForm(today=today, row=empty), rows, None)
    form = BudgetForm(request.POST, today=today)
    if (
        form.is_valid()
        and len(rows) >= Budget.MOST
        and form.cleaned_data["budget"] not in {r.pk for r in rows}
    ):
        form.add_error(None, FULL)
    if not form.is_valid():
        return show(request, form, rows, None)
    row, added = Budget.everything.add(
        request.user, form.cleaned_data["budget"], form.values, form.costs.rows
    )
    messages.success(request, f"Saved: {row}." if added else f"{row} is saved already.")
    return _open(row)


@require_POST
@never_cache
@sensitive_post_parameters()
def budget_save(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Budget, user=request.user, pk=pk)
    form = BudgetForm(request.POST, today=request.user.today())
    if not form.is_valid():
        return show(request, form, budgets(request), row)
    Budget.everything.write(row, form.values, form.costs.rows)
    messages.success(request, f"Saved: {row}.")
    return _open(row)


@require_POST
def budget_copy(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Copy a scenario under the id `copy`, so that sending it twice copies it once."""
    row = get_object_or_404(Budget, user=request.user, pk=pk)
    if request.user.budgets.count() >= Budget.MOST:
        messages.success(
            request, f"You have {Budget.MOST} scenarios, which is as many as fit. Delete one first."
        )
        return _open(row)
    copy, added = Budget.everything.copy(row, row_id(request.POST.get("copy", "")) or uuid.uuid4())
    messages.success(request, f"Copied. This is {copy}." if added else f"{copy} is there already.")
    return _open(copy)


@require_POST
def budget_delete(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    return delete(request, get_object_or_404(Budget, user=request.user, pk=pk), reverse("career:runway"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def runway_delete(request: LearnerRequest) -> HttpResponse:
    """Ask, then remove every scenario for good, those that Undo could bring back as well."""
    if request.method == "POST" and request.POST.get("sure") == "yes":
        Budget.everything.filter(user=request.user).delete()
        messages.success(request, "All that you entered about your money is deleted for good.")
        return HttpResponseRedirect(reverse("career:budget_new"), status=303)
    refused = request.method == "POST"
    context = {"section": "career", "rows": budgets(request), "refused": refused}
    return TemplateResponse(request, "career/savings/delete.html", context, status=422 if refused else 200)


def _open(row: Budget) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('career:runway')}?budget={row.pk}", status=303)


def _currency(request: LearnerRequest, rows: list[Budget]) -> str:
    """Return the currency that the learner used last, or that of the guide."""
    if rows:
        return rows[-1].currency
    found = JobSearch.objects.filter(user=request.user).values_list("currency", flat=True).first()
    return found or "USD"
