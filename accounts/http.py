"""Requests whose reader is known."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import AccessToken, User


class LearnerRequest(HttpRequest):
    """A request behind log-in: `user` is a row, and htmx's details are there."""

    user: User
    htmx: HtmxDetails


class ApiRequest(HttpRequest):
    """A request with a good access token (`auth`): `user` is whose it is."""

    user: User
    auth: AccessToken
