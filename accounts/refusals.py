"""Answers that say "not now", and when to try again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit  # the public module lets every GET pass
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from accounts.limits import MINUTE, longest_wait

View = Callable[..., HttpResponseBase]

# allauth calls the handler without naming the limit that was hit; the address tells it.
ACTIONS = {
    "account_login": "login",
    "account_signup": "signup",
    "account_reset_password": "reset_password",
    "account_reset_password_from_key": "reset_password_from_key",
    "account_change_password": "change_password",
    "account_set_password": "change_password",
    "account_email": "manage_email",
    "account_reauthenticate": "reauthenticate",
    "mfa_reauthenticate": "reauthenticate",
    "mfa_reauthenticate_webauthn": "reauthenticate",
    "delete_account": "reauthenticate",
    "reset": "reset",
}


def too_many_requests(request: HttpRequest, action: str | None = None) -> HttpResponse:
    """Return the 429 page for `action` of LIMITS, or for the one that the address stands for."""
    if action is None:
        match = request.resolver_match
        action = ACTIONS.get(match.url_name or "" if match else "", "")
    seconds = longest_wait(action)
    context = {
        "minutes": -(-seconds // MINUTE),
        "is_log_in": action in ("login", "login_failed"),
    }
    response = render(request, "429.html", context, status=429)
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "private, no-store"
    return response


def over_limit(request: HttpRequest, action: str, key: str | None = None) -> HttpResponse | None:
    """Count this request, a GET too, for `action` of LIMITS; return the 429 page once it is too much."""
    usage = ratelimit.consume(request, app="allauth.account", action=action, key=key, limit_get=True)
    return None if usage else too_many_requests(request, action)


def limited(action: str) -> Callable[[View], View]:
    """Count what is sent to a view for `action` of LIMITS and answer 429 once it is too much.

    Looking is not counted: GET and HEAD pass. It goes inside `confirmed`, so that a form that has to wait
    for the password is counted once.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in ("GET", "HEAD") and (refused := over_limit(request, action)):
                return refused
            return view(request, *args, **kwargs)

        return answer

    return decorate


def mail_unavailable(request: HttpRequest) -> HttpResponse:
    """Return the 503 page for a mail that could not be handed over; what was saved stays saved."""
    seconds = longest_wait("confirm_email")
    response = render(
        request,
        "account/mail_unavailable.html",
        {"minutes": seconds // MINUTE},
        status=503,
    )
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "private, no-store"
    return response
