"""Creations that happen once, however often they are sent under their key."""

import hashlib
import re
from collections.abc import Callable

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

from accounts.api.problems import Problem
from accounts.http import ApiRequest
from accounts.models import KeptAnswer, Repeat, User

HEADER = "Idempotency-Key"
PATTERN = r"^[\x21-\x7e]{1,255}$"
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
KEPT_HEADERS = ("Content-Type", "ETag", "Location", "Cache-Control", "Vary")


def once(request: ApiRequest, create: Callable[[], HttpResponse]) -> HttpResponse:
    """Create with `create`, or answer what was answered when the request's key was first used.

    A refusal is not kept. What comes at the same moment under the same key waits. Raises Problem.
    """
    key = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if key is None:
        return create()
    if not _KEY.fullmatch(key):
        fault = {"detail": "Take 1 to 255 visible ASCII characters.", "parameter": HEADER}
        raise Problem("invalid", errors=[fault])
    with transaction.atomic():
        # So that of two at once, one waits for the other, whatever the database.
        User.objects.lock(request.user.pk)
        row = Repeat.objects.claim(request.user, key, _fingerprint(request), timezone.now())
        if row.fingerprint != _fingerprint(request):
            raise Problem("key-reused")
        if row.answer:
            return _again(row.answer)
        response = create()
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        row.keep(KeptAnswer(response.status_code, response.content.decode(), headers))
    return response


def _again(kept: KeptAnswer) -> HttpResponse:
    response = HttpResponse(kept.body, status=kept.status)
    for name, value in kept.headers.items():
        response.headers[name] = value
    response.headers["Idempotency-Replayed"] = "true"
    return response


def _fingerprint(request: ApiRequest) -> str:
    parts = (request.method or "").encode(), request.get_full_path().encode(), request.body
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
