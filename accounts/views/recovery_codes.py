"""Recovery codes: to look at, to take along, and new ones."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.recovery_codes.internal.flows import can_generate_recovery_codes
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from accounts.models import User
from accounts.reauthentication import confirmed
from accounts.second_factor import changed
from accounts.views.authenticator_app import recovery_codes_of, to_security


def in_halves(codes: list[str]) -> list[str]:
    """Return “12345 67890” for each: easier to copy by hand, and read with or without the gap."""
    return [f"{code[:5]} {code[5:]}" for code in codes]


@require_safe
@never_cache
@confirmed
def recovery_codes(request: LearnerRequest) -> HttpResponse:
    codes = in_halves(recovery_codes_of(request.user).get_unused_codes())
    return render(request, "accounts/recovery_codes.html", {"codes": codes})


@require_safe
@never_cache
@confirmed
def download(request: LearnerRequest) -> HttpResponse:
    codes = in_halves(recovery_codes_of(request.user).get_unused_codes())
    lines = [f"Milepost recovery codes of {request.user.email}, each works once:", "", *codes, ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="milepost-recovery-codes.txt"'
    return response


@require_POST
@never_cache
@confirmed
def make_new(request: LearnerRequest) -> HttpResponse:
    """Put ten new codes in the place of the old ones, which work no more."""
    if not can_generate_recovery_codes(request.user):
        return to_security()
    with transaction.atomic():
        User.objects.lock(request.user.pk)
        Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).delete()
        RecoveryCodes.activate(request.user)
    changed(request, request.user, "recovery_codes_made")
    get_adapter().send_notification_mail("account/email/recovery_codes_made", request.user)
    messages.success(request, "These codes are new; the old ones work no more.")
    return HttpResponseRedirect(reverse("mfa_view_recovery_codes"), status=303)
