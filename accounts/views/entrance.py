"""Ways in and out: allauth's views with this project's status codes and headers."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account import views as allauth_views
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.forms import SignUpForm

View = Callable[..., HttpResponse]


def with_our_codes(view: View) -> View:
    """Answer a POST with 303 when it is done and with 422 when the form needs another look."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            if response.status_code == HTTPStatus.FOUND:
                response.status_code = HTTPStatus.SEE_OTHER
            elif isinstance(response, TemplateResponse) and response.status_code == HTTPStatus.OK:
                response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    return answer


class SignUpView(allauth_views.SignupView):
    def form_valid(self, form: SignUpForm) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except IntegrityError:
            # The address was taken between our look and our write: look again.
            form.full_clean()
            response = super().form_valid(form) if form.is_valid() else self.form_invalid(form)
        return response


sign_up = with_our_codes(SignUpView.as_view())
log_in = with_our_codes(allauth_views.login)


@login_not_required
@with_our_codes
def log_out(request: HttpRequest) -> HttpResponse:
    """Ask on GET, leave on POST; then nothing personal stays in the browser's cache."""
    response: HttpResponse = allauth_views.logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"cache"'
    return response
