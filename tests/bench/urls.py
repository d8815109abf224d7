"""The project's addresses and one more: what everything is compared with."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import *  # noqa: F403
from config.urls import urlpatterns as site


def hello(request: HttpRequest) -> HttpResponse:
    """Answer two bytes to somebody who is logged in: session and user are loaded."""
    assert request.user.is_authenticated
    return HttpResponse("ok")


urlpatterns = [path("hello/", hello), *site]
