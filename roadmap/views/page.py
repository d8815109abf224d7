"""A page that is sent only when it changed."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from accounts.context import device
from accounts.context import reader as about_reader
from accounts.models import User
from roadmap.fragments import Shell, kept


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
    and the release. `context` is called only when the page has to be rendered. What a visitor sees a
    browser may keep if it asks each time; what a learner sees is kept by nobody, since the next person at
    the machine could read it from the disk. The ETag is there for a script that keeps pages of its own.
    """
    return _unless_known(
        request, fingerprint, lambda: TemplateResponse(request, template, {**context()}).render()
    )


def kept_page(
    request: HttpRequest,
    template: str,
    fingerprint: str,
    section: str,
    screen: Callable[[str], Shell],
) -> HttpResponse:
    """Answer as `page` does, with a template that is kept; `screen` takes the token for its forms."""

    def render() -> HttpResponse:
        shell = screen(get_token(request))
        if _has_message(request):
            context = {**shell.values, **shell.gaps, "section": section}
            return TemplateResponse(request, template, context).render()
        reader = about_reader(request)
        address = Address(request.scheme or "", request.get_host(), request.path)
        values = {**shell.values, **reader, "user": reader["reader"], "request": address, "section": section}
        return HttpResponse(kept(template, {**shell.gaps, **device(request)}, **values))

    return _unless_known(request, fingerprint, render)


class Address(NamedTuple):
    """What a page that is kept may know of the request."""

    scheme: str
    get_host: str
    path: str


def _unless_known(request: HttpRequest, fingerprint: str, render: Callable[[], HttpResponse]) -> HttpResponse:
    user = learner(request)
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
    # With a message this page differs from the one that the browser holds, this once.
    fresh = _has_message(request)
    if not fresh and (known := get_conditional_response(request, etag=etag)) is not None:
        response: HttpResponse = known
    else:
        response = render()
    if not fresh:
        response["ETag"] = etag
    response["Cache-Control"] = "private, no-store" if user else "private, no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response


def _has_message(request: HttpRequest) -> bool:
    return bool(request.COOKIES.get("messages"))
