"""What a person may change about themselves and about how Milepost looks."""

from django.conf import settings as config
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.context import THEME_COOKIE
from accounts.forms import SettingsForm, ThemeForm
from accounts.http import LearnerRequest
from accounts.models import User
from accounts.return_path import sending_page

YEAR = 60 * 60 * 24 * 365  # seconds


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def settings(request: LearnerRequest) -> HttpResponse:
    if request.method == "POST":
        form = SettingsForm(request.POST)
        if form.is_valid():
            form.save(request.user)
            messages.success(request, "Saved.")
            return HttpResponseRedirect(reverse("accounts:settings"), status=303)
    else:
        form = SettingsForm.of(request.user)
    context = {
        "form": form,
        "address": request.user.emailaddress_set.filter(email=request.user.email).first(),
    }
    return render(request, "accounts/settings.html", context, status=422 if form.is_bound else 200)


@login_not_required
@require_POST
@never_cache
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme with the account, or in a cookie of visitors, and return to the page they were on."""
    form = ThemeForm(request.POST)
    if not form.is_valid():
        return render(
            request,
            "accounts/theme.html",
            {"form": form, "themes": User.Theme},
            status=422,
        )
    chosen: str = form.cleaned_data["theme"]
    response = HttpResponseRedirect(sending_page(request) or reverse("roadmap:landing"), status=303)
    if isinstance(request.user, User):
        request.user.theme = chosen
        request.user.save(update_fields=["theme"])
    else:
        response.set_cookie(
            THEME_COOKIE,
            chosen,
            max_age=YEAR,
            secure=config.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response
