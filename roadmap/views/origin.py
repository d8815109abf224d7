"""The page that a form was sent from, so that the answer goes there or updates what it shows."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def origin_path(request: HttpRequest) -> str:
    """Return the path and query of the page of this site that sent the request, or nothing."""
    url = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(url, {request.get_host()}):
        return ""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def origin(request: HttpRequest) -> ResolverMatch | None:
    """Return the address of the sending page as the URLconf knows it."""
    path = origin_path(request)
    try:
        return resolve(urlsplit(path).path) if path else None
    except Resolver404:
        return None
