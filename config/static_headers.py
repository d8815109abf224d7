"""What static files carry beside type and age. Read by the settings, and so apart from what reads them."""

from wsgiref.headers import Headers

from csp.utils import build_policy


def add_headers(headers: Headers, path: str, url: str) -> None:
    """Keep files to pages of this site; a drawing, which a browser may open alone, runs no script."""
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if path.endswith(".svg"):
        headers["Content-Security-Policy"] = build_policy()
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
    else:
        # Enough for what is no document, and short: twenty files come with a first visit.
        headers["Content-Security-Policy"] = "default-src 'none'"
