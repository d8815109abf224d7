"""Adding, naming and removing passkeys."""

from allauth.account.adapter import get_adapter
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.forms import AddPasskeyForm, RenamePasskeyForm
from accounts.http import LearnerRequest
from accounts.passkeys import Passkey, find
from accounts.reauthentication import confirmed
from accounts.second_factor import changed, has_second_factor
from accounts.views.authenticator_app import to_security, with_confirmed_address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_confirmed_address
@confirmed
def add(request: LearnerRequest) -> HttpResponse:
    agent = request.META.get("HTTP_USER_AGENT", "")
    form = AddPasskeyForm(request.user, request.POST if request.method == "POST" else None, user_agent=agent)
    if not form.is_valid():
        return render(
            request, "accounts/passkey_add.html", {"form": form}, status=422 if form.is_bound else 200
        )
    is_first = not has_second_factor(request.user)
    with transaction.atomic():
        name = form.save().data["name"]
        RecoveryCodes.activate(request.user)
    changed(request, request.user, "passkey_added")
    get_adapter().send_notification_mail("account/email/passkey_added", request.user, {"name": name})
    messages.success(request, f"The passkey “{name}” is added.")
    if not is_first:
        return to_security()
    response = redirect("mfa_view_recovery_codes")
    response.status_code = 303
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@confirmed
def edit(request: LearnerRequest, key: str) -> HttpResponse:
    passkey = find(request.user, key)
    if not passkey:
        raise Http404
    if request.method == "POST" and request.POST.get("do") == "remove":
        remove(request, passkey)
        return to_security()
    form = RenamePasskeyForm(
        request.POST if request.method == "POST" else None, initial={"name": passkey.name}
    )
    if form.is_valid():
        passkey.row.data["name"] = form.cleaned_data["name"]
        passkey.row.save(update_fields=["data"])
        messages.success(request, "Saved.")
        return to_security()
    context = {"form": form, "passkey": passkey}
    return render(request, "accounts/passkey.html", context, status=422 if form.is_bound else 200)


def remove(request: LearnerRequest, passkey: Passkey) -> None:
    delete_and_cleanup(request, passkey.row)
    changed(request, request.user, "passkey_removed")
    context = {"name": passkey.name}
    get_adapter().send_notification_mail("account/email/passkey_removed", request.user, context)
    messages.success(request, f"The passkey “{passkey.name}” is removed.")
