"""How far applications get."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from career.search.funnel_page import funnel_screen


@require_safe
@never_cache
def funnel(request: LearnerRequest) -> HttpResponse:
    """Show all applications, or with `?source=`, `?tier=` or `?resume=` the stages of one group."""
    screen = funnel_screen(request.user, request.GET.dict())
    return TemplateResponse(request, "career/search/funnel.html", screen)
