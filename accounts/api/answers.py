"""Answers with their ETag, and writes that ask for the one they know."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_etags
from pydantic import BaseModel

from accounts.api.problems import Problem
from accounts.http import ApiRequest
from accounts.models import User

JSON = "application/json; charset=utf-8"
TAGS = r'^(\*|(W/)?"[\x21\x23-\x7e]*"(, *(W/)?"[\x21\x23-\x7e]*")*)$'
LONGEST = 500  # characters of a list of tags
_TAGS = re.compile(TAGS)


def answer(
    request: ApiRequest, shown: BaseModel, status: int = 200, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Return `shown` as JSON; 304 to a read that names its ETag."""
    body = _bytes(shown)
    tag = _tag(body)
    if status == 200 and request.method in ("GET", "HEAD") and _named(request, "If-None-Match"):
        known = get_conditional_response(request, etag=tag)
        if known is not None:
            return _private(known, tag)
    response = HttpResponse(body, status=status, content_type=JSON)
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return _private(response, tag)


def nothing() -> HttpResponse:
    """Return the answer to what is gone."""
    return _private(HttpResponse(status=204), "")


@contextmanager
def unchanged(request: ApiRequest, current: Callable[[], BaseModel | None]) -> Iterator[None]:
    """Carry out a write only while what it changes is as the request's If-Match or If-None-Match says.

    `current` reads it anew; None: it is not there yet. Without such a header nothing is read or locked.
    Raises Problem.
    """
    match, none = _named(request, "If-Match"), _named(request, "If-None-Match")
    if match is None and none is None:
        yield
        return
    with transaction.atomic():
        User.objects.lock(request.user.pk)
        shown = current()
        tag = _tag(_bytes(shown)) if shown else None
        wanted = match is None or (tag is not None and _names(match, tag))
        unwanted = none is not None and tag is not None and _names(none, tag)
        if unwanted or not wanted:
            raise Problem("changed-since", headers={"ETag": tag} if tag else {})
        yield


def _bytes(shown: BaseModel) -> bytes:
    return shown.__pydantic_serializer__.to_json(shown)


def _tag(body: bytes) -> str:
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def _names(header: str, tag: str) -> bool:
    """Return whether a header names `tag`: weak ones too, as compression makes them of the same state."""
    return any(found == "*" or found.removeprefix("W/") == tag for found in parse_etags(header))


def _named(request: ApiRequest, header: str) -> str | None:
    """Return the tags of a header, None without it. Raises Problem for what is no list of tags."""
    text = request.headers.get(header)
    if text is not None and (len(text) > LONGEST or not _TAGS.fullmatch(text)):
        fault = {"detail": "Send quoted tags with commas between them, or *.", "parameter": header}
        raise Problem("invalid", errors=[fault])
    return text


def _private(response: HttpResponse, tag: str) -> HttpResponse:
    if tag:
        response.headers["ETag"] = tag
    # To be kept by nobody but the script that asked, and asked for again each time.
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Authorization"
    return response
