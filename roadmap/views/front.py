"""The pages around the trail: landing, and where the content comes from."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe


@require_safe
@login_not_required
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("roadmap:today")
    return TemplateResponse(request, "roadmap/landing.html", {})


@require_safe
@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "roadmap/about.html", {})
