"""Changing the address one logs in with."""

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.email_change import EmailChange
from accounts.forms import ChangeEmailForm
from accounts.http import LearnerRequest
from accounts.reauthentication import confirmed


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@confirmed
def change_email(request: LearnerRequest) -> HttpResponse:
    if refusal := ratelimit.consume_or_429(request, action="manage_email"):
        return refusal
    form = ChangeEmailForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        change = EmailChange(request.user, form.cleaned_data["email"])
        if form.needs_proof:
            change.ask(request)
            messages.success(request, f"We sent a link to {change.email}. It works for a day.")
            return _to_settings()
        try:
            change.make(verified=False)
        except IntegrityError:
            form.add_error("email", get_adapter().validation_error("email_taken"))
        else:
            messages.success(request, f"From now on you log in with {change.email}.")
            return _to_settings()
    return render(
        request,
        "account/email_change.html",
        {"form": form},
        status=422 if form.is_bound else 200,
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm_new_email(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button on GET, because mail scanners open links; change the address on POST."""
    change = EmailChange.from_token(token)
    if change and request.method == "POST":
        try:
            change.make(verified=True)
        except IntegrityError:
            change = None
        else:
            messages.success(request, f"From now on you log in with {change.email}.")
            return _to_settings()
    status = 200 if change else 404
    return render(request, "account/email_change_confirm.html", {"change": change}, status=status)


def _to_settings() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("accounts:settings"), status=303)
