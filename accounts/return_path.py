"""Where a person goes next: only ever a page of this site."""

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000  # characters; Django refuses to redirect to much longer ones


def is_path(url: str) -> bool:
    """Say whether `url` is a path of this site: no scheme, no host, nothing a browser reads as one."""
    return (
        url.startswith("/")
        and len(url) <= LONGEST
        and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    )


def path_on_this_site(request: HttpRequest, url: str | None) -> str | None:
    """Return path, query and fragment of an absolute `url` of this host, else nothing."""
    try:
        parts = urlsplit(url or "")
        host = parts.netloc
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host != request.get_host():
        return None
    path = urlunsplit(parts._replace(scheme="", netloc=""))
    return path if is_path(path) else None


def sending_page(request: HttpRequest) -> str | None:
    """Return the path of the page that `request` was sent from, as htmx or the browser reports it."""
    url = request.headers.get("HX-Current-URL") or request.headers.get("Referer")
    return path_on_this_site(request, url)
