"""What is yours, all of it: to take along, to bring back, to reset, to delete."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.http import LearnerRequest


@require_safe
@never_cache
def data(request: LearnerRequest) -> HttpResponse:
    return render(request, "accounts/data.html", {})
