"""Changes that waited on a device without a connection: applied once, as of the moment they were made."""

import datetime
import json
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpResponseBase, JsonResponse
from django.utils import timezone

from accounts.device import account_key
from accounts.http import Change, LearnerRequest
from accounts.models import AppliedChange, User

View = Callable[..., HttpResponseBase]
APPLIED, SUPERSEDED, MERGED, DATED = "applied", "superseded", "merged", "dated"
OLD = datetime.timedelta(30)


class Refused(Exception):
    """Nothing was changed, and `answer` says why."""

    def __init__(self, answer: HttpResponseBase) -> None:
        super().__init__()
        self.answer = answer


def queued(view: View) -> View:
    """Let `view` take changes that waited as well. It answers those with `told` or `not_taken`.

    They say so by a header, so that others pay nothing for it.
    """

    @wraps(view)
    def answer(request: LearnerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "HTTP_X_CHANGE_ID" not in request.META:
            return view(request, *args, **kwargs)
        try:
            return _once(view, request, *args, **kwargs)
        except Refused as refused:
            return refused.answer
        except Http404:
            return _said("What it was about is no longer here.", 404)

    return answer


def change_of(request: LearnerRequest) -> Change | None:
    """Return the change that a request of a device brings, None for a click of this moment."""
    return getattr(request, "change", None)


def told(said: str, result: str = APPLIED) -> JsonResponse:
    """Answer a change that waited: what became of it, in a word and in a sentence."""
    return JsonResponse({"result": result, "said": said})


def not_taken(form: forms.Form) -> JsonResponse:
    """Answer a change that waited and that cannot be: with the reasons, 422."""
    return _said(" ".join(str(error) for errors in form.errors.values() for error in errors), 422)


def clock(user: User, at: datetime.datetime, now: datetime.datetime) -> str:
    """Return `at` on the learner's clock: “18:52”, with the day when it is not that of `now`."""
    local = user.local(at)
    day = "" if local.date() == user.today(now) else f"{local:%b} {local.day}, "
    return f"{day}{local:%H:%M}"


def _once(view: View, request: LearnerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    now, user = timezone.now(), request.user
    change = _read(request, now)
    if change is None:
        return _said("This change is damaged.", 400)
    if request.headers.get("X-Account") != account_key(user.pk):
        return _said("This change belongs to another account.", 409)
    request.change = change
    with transaction.atomic():
        if (before := AppliedChange.objects.claim(user.pk, change.id)) is not None:
            return JsonResponse(before)
        response = view(request, *args, **kwargs)
        if not isinstance(response, JsonResponse) or response.status_code != 200:
            raise Refused(response)
        answer = _dated(response, change, now, user)
        AppliedChange.objects.keep(user.pk, change.id, answer)
    return JsonResponse(answer)


def _read(request: LearnerRequest, now: datetime.datetime) -> Change | None:
    """Return what the headers say, the moment within what can be: no device made it tomorrow."""
    try:
        key = uuid.UUID(request.headers["X-Change-Id"])
        at = datetime.datetime.fromisoformat(request.headers["X-Change-At"])
        if at.tzinfo is None:
            return None
        return Change(key, max(min(at, now), request.user.date_joined))
    except (KeyError, ValueError, OverflowError):
        return None


def _dated(response: JsonResponse, change: Change, now: datetime.datetime, user: User) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(response.content)
    if now - change.at > OLD:
        day = user.local(change.at)
        answer["said"] += f" Dated {day:%b} {day.day}, {day:%Y}, when you made it."
        if answer["result"] == APPLIED:
            answer["result"] = DATED
    return answer


def _said(said: str, status: int) -> JsonResponse:
    return JsonResponse({"result": "refused", "said": said}, status=status)
