"""Resources."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe


@require_safe
@login_not_required
def resources(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "roadmap/resources.html", {"section": "resources"})


@require_safe
@login_not_required
def resource(request: HttpRequest, slug: str) -> HttpResponse:
    return TemplateResponse(request, "roadmap/resources.html", {"section": "resources"})
