"""Logging in with a passkey, and the challenges that passkeys answer."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.account.internal.templatekit import get_entrance_context_data
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.mfa.stages import AuthenticateStage
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms import LogInForm, LogInPasskeyForm
from accounts.models import User
from accounts.passkeys import options_to_add, options_to_use
from accounts.refusals import over_limit

ACTION = "passkey"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def log_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseRedirect(reverse("account_login"))
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("account_login"), status=303)
    if refusal := over_limit(request, ACTION):
        return refusal
    form = LogInPasskeyForm(request.POST, user=None)
    if not form.is_valid():
        context = get_entrance_context_data(request) | {
            "passkey_form": form,
            "form": LogInForm(request=request),
        }
        return render(request, "account/login.html", context, status=422)
    form.save()
    response: HttpResponse = perform_login(request, Login(user=form.cleaned_data["credential"].user))
    response.status_code = 303
    return response


@login_not_required
@require_POST
@never_cache
def options(request: HttpRequest) -> HttpResponse:
    """Answer what the browser needs `for` "log-in", "step", "confirm" or "add", as JSON.

    By POST, because the challenge is kept in the session.
    """
    if refusal := over_limit(request, ACTION):
        return refusal
    purpose, user = request.POST.get("for"), request.user
    if purpose == "log-in":
        return JsonResponse(options_to_use(None))
    if purpose == "step" and (stage := LoginStageController.enter(request, AuthenticateStage.key)):
        return JsonResponse(options_to_use(stage.login.user))
    if purpose == "confirm" and isinstance(user, User):
        return JsonResponse(options_to_use(user))
    if purpose == "add" and isinstance(user, User) and did_recently_reauthenticate(request):
        return JsonResponse(options_to_add(user))
    return JsonResponse({"error": "Load the page again."}, status=403)
