"""Who you are, asked once more before anything that hurts."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

View = Callable[..., HttpResponseBase]


def confirmed(view: View) -> View:
    """Let through who proved within the last 10 minutes who they are, by password, app or passkey.

    Others are asked for it first; a POST of theirs goes on by itself afterwards. To have logged in is not
    enough: the browser may have been left open since.
    """
    return _asking(reauthentication_required(view), view)


def confirmed_to_change(view: View) -> View:
    """Like `confirmed`, but whoever only looks is not asked."""
    return _asking(reauthentication_required(view, allow_get=True), view)


def _asking(guarded: View, view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not _can_prove(request.user) and not _came_in_lately(request):
            # allauth lets these pass: they have nothing to prove themselves with but the way they came.
            return render(request, "account/come_in_again.html", status=403)
        try:
            return guarded(request, *args, **kwargs)
        except ReauthenticationRequired:
            return _ask(request)

    return answer


def _can_prove(user: Any) -> bool:
    return bool(
        user.is_anonymous or user.has_usable_password() or get_adapter().get_reauthentication_methods(user)
    )


def _came_in_lately(request: HttpRequest) -> bool:
    user = request.user
    records = get_authentication_records(request, user) if user.is_authenticated else []
    return bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT


def _ask(request: HttpRequest) -> HttpResponseBase:
    ways = get_adapter().get_reauthentication_methods(request.user)
    asked: HttpResponseRedirect = suspend_request(
        request, ways[0]["url"] if ways else reverse("account_login")
    )
    if "HX-Request" in request.headers:
        # htmx would follow a redirect by itself and swap the question into the page.
        return HttpResponseClientRedirect(asked.url)
    if request.method == "POST":
        asked.status_code = 303
    return asked
