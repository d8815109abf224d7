"""Which mail is sent, and when."""

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.forms.mail import MailForm
from accounts.http import LearnerRequest
from accounts.models import Bounce


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def mail(request: LearnerRequest) -> HttpResponse:
    """Show the switches and keep what was chosen; `do=again` tries an address that refused too often."""
    user = request.user
    if request.method == "POST" and request.POST.get("do") == "again":
        Bounce.objects.filter(user=user).delete()
        messages.success(request, "Mail is on again. The next one is tried when it is due.")
        return HttpResponseRedirect(reverse("accounts:mail"), status=303)
    if request.method == "POST":
        form = MailForm(request.POST)
        if form.is_valid():
            form.save(user, timezone.now())
            messages.success(request, "Saved.")
            return HttpResponseRedirect(reverse("accounts:mail"), status=303)
    else:
        form = MailForm.of(user)
    context = {
        "form": form,
        "confirmed": EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists(),
        "stopped": Bounce.objects.filter(user=user, address=user.email, stopped_at__isnull=False).first(),
    }
    return render(request, "accounts/mail.html", context, status=422 if form.is_bound else 200)
