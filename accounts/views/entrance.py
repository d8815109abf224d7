"""Ways in and out: allauth's views with this project's status codes and headers."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account import views as allauth_views
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.forms import LogInForm, ResetPasswordKeyForm, SignUpForm
from accounts.known_device import KnownDevice

View = Callable[..., HttpResponseBase]

# What a browser forgets when someone leaves: files, pages for Back, and what scripts keep. Not "cookies":
# that would take those of every site under the same domain, and the note that this device is known. The
# session's own cookie goes with the session.
LEFT_BEHIND = '"cache", "storage"'


def with_our_codes(view: View) -> View:
    """Answer a POST with 303 when it is done, with 422 when the form needs another look.

    A mailed link that works no more is 404. Nothing of these pages is kept by a browser or proxy.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        context = getattr(response, "context_data", None) or {}
        if context.get("token_fail") or not context.get("can_confirm", True):
            response.status_code = HTTPStatus.NOT_FOUND
        elif request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            response.status_code = HTTPStatus.SEE_OTHER
        elif request.method == "POST" and response.status_code == HTTPStatus.OK:
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

    def form_invalid(self, form: SignUpForm) -> HttpResponse:
        """Let in who signs up twice with the same password, as a double click does."""
        if list(form.errors) == ["email"] and form.has_error("email", "email_taken"):
            log_in_form = LogInForm(
                {"login": form.data["email"], "password": form.data["password1"], "remember": "on"},
                request=self.request,
            )
            if log_in_form.is_valid():
                target = self.get_success_url()  # type: ignore[no-untyped-call]  # allauth's
                response: HttpResponse = log_in_form.login(self.request, redirect_url=target)
                return response
        invalid: HttpResponse = super().form_invalid(form)
        return invalid


class NewPasswordView(allauth_views.PasswordResetFromKeyView):
    def form_valid(self, form: ResetPasswordKeyForm) -> HttpResponse:
        """Remember the device, too: whoever opened the mail may log in here while strangers guess."""
        response: HttpResponse = super().form_valid(form)
        KnownDevice.of(self.request).remember(self.reset_user.email, response)
        return response


new_password = with_our_codes(NewPasswordView.as_view())
sign_up = with_our_codes(SignUpView.as_view())
log_in = with_our_codes(allauth_views.login)


@login_not_required
@with_our_codes
def log_out(request: HttpRequest) -> HttpResponseBase:
    """Ask on GET, leave on POST; then nothing personal stays in the browser."""
    response = allauth_views.logout(request)
    if request.method == "POST":
        # The worker of a device clears what is the account's, and leaves what waits there for another one.
        response["Clear-Site-Data"] = '"cache"' if "X-Cleared" in request.headers else LEFT_BEHIND
    return response


@login_not_required
@with_our_codes
def confirm_email(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show a button on GET, confirm on POST; a second click gets the page that explains."""
    try:
        return allauth_views.confirm_email(request, key=key)
    except Http404:
        return HttpResponseRedirect(request.path)
