"""Addresses: each app lists its own nouns."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from config import api, api_docs, health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("", include("roadmap.urls")),
    path("", include("career.urls")),
    path("settings/", include("accounts.urls")),
    path("settings/security/", include("accounts.second_factor_urls")),
    path("accounts/", include("accounts.entrance_urls")),
    path("api/docs", api_docs.docs, name="api_docs"),
    path("api/v1/openapi.json", api_docs.openapi, name="openapi"),
    path("api/v1/", include((api.urlpatterns, "api"))),
    path("mail/", include("accounts.urls.letters")),
    path("admin/", admin.site.urls),
]

if settings.SOCIAL_DOORS:
    urlpatterns.append(path("accounts/", include("accounts.social_urls")))

handler429 = "accounts.refusals.too_many_requests"
handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
