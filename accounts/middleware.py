"""Log-in as the default; open views are marked with `login_not_required`."""

from typing import Any

from django.conf import settings
from django.contrib.auth import middleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from accounts.return_path import is_path, sending_page


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Send whoever is not logged in to log in, and afterwards to a page they can look at."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        # Asked first, so that a page that is the same for everyone reads no session and varies by no cookie.
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]  # htmx needs a redirect of its own kind
        self, request: HttpRequest, view_func: object
    ) -> HttpResponseBase:
        by_htmx = "HX-Request" in request.headers
        if request.method in ("GET", "HEAD") and not by_htmx:
            page: str | None = request.get_full_path()
        else:
            # A form's own address answers POST only: the page it stood on is where to return to.
            page = sending_page(request)
        if not page or not is_path(page):
            page = resolve_url(settings.LOGIN_REDIRECT_URL)
        response = redirect_to_login(page, reverse("account_login"))
        if by_htmx:
            # htmx would follow a redirect by itself and swap the log-in page into the row.
            return HttpResponseClientRedirect(response.url)
        if request.method != "GET":
            response.status_code = 303
        return response
