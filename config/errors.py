"""Pages for what went wrong: drawn without database and session, since those may be what is missing."""

import dataclasses
import logging
import sys

from django.http import HttpRequest, HttpResponse
from django.template import loader

from accounts.api.problems import problem_of
from accounts.models import User
from accounts.security_log import tell
from config import request_id
from config.trouble import diagnose

THEMES = ("light", "dark")
logger = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True)
class Page:
    """What a page says: a title, what happened and is safe, what to do."""

    title: str
    text: str
    advice: str = ""


PAGES = {
    400: Page(
        "We could not read that",
        "The address or the form held something that is not text. Nothing was changed.",
        "Go back, remove unusual characters and send it again.",
    ),
    403: Page(
        "This page is not open to you",
        "Your account may not do this. Your progress is safe.",
        "If you have a second account, log in with that one.",
    ),
    404: Page("This page is off the map", "The link may be old or mistyped. Your progress is safe."),
    405: Page(
        "This address does not work that way",
        "It takes a form, and something else was sent. Nothing was changed.",
        "Go back and use the button on the page.",
    ),
    413: Page(
        "That is too much at once",
        "What you sent is larger than 1 MB, so it was not saved. Everything saved before is safe.",
        "Go back, shorten it and save again: your text is still on that page.",
    ),
    500: Page(
        "Something broke on our side",
        "This was not saved. Everything saved before is safe.",
        "Go back and try again. If it stays, tell whoever runs this site the number below.",
    ),
    503: Page(
        "The trail is closed for a moment",
        "We cannot reach the database, so this was not saved. Everything saved before is safe.",
        "Wait a few seconds, then reload this page or go back and send it again.",
    ),
    507: Page(
        "The disk is full",
        "There is no room to save this. Everything saved before is safe, and reading still works.",
        "Go back: your text is still on that page. Save again once whoever runs this site made room.",
    ),
}
TOO_LONG_A_FILE = Page(
    "This file is too large",
    "An import takes up to 10 MB, so nothing of it was read. Everything saved before is safe.",
    "Choose the export as you downloaded it, or the milepost.json that is in it.",
)
OUTDATED_FORM = Page(
    "This form is out of date",
    "It was open for long, or you logged in or out since. Nothing was changed.",
    "Go back, reload the page and send it again. Cookies must be allowed for this site.",
)


def page(request: HttpRequest, status: int, words: Page | None = None) -> HttpResponse:
    """Return the page for `status`; for htmx the words alone, since the old page stays on screen.

    Scripts get the problem as JSON (RFC 9457).
    """
    words = words or PAGES[status]
    number = request_id.current.get()
    if request.path_info.startswith("/api/"):
        problem = problem_of(status)
        problem.headers["X-Request-ID"] = number
        return problem
    body, kind = (
        f"{words.title}. {words.text} {words.advice} Request {number}.\n",
        "text/plain; charset=utf-8",
    )
    if request.headers.get("HX-Request") != "true":
        theme = request.COOKIES.get("theme")
        context = {"page": words, "status": status, "request_id": number, "theme": theme in THEMES and theme}
        try:
            body, kind = loader.render_to_string("error.html", context), "text/html; charset=utf-8"
        except Exception:
            # A missing manifest or template must not hide what really went wrong.
            logger.exception("error page failed")
    response = HttpResponse(body, content_type=kind, status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Request-ID"] = number
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    _tell_refusal(request)
    return page(request, 403)


def outdated_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    _tell_refusal(request)
    return page(request, 403, OUTDATED_FORM)


def _tell_refusal(request: HttpRequest) -> None:
    # Only a user who was looked up already: the database may be what is in trouble.
    user = getattr(request, "_cached_user", None)
    tell("forbidden", user if isinstance(user, User) else None)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 503 or 507 when the database or the disk is in trouble, 500 when we are at fault.

    Django calls this while it handles the exception, wherever that was raised: view, middleware or session.
    """
    trouble = diagnose(sys.exc_info()[1])
    if not trouble:
        return page(request, 500)
    response = page(request, trouble.status)
    response.headers["Retry-After"] = str(trouble.retry_after)
    return response
