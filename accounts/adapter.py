"""Milepost's ways where allauth has its own: words, targets, limits and mail that fails."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.models import AbstractBaseUser
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts import guesses
from accounts.context import THEME_COOKIE
from accounts.known_device import KnownDevice
from accounts.models import Session, User
from accounts.refusals import mail_unavailable, too_many_requests
from accounts.return_path import is_path
from accounts.security_log import tell
from accounts.sessions import SINCE
from accounts.sign_ins import note_refused, note_success

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Email and password do not match.",
        "email_taken": "There is an account with this address already; log in or reset its password.",
        "enter_current_password": "This is not your current password.",
        "incorrect_password": "This is not your password.",
    }

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answer every browser alike: with pages, never with JSON."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Allow paths only. Hosts we answer to may be several, and `next` never needs one."""
        return is_path(url)

    def save_user(
        self, request: HttpRequest, user: AbstractBaseUser, form: BaseForm, commit: bool = True
    ) -> AbstractBaseUser:
        if isinstance(user, User):
            user.display_name = form.cleaned_data["display_name"]
            user.time_zone = form.cleaned_data["time_zone"]
            theme = request.COOKIES.get(THEME_COOKIE, "")
            user.theme = theme if theme in User.Theme.values else User.Theme.SYSTEM
        return super().save_user(request, user, form, commit)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:settings")

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("accounts:settings" if self.request.user.is_authenticated else "account_login")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a try before the password is hashed; what was right is taken back by allauth."""
        self._login_failed_rl_usage = guesses.count(request, credentials.get("email", ""))
        if not self._login_failed_rl_usage:
            tell("lockout")
            raise ImmediateHttpResponse(too_many_requests(request, "login_failed"))

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        guesses.forget(request, credentials.get("email", ""))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        if not request.user.is_authenticated:
            note_refused(request, User.objects.filter(email=credentials.get("email", "").lower()).first())

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        # However long this browser has been in, its ninety days begin now.
        request.session.pop(SINCE, None)
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        if isinstance(user, User):
            note_success(request, user, signed_up=bool(kwargs.get("signup")))
        response: HttpResponse = super().post_login(request, user, **kwargs)
        if isinstance(user, User):
            KnownDevice.of(request).remember(user.email, response)
        return response

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, User):
            tell("log_out", request.user)
        super().logout(request)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Log out everywhere but here: a stolen session must not outlive the change."""
        super().set_password(user, password)
        if isinstance(user, User):
            Session.objects.of(user).but(self.request.session.session_key).end()
            tell("password_changed", user)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as error:
            logger.exception("Mail %s was not sent", template_prefix)
            raise ImmediateHttpResponse(mail_unavailable(self.request)) from error

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().send_notification_mail(*args, **kwargs)
        except ImmediateHttpResponse:
            # What it tells about is done and saved; the page says so.
            return
