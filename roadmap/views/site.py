"""Files that browsers and search engines look for at fixed addresses."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps.views import sitemap as django_sitemap
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from roadmap.sitemaps import PublicPages

DAY = 60 * 60 * 24  # seconds
PRIVATE = ("/admin/", "/accounts/", "/settings/", "/today/")


@require_safe
@login_not_required
@cache_control(public=True, max_age=DAY)
def sitemap(request: HttpRequest) -> HttpResponse:
    return django_sitemap(request, {"pages": PublicPages()}).render()


@require_safe
@login_not_required
@cache_control(public=True, max_age=DAY)
def robots(request: HttpRequest) -> HttpResponse:
    maps = [request.build_absolute_uri(reverse(f"roadmap:{name}")) for name in ("sitemap", "profile_sitemap")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE), ""]
    lines += [*(f"Sitemap: {address}" for address in maps), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@login_not_required
@cache_control(public=True, max_age=DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("img/icon.svg"))


@require_safe
@login_not_required
@cache_control(public=True, max_age=DAY)
def manifest(request: HttpRequest) -> HttpResponse:
    return JsonResponse(
        {
            "name": "Milepost",
            "short_name": "Milepost",
            "id": "/",
            "start_url": reverse("roadmap:today"),
            "scope": "/",
            "display": "standalone",
            "description": "What to learn next on the way to a first machine learning job.",
            "lang": "en",
            "background_color": "#f3eee1",
            "theme_color": "#f3eee1",
            "icons": [
                {"src": static("img/icon.svg"), "type": "image/svg+xml", "sizes": "any"},
                _png("icon-192", 192),
                _png("icon-512", 512),
                # On its own ground up to the edges, since phones cut icons to their shape.
                _png("icon-maskable", 512) | {"purpose": "maskable"},
            ],
            "shortcuts": [
                {"name": name, "url": reverse(f"roadmap:{to}"), "icons": [_png("icon-192", 192)]}
                for name, to in (("Review", "review"), ("Study log", "log"), ("This week", "week"))
            ],
        },
        content_type="application/manifest+json",
    )


def _png(name: str, size: int) -> dict[str, str]:
    return {"src": static(f"img/{name}.png"), "type": "image/png", "sizes": f"{size}x{size}"}
