"""Projects."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe


@require_safe
@login_not_required
def projects(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "roadmap/projects.html", {"section": "projects"})


@require_safe
@login_not_required
def project(request: HttpRequest, slug: str) -> HttpResponse:
    return TemplateResponse(request, "roadmap/projects.html", {"section": "projects"})
