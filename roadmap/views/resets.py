"""Resetting progress, and taking a reset back within the hour."""

import uuid

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import LearnerRequest
from roadmap.models import ResetSnapshot
from roadmap.outline import outline_for
from roadmap.reset_forms import ResetForm
from roadmap.resets.scopes import scopes_of

TOO_LATE = "This reset can no longer be undone: it was undone already, or it is more than an hour old."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reset(request: LearnerRequest) -> HttpResponse:
    """Choose a part of the trail and set it back to open."""
    outline, now = outline_for(request.user.pk), timezone.now()
    form = ResetForm(scopes_of(outline), request.POST if request.method == "POST" else None)
    if form.is_valid():
        if refusal := ratelimit.consume_or_429(request, action="reset", user=request.user):
            return refusal
        made = ResetSnapshot.objects.reset(request.user, form.scope.title, form.scope.what, now)
        if made:
            messages.success(request, f"{made.title} is open again. You can undo this for an hour.")
        else:
            messages.info(request, f"{form.scope.title}: there was nothing to reset.")
        return _back()
    alive = ResetSnapshot.objects.alive(request.user, now)
    context = {"form": form, "resets": [(each, request.user.local(each.made_at)) for each in alive]}
    return render(request, "roadmap/resets/reset.html", context, status=422 if form.is_bound else 200)


@require_POST
@never_cache
def undo_reset(request: LearnerRequest, pk: uuid.UUID) -> HttpResponse:
    """Bring back what a reset took, but for what was marked again since."""
    made = ResetSnapshot.objects.alive(request.user, timezone.now()).filter(pk=pk).first()
    if made is None:
        messages.info(request, TOO_LATE)
        return _back()
    number = made.undo()
    if number:
        messages.success(request, f"Undone: {number} mark{'' if number == 1 else 's'} of {made.title} back.")
    else:
        messages.info(request, "There was nothing left to undo.")
    return _back()


def _back() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("roadmap:reset"), status=303)
