"""Hours a week and the day a learner began."""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from roadmap.models import Enrollment
from roadmap.models.plan import PlanTerms
from roadmap.outline import outline_for
from roadmap.plan_forms import PlanForm
from roadmap.terms import plan
from roadmap.views.origin import origin_path


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def plan_settings(request: LearnerRequest) -> HttpResponse:
    """Show the plan, or save it: the settings page loads the form from here and it is sent here."""
    outline = outline_for(request.user.pk)
    today = request.user.today()
    marks = outline.marks
    terms = marks.terms
    form = PlanForm(request.POST, today=today, target=terms.target_date) if request.method == "POST" else None
    context = {"section": "settings", "outline": outline, "oob": bool(form and request.htmx)}
    if form and form.is_valid():
        plan(request.user, terms, cast(PlanTerms, form.cleaned_data))
        hours = f": {form.cleaned_data['weekly_hours']} hours a week"
        said = f"Saved{hours if form.cleaned_data['forecast_shown'] else ''}."
        if request.htmx:
            return TemplateResponse(
                request, "roadmap/updates/plan.html", context | {"form": form, "said": said}
            )
        messages.success(request, said)
        return HttpResponseRedirect(origin_path(request) or reverse("roadmap:plan_settings"), status=303)
    if form:
        template = "roadmap/_plan.html" if request.htmx else "roadmap/plan.html"
        return TemplateResponse(request, template, context | {"form": form}, status=422)
    enrollment = Enrollment.begun(request.user)
    initial = {
        "weekly_hours": enrollment.weekly_hours if marks.weekly_hours is None else marks.weekly_hours,
        "started_on": marks.started_on or enrollment.started_on,
        "study_days": [str(day) for day in terms.study_days],
        "week_starts_on": terms.week_starts_on,
        "target_date": terms.target_date,
        "forecast_shown": terms.forecast_shown,
    }
    form = PlanForm(initial=initial, today=today, target=terms.target_date)
    return TemplateResponse(request, "roadmap/plan.html", context | {"form": form})
