"""Addresses that fail on purpose, and some that answer in a certain way."""

import errno
import sqlite3

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@login_not_required
def locked(request: HttpRequest) -> HttpResponse:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    raise OperationalError("database is locked") from error


@login_not_required
def full(request: HttpRequest) -> HttpResponse:
    raise OSError(errno.ENOSPC, "No space left on device")


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    raise KeyError("alice@example.org typed this")


@login_not_required
def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@require_POST
@login_not_required
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST.get("text", ""))


@login_not_required
def long(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse("<p>A line of a long page.</p>" * 200)
    if etag := request.GET.get("etag"):
        answer.headers["ETag"] = etag
    if kind := request.GET.get("type"):
        answer.headers["Content-Type"] = kind
    if rule := request.GET.get("cache"):
        answer.headers["Cache-Control"] = rule
    return answer


@login_not_required
def short(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<p>Short.</p>")


@login_not_required
def unmodified(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=304, headers={"ETag": '"a"'})


@login_not_required
def personal(request: HttpRequest) -> HttpResponse:
    answer = HttpResponse(f"<p>This is {request.user}</p>")
    if rule := request.GET.get("cache"):
        answer.headers["Cache-Control"] = rule
    if names := request.GET.get("vary"):
        answer.headers["Vary"] = names
    else:
        # The session's own word for caches, forgotten.
        request.session.accessed = False
    return answer


urlpatterns = [
    path("test/personal/", personal),
    path("test/locked/", locked),
    path("test/full/", full),
    path("test/broken/", broken),
    path("test/denied/", denied),
    path("test/form/", form),
    path("test/long/", long),
    path("test/short/", short),
    path("test/unmodified/", unmodified),
    path("", include("config.urls")),
]
