"""Access tokens for a learner's own scripts: made, shown once, revoked."""

import uuid

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms.tokens import TokenForm
from accounts.http import LearnerRequest
from accounts.models import AccessToken, TooManyTokens
from accounts.reauthentication import confirmed_to_change
from accounts.refusals import limited
from accounts.scopes import SCOPES
from accounts.security_log import tell

FULL = f"You have {AccessToken.MOST} tokens, which is as many as fit. Revoke one that you no longer use."
ALREADY = (
    "This token is made already, and is shown only once. If you did not copy it, revoke it and make another."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@confirmed_to_change
@limited("token")
def tokens(request: LearnerRequest) -> HttpResponse:
    """List the tokens, or make one: the answer to the form shows it, and nothing else ever does."""
    if request.method != "POST":
        return _page(request, TokenForm())
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    pk = form.cleaned_data["token"] or uuid.uuid4()
    if AccessToken.objects.filter(pk=pk, user=request.user).exists():
        messages.info(request, ALREADY)
        return HttpResponseRedirect(reverse("accounts:tokens"), status=303)
    try:
        row, secret = AccessToken.objects.make(
            request.user,
            pk=pk,
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scope"],
            expires_at=form.expires_at(timezone.now()),
        )
    except TooManyTokens:
        form.add_error(None, FULL)
        return _page(request, form, status=422)
    _tell(request, "token_made", row)
    return _page(request, TokenForm(), made=row, secret=secret)


@require_POST
@never_cache
@confirmed_to_change
def token_revoke(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Revoke a token; one that is gone already stays so."""
    row = request.user.access_tokens.filter(pk=pk).first()
    if row is None and AccessToken.objects.filter(pk=pk).exists():
        raise Http404("There is no such token.")
    if row and row.delete()[0]:
        row.pk = pk
        _tell(request, "token_revoked", row)
        messages.success(request, f"Revoked: {row}. Scripts that use it are refused from now on.")
    else:
        messages.info(request, "This token is revoked already.")
    return HttpResponseRedirect(reverse("accounts:tokens"), status=303)


def _tell(request: LearnerRequest, event: str, row: AccessToken) -> None:
    """Leave a line in the log and tell the learner by mail."""
    tell(event, request.user)
    context = {"token": row, "scopes": [SCOPES[name] for name in row.scopes if name in SCOPES]}
    get_adapter().send_notification_mail(f"account/email/{event}", request.user, context)


def _page(
    request: LearnerRequest,
    form: TokenForm,
    *,
    status: int = 200,
    made: AccessToken | None = None,
    secret: str = "",
) -> HttpResponse:
    now = timezone.now()
    context = {
        "form": form,
        "made": made,
        "secret": secret,
        "rows": [(row, row.is_good(now)) for row in request.user.access_tokens.order_by("-made_at")],
        "scopes": [(scope, scope.name in form.chosen()) for scope in SCOPES.values()],
        "most": AccessToken.MOST,
    }
    return render(request, "accounts/tokens.html", context, status=status)
