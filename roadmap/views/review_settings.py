"""How much a learner reviews a day, and the interview that reviews aim at."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.http import LearnerRequest
from roadmap.models import ReviewPlan
from roadmap.review_forms import ReviewPlanForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def review_settings(request: LearnerRequest) -> HttpResponse:
    """Show the terms of review, or save them."""
    plan = ReviewPlan.objects.filter(user=request.user).first() or ReviewPlan(user=request.user)
    today = request.user.today()
    if request.method != "POST":
        initial = {"daily_cap": plan.daily_cap, "interview_on": plan.interview_on}
        form = ReviewPlanForm(initial=initial, today=today, was=plan.interview_on)
        return TemplateResponse(
            request, "roadmap/review/settings.html", {"section": "settings", "form": form}
        )
    form = ReviewPlanForm(request.POST, today=today, was=plan.interview_on)
    if not form.is_valid():
        context = {"section": "settings", "form": form}
        return TemplateResponse(request, "roadmap/review/settings.html", context, status=422)
    ReviewPlan.objects.bulk_create(
        [ReviewPlan(user=request.user, **form.cleaned_data)],
        update_conflicts=True,
        unique_fields=["user"],
        update_fields=["daily_cap", "interview_on"],
    )
    messages.success(request, f"Saved: {form.cleaned_data['daily_cap']} questions a day at most.")
    return HttpResponseRedirect(reverse("roadmap:review_settings"), status=303)
