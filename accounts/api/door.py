"""Where requests enter the API: past the log-in of pages, with headers that every answer has."""

import functools
from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def door(view: View) -> View:
    """Let `view` be reached without a session, which it never looks at: it asks for a token itself."""

    @functools.wraps(view)
    def entered(request: HttpRequest, **values: object) -> HttpResponse:
        response = view(request, **values)
        if allowance := getattr(request, "allowance", None):
            allowance.tell(response)
        return response

    entered.csrf_exempt = True  # type: ignore[attr-defined]  # Django reads it there
    return login_not_required(entered)
