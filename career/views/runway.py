"""How long the money lasts."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from career.models import Budget
from career.savings.forms import BudgetForm
from career.savings.plans import setting_of
from career.savings.screen import learning_of, outlook, scenarios


@require_safe
@never_cache
def runway(request: LearnerRequest) -> HttpResponse:
    """Show the scenario `?budget=`, else the first."""
    rows = budgets(request)
    if not rows:
        return redirect("career:budget_new")
    row = _chosen(rows, request.GET.get("budget", ""))
    return show(request, BudgetForm(today=request.user.today(), row=row), rows, row)


@require_POST
@never_cache
@sensitive_post_parameters()
def runway_preview(request: LearnerRequest) -> HttpResponse:
    """Sum up what stands in the form, and save nothing: the page anew, or its result alone for htmx."""
    today = request.user.today()
    form = BudgetForm(request.POST, today=today)
    if not request.htmx:
        rows = budgets(request)
        row = next((row for row in rows if str(row.pk) == request.POST.get("budget")), None)
        return show(request, form, rows, row, is_preview=True)
    if not form.is_valid():
        return TemplateResponse(request, "career/savings/_refused.html", {"form": form}, status=422)
    learning = learning_of(request.user, today)
    context = {"outlook": outlook(form.setting, learning, today), "is_preview": True}
    return TemplateResponse(request, "career/savings/_outlook.html", context)


def budgets(request: LearnerRequest) -> list[Budget]:
    return list(request.user.budgets.prefetch_related("costs"))


def show(
    request: LearnerRequest,
    form: BudgetForm,
    rows: list[Budget],
    row: Budget | None,
    *,
    is_preview: bool = False,
) -> HttpResponse:
    """Show the page: the form as it stands, and the sum of it or else of the saved row."""
    today = request.user.today()
    context: dict[str, object] = {
        "section": "career",
        "form": form,
        "row": row,
        "scenarios": scenarios(rows, today),
        "is_preview": is_preview and form.is_valid(),
        "copy": uuid.uuid4(),
    }
    if form.is_bound and form.is_valid():
        context["outlook"] = outlook(form.setting, learning_of(request.user, today), today)
    elif row:
        context["outlook"] = outlook(setting_of(row), learning_of(request.user, today), today)
    return TemplateResponse(
        request, "career/savings/runway.html", context, status=422 if form.errors else 200
    )


def _chosen(rows: list[Budget], wanted: str) -> Budget:
    found = next((row for row in rows if not wanted or str(row.pk) == wanted), None)
    if found is None:
        raise Http404("There is no such scenario.")
    return found
