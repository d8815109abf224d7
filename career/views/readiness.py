"""Readiness by tier: the guide's requirements counted from the learner's own rows."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest
from career.readiness.targets import targets
from career.readiness.tiers import tiers
from roadmap.outline import outline_for


@require_safe
@never_cache
def readiness(request: LearnerRequest) -> HttpResponse:
    outline = outline_for(request.user.pk)
    context = {
        "section": "career",
        "tiers": tiers(request.user, outline, request.user.today(), timezone.now()),
        "targets": targets(request.user),
    }
    return TemplateResponse(request, "career/readiness/tiers.html", context)
