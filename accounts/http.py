"""Requests whose reader is known."""

import datetime
import uuid
from typing import NamedTuple

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import AccessToken, User


class Change(NamedTuple):
    """A change that waited; `at` (aware) is when its learner made it, by their device's clock."""

    id: uuid.UUID
    at: datetime.datetime


class LearnerRequest(HttpRequest):
    """A request behind log-in: `user` is a row, and htmx's details are there.

    `change` is there only in one that brings a change which waited on a device: see accounts/queued.py.
    """

    user: User
    htmx: HtmxDetails
    change: Change


class ApiRequest(HttpRequest):
    """A request with a good access token (`auth`): `user` is whose it is."""

    user: User
    auth: AccessToken
