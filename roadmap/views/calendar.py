"""The calendar feed: open to whoever has its address, which its learner makes, replaces and switches off."""

import hashlib

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import time_zones
from accounts.http import LearnerRequest
from accounts.models import User
from accounts.refusals import over_limit
from roadmap.calendar_file import calendar_file
from roadmap.calendar_forms import FeedForm
from roadmap.learner_calendar import learner_calendar
from roadmap.models import CalendarFeed
from roadmap.undo import StaleUndo
from roadmap.undo_rows import RowChange, read_rows, row_token
from roadmap.views.refused import refused

KIND = "calendar"
TYPE = "text/calendar; charset=utf-8"
# Brings a new secret over the redirect to the page that shows it once; the page takes it back.
COOKIE, LIFETIME = "calendar_secret", 120  # seconds
SHOWN_ONCE = "Copy the address now: it is shown this once."


@require_safe
@login_not_required
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer with the calendar that `secret` opens; a wrong one and an old one are not there.

    What is asked for too often is 429: by address for wrong ones, by secret for a right one.
    """
    learner = CalendarFeed.objects.learner_of(secret)
    if learner is None:
        if refusal := over_limit(request, "feed_failed"):
            return refusal
        raise Http404("There is no such calendar.")
    if refusal := over_limit(request, "feed", CalendarFeed.digest_of(secret)):
        return refusal
    response = _file(request, learner)
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@never_cache
def download(request: LearnerRequest) -> HttpResponse:
    """Give the calendar as it is today as a file."""
    response = _file(request, request.user)
    response["Content-Disposition"] = 'attachment; filename="milepost.ics"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def calendar_settings(request: LearnerRequest) -> HttpResponse:
    """Show whether the feed is on, or make, replace or switch off its address."""
    if request.method != "POST":
        sent = request.COOKIES.get(COOKIE, "")
        response: HttpResponse = TemplateResponse(request, "roadmap/calendar.html", _screen(request, sent))
        if sent:
            response.delete_cookie(COOKIE, path=reverse("roadmap:calendar"), samesite="Strict")
        return response
    form = FeedForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    if form.cleaned_data["do"] == "off":
        return _off(request)
    if form.cleaned_data["do"] == "make":
        secret = CalendarFeed.objects.make(request.user)
        said = f"Your calendar feed is on. {SHOWN_ONCE}" if secret else "Your calendar feed is on already."
    else:
        secret = CalendarFeed.objects.rotate(request.user, form.cleaned_data["known"])
        said = (
            f"The old address leads nowhere now. {SHOWN_ONCE}"
            if secret
            else "This address was replaced already. Nothing was changed."
        )
    return _answer(request, said, secret=secret)


def put_back(request: LearnerRequest, token: str) -> HttpResponse:
    """Undo that the feed was switched off."""
    try:
        (change,) = read_rows(request.user.pk, token)
    except StaleUndo:
        return _answer(request, "This can no longer be undone. Make a new address instead.")
    if change.was and CalendarFeed.objects.put_back(request.user, change.was["digest"]):
        return _answer(request, "Undone: the feed is on again, at the address that it had.")
    return _answer(request, "Your calendar feed is on already. Nothing was changed.")


def _off(request: LearnerRequest) -> HttpResponse:
    row = CalendarFeed.objects.filter(user=request.user).first()
    if row is None:
        return _answer(request, "Your calendar feed is off.")
    row.delete()
    undo = row_token(request.user.pk, KIND, [RowChange("", {"digest": row.digest}, None)])
    return _answer(request, "Your calendar feed is off: its address leads nowhere now.", undo=undo)


def _file(request: HttpRequest, learner: User) -> HttpResponse:
    """Return the calendar of `learner`, or 304 for one who holds it already."""
    entries = learner_calendar(learner, learner.today())
    zone = time_zones.zone(learner.time_zone)
    site = f"{request.scheme}://{request.get_host()}"
    parts = repr((settings.RELEASE, site, zone.key, entries))
    # Weak, since the stamp of the same calendar differs each time.
    etag = f'W/"{hashlib.blake2b(parts.encode(), digest_size=15).hexdigest()}"'
    known: HttpResponse | None = get_conditional_response(request, etag=etag)
    response = known or HttpResponse(calendar_file(entries, zone, site, timezone.now()), content_type=TYPE)
    response["ETag"] = etag
    return response


def _screen(request: LearnerRequest, secret: str) -> dict[str, object]:
    """Return what the page shows; the address only for the secret of the feed as it is now."""
    row = CalendarFeed.objects.filter(user=request.user).first()
    address = ""
    if row and secret and CalendarFeed.digest_of(secret) == row.digest:
        address = request.build_absolute_uri(reverse("roadmap:feed", args=[secret]))
    subscribe = f"webcal:{address.partition(':')[2]}" if address else ""
    return {"section": "settings", "feed": row, "address": address, "subscribe": subscribe}


def _answer(request: LearnerRequest, said: str, *, secret: str = "", undo: str = "") -> HttpResponse:
    if request.htmx:
        context = {**_screen(request, secret), "said": said, "undo": undo, "oob": True}
        return TemplateResponse(request, "roadmap/updates/calendar.html", context)
    messages.success(request, said, extra_tags=undo)
    path = reverse("roadmap:calendar")
    response = HttpResponseRedirect(path, status=303)
    if secret:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(
            COOKIE, secret, LIFETIME, path=path, secure=secure, httponly=True, samesite="Strict"
        )
    return response
