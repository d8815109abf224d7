"""Switching an authenticator app on and off, and its recovery codes."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.internal.flows.add import validate_can_add_authenticator
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, clear_totp_secret
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import qr
from accounts.codes import LAST
from accounts.forms import ConnectAppForm
from accounts.http import LearnerRequest
from accounts.models import User
from accounts.reauthentication import View, confirmed
from accounts.second_factor import changed


def app_of(user: User) -> Authenticator | None:
    found: Authenticator | None = Authenticator.objects.filter(
        user=user, type=Authenticator.Type.TOTP
    ).first()
    return found


def with_confirmed_address(view: View) -> View:
    """Send back whoever could never be helped in again: a stranger may have signed up with that address."""

    @wraps(view)
    def guarded(request: LearnerRequest) -> HttpResponseBase:
        try:
            validate_can_add_authenticator(request.user)
        except ValidationError as error:
            messages.error(request, error.message)
            return to_security()
        return view(request)

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_confirmed_address
@confirmed
def connect(request: LearnerRequest) -> HttpResponse:
    if app_of(request.user):
        return to_security()
    form = ConnectAppForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        switch_on(request, form.secret, form.cleaned_data["code"])
        return HttpResponseRedirect(reverse("mfa_view_recovery_codes"), status=303)
    url = get_mfa_adapter().build_totp_url(request.user, form.secret)
    context = {"form": form, "secret": form.secret, "url": url, "qr": qr.drawing(url)}
    return render(request, "accounts/app_connect.html", context, status=422 if form.is_bound else 200)


def switch_on(request: LearnerRequest, secret: str, counter: int) -> None:
    """Store the app; the code that proved it is spent by that."""
    with transaction.atomic():
        User.objects.lock(request.user.pk)
        if app_of(request.user):
            return  # the form was sent twice
        app = TOTP.activate(request.user, secret).instance
        app.data[LAST] = counter
        app.save(update_fields=["data"])
        RecoveryCodes.activate(request.user)
    clear_totp_secret(request)
    changed(request, request.user, "second_factor_on")
    get_adapter().send_notification_mail("account/email/app_on", request.user)
    messages.success(request, "The app is connected. Keep these recovery codes.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@confirmed
def disconnect(request: LearnerRequest) -> HttpResponse:
    app = app_of(request.user)
    if request.method != "POST":
        if not app:
            return to_security()
        return render(request, "accounts/app_disconnect.html")
    if app:
        delete_and_cleanup(request, app)
        changed(request, request.user, "second_factor_off")
        get_adapter().send_notification_mail("account/email/app_off", request.user)
        messages.success(request, "The authenticator app is off.")
    return to_security()


def to_security() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("accounts:security"), status=303)


def recovery_codes_of(user: User) -> RecoveryCodes:
    """Return them; raise Http404 where there is no second factor that they could stand in for."""
    row = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    if not row:
        raise Http404
    return RecoveryCodes(row)
