"""What every answer carries, whoever made it: a view, a middleware, a refusal or a redirect."""

from collections.abc import Callable

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django_permissions_policy import PermissionsPolicyMiddleware
from whitenoise.middleware import WhiteNoiseFileResponse

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def page_headers() -> tuple[tuple[str, str], ...]:
    """Return what a page needs beside type and age, and what anything else does not mind."""
    features = PermissionsPolicyMiddleware.compute_header_value(
        dict(settings.PERMISSIONS_POLICY), name="PERMISSIONS_POLICY"
    )
    return (
        ("Content-Security-Policy", build_policy()),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", features),
        ("Referrer-Policy", settings.SECURE_REFERRER_POLICY or ""),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", settings.X_FRAME_OPTIONS),
    )


def harden(get_response: GetResponse) -> GetResponse:
    """Fill in what an answer lacks. The first of all middleware: the others answer by themselves, too.

    The libraries' own middleware builds the policies anew for each answer, which costs 50 µs.
    """
    ready = {name.lower(): (name, value) for name, value in page_headers()}

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        # Twenty files of a first visit would carry the words for pages; config/static_headers.py has theirs.
        if not isinstance(response, WhiteNoiseFileResponse):
            # Straight into their store: Django would check these same words for each answer.
            found = response.headers._store
            for name, header in ready.items():
                if name not in found:
                    found[name] = header
        return response

    return middleware
