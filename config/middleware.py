"""What every request meets first and every answer passes last."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from config import bodies, errors, request_id

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
GetResponse = Callable[[HttpRequest], HttpResponseBase]


def guard(get_response: GetResponse) -> GetResponse:
    """Refuse what no view should see, number what fails, and let nobody keep what is personal."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        number = request_id.new()
        # Never reset: what goes wrong further out is logged with this id too.
        request_id.current.set(number)
        status = refusal(request)
        response = errors.page(request, status, _words(request, status)) if status else get_response(request)
        if response.status_code == 405 and isinstance(response, HttpResponseNotAllowed):
            response = _explained(request, response)
        headers = response.headers
        if response.status_code >= 400:
            headers.setdefault("X-Request-ID", number)
        if "Cache-Control" not in headers and _is_personal(request, response):
            headers["Cache-Control"] = "private, no-store"
        return response

    return middleware


def refusal(request: HttpRequest) -> int | None:
    """Return the status to refuse `request` with: 405, 413 or 400; None when it may pass."""
    if request.method not in METHODS:
        # The API says itself which it takes.
        return None if request.path_info.startswith("/api/") else 405
    meta = request.META
    if is_too_long(meta.get("CONTENT_LENGTH"), request.path_info):
        return 413
    if "\0" in request.path_info or not _is_text(meta.get("QUERY_STRING", "").encode("latin-1", "replace")):
        return 400
    # A quoted cookie may hold a NUL as an octal escape.
    if "\\000" in meta.get("HTTP_COOKIE", ""):
        return 400
    try:
        return 400 if request.method in WITH_BODY and not _has_text_body(request) else None
    except (BadRequest, SuspiciousOperation, OSError):
        return 400  # torn, with too many fields, or the sender left


def _words(request: HttpRequest, status: int) -> errors.Page | None:
    return errors.TOO_LONG_A_FILE if status == 413 and request.path_info in bodies.LONG else None


def is_too_long(content_length: str | None, path: str = "") -> bool:
    """Return whether a body of `content_length` bytes (the header's text) is more than `path` takes."""
    limit = bodies.longest(path)
    return content_length is not None and content_length.isdecimal() and int(content_length) > limit


def _has_text_body(request: HttpRequest) -> bool:
    if request.content_type == "application/x-www-form-urlencoded":
        return _is_text(request.body.replace(b"+", b" "))
    if request.content_type == "multipart/form-data":
        # Django decodes with replacement characters: more of them than were sent means bad bytes. A long
        # body is a file's and stays out of memory; the fields beside it have none.
        sent = 0 if request.path_info in bodies.LONG else request.body.count("\ufffd".encode())
        values = [text for key, texts in request.POST.lists() for text in (key, *texts)]
        return (
            not any("\0" in text for text in values) and sum(text.count("\ufffd") for text in values) <= sent
        )
    return True


def _is_text(raw: bytes) -> bool:
    """Return whether `raw`, percent-decoded, is UTF-8 without NUL, which no database column takes."""
    if b"%" in raw:
        raw = unquote_to_bytes(raw)
    if b"\0" in raw:
        return False
    if raw.isascii():
        return True
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_personal(request: HttpRequest, response: HttpResponseBase) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies


def _explained(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    page = errors.page(request, 405)
    if "Allow" in refused.headers:
        page.headers["Allow"] = refused.headers["Allow"]
    return page
