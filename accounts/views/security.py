"""Who can get in, and who did."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from accounts.models import Session
from accounts.reauthentication import confirmed
from accounts.security_log import tell
from accounts.security_page import read
from accounts.views.authenticator_app import to_security


@require_safe
@never_cache
def security(request: LearnerRequest) -> HttpResponse:
    return render(request, "accounts/security.html", {"page": read(request)})


@require_POST
@never_cache
@confirmed
def devices(request: LearnerRequest) -> HttpResponse:
    """Log one device out, or all but this one. One that is gone already is gone."""
    others = Session.objects.of(request.user).but(request.session.session_key)
    if request.POST.get("do") != "others":
        wanted = request.POST.get("device")
        others = others.filter(pk__in=[row.pk for row in others if row.name == wanted])
    ended = others.end()
    if ended:
        tell("session_ended", request.user)
    if request.POST.get("do") == "others":
        messages.success(request, "Every other device is signed out.")
    else:
        messages.success(request, "Signed out there." if ended else "That device was signed out before.")
    return to_security()
