"""The stages of a job search, as their learner wants them."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from career.applications.stage_forms import NewStageForm, RenameForm
from career.applications.stages import Stages
from career.models import Stage, StageItem

SHIFTS = {"earlier": -1, "later": 1}
FULL = f"You have {Stage.MOST} stages, which is as many as fit. Rename one that you do not need."
LAST = "Keep at least one stage in sight. Show another one first."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stages(request: LearnerRequest) -> HttpResponse:
    """Show them; or rename, shift, hide or show the one called `key`, or add one (`do=add`)."""
    if request.method != "POST":
        return _page(request)
    do, key = request.POST.get("do", ""), request.POST.get("key", "")
    if do == "add":
        return _add(request)
    here = Stages.of(request.user)
    if key not in here:
        raise Http404("There is no such stage.")
    item = here.named(key)
    if do == "rename":
        return _rename(request, item)
    if do in SHIFTS:
        Stage.objects.shift(request.user, key, SHIFTS[do])
        return _saved(request, f"{item.name} stands {do} now.")
    if do == "hide":
        if [one.key for one in here if not one.hidden] == [key]:
            return _page(request, refused=(key, LAST))
        Stage.objects.change(request.user, key, hidden=True)
        return _saved(request, f"{item.name} is hidden. Applications in it stay in sight.")
    if do == "show":
        Stage.objects.change(request.user, key, hidden=False)
        return _saved(request, f"{item.name} is shown again.")
    return _page(request, refused=(key, "Choose what to do with this stage."))


def _add(request: LearnerRequest) -> HttpResponse:
    form = NewStageForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form)
    name = form.cleaned_data["name"]
    if not Stage.objects.add(request.user, form.key, name, form.cleaned_data["means"]):
        form.add_error(None, FULL)
        return _page(request, form=form)
    return _saved(request, f"Added: {name}.")


def _rename(request: LearnerRequest, item: StageItem) -> HttpResponse:
    form = RenameForm(request.POST)
    if not form.is_valid():
        return _page(
            request, refused=(item.key, str(form.errors["name"][0])), typed=request.POST.get("name", "")
        )
    Stage.objects.change(request.user, item.key, name=form.cleaned_data["name"])
    return _saved(request, f"Saved: {form.cleaned_data['name']}.")


def _saved(request: LearnerRequest, said: str) -> HttpResponse:
    messages.success(request, said)
    return HttpResponseRedirect(reverse("career:stages"), status=303)


def _page(
    request: LearnerRequest,
    *,
    form: NewStageForm | None = None,
    refused: tuple[str, str] = ("", ""),
    typed: str = "",
) -> HttpResponse:
    """Show all with how many applications are in each; `refused`: a key and why."""
    used = dict(request.user.applications.order_by().values_list("stage").annotate(Count("pk")))
    context: dict[str, Any] = {
        "section": "career",
        "rows": [(item, used.get(item.key, 0)) for item in Stages.of(request.user)],
        "form": form or NewStageForm(),
        "refused_key": refused[0],
        "why": refused[1],
        "typed": typed,
    }
    status = 422 if refused[1] or (form and form.errors) else 200
    return TemplateResponse(request, "career/applications/stages.html", context, status=status)
