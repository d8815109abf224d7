"""A page that is sent only when it changed."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from accounts.models import User


def learner(request: HttpRequest) -> User | None:
    """Return who is signed in, or None for a visitor."""
    return request.user if isinstance(request.user, User) else None


def page(
    request: HttpRequest,
    template: str,
    fingerprint: str,
    context: Callable[[], Mapping[str, Any]],
) -> HttpResponse:
    """Answer 304 when the browser holds this very page, else render `template`.

    `fingerprint` covers the rows shown; with it go the reader's settings, their day, the address
    and the release. `context` is called only when the page has to be rendered. The browser may
    keep the page but must ask each time, and log-out clears it.
    """
    user = learner(request)
    # A message waits in a cookie: this page differs from the one kept, this once.
    fresh = bool(request.COOKIES.get("messages"))
    if "CSRF_COOKIE" not in request.META:
        get_token(request)
    parts = (
        settings.RELEASE,
        fingerprint,
        request.get_full_path(),
        request.META.get("CSRF_COOKIE", ""),
        (user.pk, user.display_name, user.theme, user.shortcuts, user.is_staff, user.today())
        if user
        else request.COOKIES.get("theme", ""),
    )
    etag = f'W/"{hashlib.blake2b(repr(parts).encode(), digest_size=15).hexdigest()}"'
    if not fresh and (kept := get_conditional_response(request, etag=etag)) is not None:
        response: HttpResponse = kept
    else:
        response = TemplateResponse(request, template, {**context()}).render()
    if not fresh:
        response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response
