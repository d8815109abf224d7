"""Deleting one's account."""

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import erasure
from accounts.belongings import belongings_of, looked_for
from accounts.forms.deletion import DeleteForm
from accounts.http import LearnerRequest
from accounts.limits import LIMITS
from accounts.reauthentication import confirmed_to_change
from accounts.views.entrance import LEFT_BEHIND


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def delete(request: LearnerRequest) -> HttpResponseBase:
    """Ask for the sentence and the password; who has no password says in another way who they are."""
    if request.method != "POST" or request.user.has_usable_password():
        return _delete(request)
    return confirmed_to_change(_delete)(request)


def _delete(request: LearnerRequest) -> HttpResponse:
    user = request.user
    form = DeleteForm(user, request.POST if request.method == "POST" else None)
    if form.is_bound:
        # Before the password is looked at, which is what a guess costs.
        if refusal := ratelimit.consume_or_429(request, action="reauthenticate", user=user):
            return refusal
        if form.is_valid():
            return _goodbye(request)
    found = belongings_of(user.pk)
    context = {
        "form": form,
        "first": looked_for(found),
        "others": [each for each in found if each not in looked_for(found)],
        "logs_days": settings.LOGS_KEPT_DAYS,
        "backups_days": settings.BACKUPS_KEPT_DAYS,
    }
    return render(request, "accounts/data/delete.html", context, status=422 if form.is_bound else 200)


def _goodbye(request: LearnerRequest) -> HttpResponse:
    user, address = request.user, request.user.email
    if erasure.erase(user.pk):
        for action, limits in LIMITS.items():
            if all(limit.per == "user" for limit in limits):
                ratelimit.clear(request, action=action, user=user)
        get_adapter().send_notification_mail("account/email/account_deleted", user, email=address)
    # The row of the session is gone; this makes the browser forget the cookie.
    logout(request)
    response = HttpResponseRedirect(reverse("accounts:account_deleted"), status=303)
    response["Clear-Site-Data"] = LEFT_BEHIND
    return response


@login_not_required
@require_safe
@never_cache
def deleted(request: HttpRequest) -> HttpResponse:
    """Say what happened, to somebody who is nobody's account any more."""
    context = {"logs_days": settings.LOGS_KEPT_DAYS, "backups_days": settings.BACKUPS_KEPT_DAYS}
    return render(request, "accounts/data/deleted.html", context)
