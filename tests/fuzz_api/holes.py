"""The project's addresses with one operation that does much wrong: a fuzzer must find it."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from config.urls import *  # noqa: F403
from config.urls import urlpatterns as site


@csrf_exempt
@login_not_required
def leaky(request: HttpRequest, slug: str) -> HttpResponse:
    """Let anyone in, take any body and any method, tell more than is declared, and break on a large count."""
    try:
        count = json.loads(request.body or b"{}").get("count", 0)
    except (ValueError, AttributeError):
        count = 0
    if isinstance(count, int) and count > 500:
        raise RuntimeError("too large a count")
    return JsonResponse({"skill": slug, "owner": "alice@example.org"}, status=202 if count else 200)


urlpatterns = [path("api/v1/skills/<str:slug>/count", leaky), *site]
