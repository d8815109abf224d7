"""What a browser needs to show Milepost without a connection."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from accounts.context import device
from roadmap.worker import script


@require_safe
@login_not_required
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """Answer with the script, the same for everyone. Browsers ask for it anew by themselves."""
    if settings.DEBUG:
        raise Http404("Files have no lasting names while they are worked on.")
    return HttpResponse(script(), content_type="text/javascript; charset=utf-8")


@require_safe
@login_not_required
@cache_control(no_cache=True)
def offline(request: HttpRequest) -> HttpResponse:
    """Answer with the page that stands in for one that is neither to be had nor kept."""
    return render(request, "offline.html")


@require_safe
@login_not_required
@never_cache
def token(request: HttpRequest) -> HttpResponse:
    """Say whose session this is, and give the token that sending a change takes."""
    return JsonResponse({**device(request), "token": get_token(request)})
