"""Logging in with an account elsewhere, and connecting or disconnecting one."""

import logging
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.socialaccount.internal.flows.connect import disconnect as disconnect_account
from allauth.socialaccount.internal.flows.connect import validate_disconnect
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.openid_connect import views as openid
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from accounts.reauthentication import confirmed
from accounts.security_log import tell
from accounts.views.authenticator_app import to_security

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]


def beginning(view: View) -> View:
    """Go to the provider, by POST only: a link elsewhere must log nobody in. To connect, confirm first."""

    @login_not_required
    @require_POST
    @never_cache
    def begin(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        connecting = request.POST.get("process") == "connect"
        if connecting != request.user.is_authenticated:
            return HttpResponseRedirect(reverse("account_login"), status=303)
        response = confirmed(view)(request, **kwargs) if connecting else view(request, **kwargs)
        if response.status_code == 302:
            response.status_code = 303
        return response

    return begin


def ending(view: View) -> View:
    """Come back from the provider."""

    @login_not_required
    @require_safe
    @never_cache
    def end(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not did_recently_reauthenticate(request):
            return to_security()  # it took them longer than ten minutes
        try:
            return view(request, **kwargs)
        except (AttributeError, LookupError, TypeError, ValueError):
            logger.exception("The provider answered what no provider should")
            return render(request, "socialaccount/authentication_error.html", status=401)

    return end


openid_login = beginning(openid.login)
openid_callback = ending(openid.callback)


@login_not_required
@require_safe
@never_cache
def cancelled(request: HttpRequest) -> HttpResponse:
    messages.info(request, "Nothing happened there. Choose another way, or try again.")
    return HttpResponseRedirect(reverse("account_login"))


@require_safe
@never_cache
def connections(request: LearnerRequest) -> HttpResponse:
    """Where allauth sends people once an account is connected."""
    return HttpResponseRedirect(reverse("accounts:security"))


@require_POST
@never_cache
@confirmed
def disconnect(request: LearnerRequest) -> HttpResponse:
    account = SocialAccount._default_manager.filter(
        user=request.user, provider=request.POST.get("provider")
    ).first()
    if account:
        try:
            validate_disconnect(request, account)
        except ValidationError:
            messages.error(request, "Set a password first: nothing else would let you in.")
            return to_security()
        disconnect_account(request, account)
        tell("account_disconnected", request.user)
    return to_security()
