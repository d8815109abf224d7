"""Switching mail off by its own link, without logging in (RFC 8058)."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from accounts.mail import links
from accounts.models import MailKind, Subscription


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@never_cache
@csrf_exempt
def off(request: HttpRequest, token: str) -> HttpResponse:
    """Ask on GET, since programs open links too; switch off on POST, which may be repeated.

    A mail program sends `List-Unsubscribe=One-Click` and has no cookie. Whatever else is sent comes from
    the page and carries its token against forgery.
    """
    if request.method == "POST" and request.POST.get("List-Unsubscribe") == "One-Click":
        _switch(_opened(token), on=False)
        return HttpResponse("Switched off.\n", content_type="text/plain; charset=utf-8")
    response: HttpResponse = _page(request, token)
    # The address is a secret: no other site is told.
    response["Referrer-Policy"] = "no-referrer"
    return response


@csrf_protect
def _page(request: HttpRequest, token: str) -> HttpResponse:
    subscription = _opened(token)
    if request.method == "POST":
        _switch(subscription, on=request.POST.get("do") == "on")
        subscription = _opened(token)
    context = {
        "kind": MailKind(subscription.kind),
        "is_on": subscription.is_on,
        "answered": request.method == "POST",
    }
    return render(request, "accounts/mail_off.html", context)


def _opened(token: str) -> Subscription:
    subscription = links.opened(token)
    if subscription is None:
        raise Http404("This link leads nowhere.")
    return subscription


def _switch(subscription: Subscription, *, on: bool) -> None:
    Subscription.objects.switch(subscription.user, subscription.kind, on=on, now=timezone.now())
