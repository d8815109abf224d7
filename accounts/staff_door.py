"""Who may open /admin/: staff with a second factor, unless STAFF_SECOND_FACTOR is off."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.second_factor import has_second_factor

LogIn = Callable[..., HttpResponse]


def may_open(request: HttpRequest) -> bool:
    user: Any = request.user
    return bool(
        user.is_active and user.is_staff and (not settings.STAFF_SECOND_FACTOR or has_second_factor(user))
    )


def explain_to_staff(log_in: LogIn) -> LogIn:
    """Tell staff who lack a second factor where to switch one on; another log-in would not help."""

    @wraps(log_in)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not may_open(request):
            return render(request, "accounts/staff_door.html", status=403)
        return log_in(request, *args, **kwargs)

    return answer
