"""A learner's public profile, its card and its badge: the same for whoever asks, or not there."""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps.views import sitemap
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from roadmap import elevation
from roadmap.figures import profile_html
from roadmap.models import Profile
from roadmap.models.profiles import Shown
from roadmap.outline import outline_for
from roadmap.profile.badge import THEMES, badge, words
from roadmap.profile.card import card_of, png
from roadmap.profile.counts import counts
from roadmap.profile.feed import atom
from roadmap.profile.page import ProfilePage, profile_page, reached
from roadmap.profile.structured import structured
from roadmap.sitemaps import Profiles
from roadmap.snapshot import PhaseItem

# A minute after a profile is switched off no cache may show it.
KEEP = 60  # seconds


@require_safe
@login_not_required
def profile(request: HttpRequest, handle: str) -> HttpResponse:
    """Show what the learner picked. No session is read, so that it is one page for all."""
    found = _found(handle)
    if found.handle != handle:
        return _moved("roadmap:profile", found)
    outline = outline_for(found.profile.user_id)
    page = profile_page(found, outline)
    shown = (page, outline.marks.version)
    html = _html if settings.DEBUG else _kept_html
    phases = outline.catalogue.phases
    response = _kept(request, shown, lambda: HttpResponse(html(page, site_of(request), phases)))
    if not page.is_indexed:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@login_not_required
def card(request: HttpRequest, handle: str) -> HttpResponse:
    """Draw the picture that goes with a shared link."""
    found = _found(handle)
    if found.handle != handle:
        return _for_others(_moved("roadmap:profile_card", found))
    drawn = card_of(profile_page(found, outline_for(found.profile.user_id)))
    return _for_others(_kept(request, drawn, lambda: HttpResponse(png(drawn), content_type="image/png")))


@require_safe
@login_not_required
def badge_svg(request: HttpRequest, handle: str) -> HttpResponse:
    """Draw the badge for a README; `?theme=` is dark or light."""
    found = _found(handle)
    theme = request.GET.get("theme", "")
    if found.handle != handle:
        query = f"?theme={theme}" if theme in THEMES else ""
        # The rule counts for each answer on the way to the picture.
        return _for_others(_moved("roadmap:profile_badge", found, query))
    drawn = badge(words(*counts(found.profile)), theme)
    return _for_others(_kept(request, drawn, lambda: HttpResponse(drawn, content_type="image/svg+xml")))


@require_safe
@login_not_required
def milestone_feed(request: HttpRequest, handle: str) -> HttpResponse:
    """List the milestones that are on the profile, for feed readers."""
    found = _found(handle)
    if not found.profile.shows_milestones:
        raise Http404("There is no such feed.")
    if found.handle != handle:
        return _moved("roadmap:milestone_feed", found)
    site = site_of(request)
    urls = [site + reverse(view, args=[handle]) for view in ("roadmap:profile", "roadmap:milestone_feed")]
    done = reached(outline_for(found.profile.user_id))
    name = found.profile.name or handle
    response = _kept(
        request,
        (name, handle, done),
        lambda: HttpResponse(atom(name, urls[0], done, urls[1]), content_type=Atom1Feed.content_type),
    )
    if not found.profile.is_indexed:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@login_not_required
@cache_control(public=True, max_age=KEEP, must_revalidate=True)
def profile_sitemap(request: HttpRequest) -> HttpResponse:
    """List the profiles whose learners want to be found."""
    return sitemap(request, {"profiles": Profiles()}).render()


def page_context(page: ProfilePage, site: str, phases: tuple[PhaseItem, ...]) -> dict[str, Any]:
    """Return what the template shows, for visitors and in the learner's own preview."""
    url = site + reverse("roadmap:profile", args=[page.handle])
    card_url = site + reverse("roadmap:profile_card", args=[page.handle])
    drawing = ""
    if page.share is not None:
        at = elevation.whole(page.share)
        title = f"Elevation profile: {at.x:.0f}% of the roadmap is walked."
        here = f"{at.x:.0f}% of the roadmap" if page.share else "Trailhead"
        drawing = profile_html(at, phases, title, here=here)
    return {
        "page": page,
        "url": url,
        "card": card_url,
        "drawing": drawing,
        "structured": structured(page, url, card_url),
    }


def site_of(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _html(page: ProfilePage, site: str, phases: tuple[PhaseItem, ...]) -> str:
    # Without the request: nothing of who asks gets into a page that caches hand to everyone.
    return render_to_string("roadmap/profile/profile.html", page_context(page, site, phases))


# Everything on the page is in its key. To render forty skills takes as long as all the rest.
_kept_html = lru_cache(maxsize=100)(_html)


def forget(user_id: int) -> None:
    """Drop the pages of all learners from memory: whose they are is not written on them."""
    _kept_html.cache_clear()
    png.cache_clear()


def _found(name: str) -> Shown:
    """Return the profile that a name leads to, if it is public. Everything else is one and the same 404."""
    found = Profile.objects.public(name, timezone.now().date())
    if found is None or not found.handle:
        raise Http404("There is no such profile.")
    return found


def _moved(view: str, found: Shown, query: str = "") -> HttpResponse:
    response = HttpResponseRedirect(reverse(view, args=[found.handle]) + query)
    return _public(response)


def _kept(request: HttpRequest, shown: object, render: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer 304 to whoever holds this very page or picture; `shown` is all that is on it."""
    parts = repr((settings.RELEASE, request.get_host(), request.scheme, shown))
    etag = f'W/"{hashlib.blake2b(parts.encode(), digest_size=15).hexdigest()}"'
    response: HttpResponse = get_conditional_response(request, etag=etag) or render()
    response["ETag"] = etag
    return _public(response)


def _public(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = f"public, max-age={KEEP}, must-revalidate"
    return response


def _for_others(response: HttpResponse) -> HttpResponse:
    """Let pages of other sites show this picture, and search engines leave it alone."""
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
