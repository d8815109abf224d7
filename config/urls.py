"""Addresses: each app lists its own nouns."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("roadmap.urls")),
    path("settings/", include("accounts.urls")),
    path("accounts/", include("accounts.entrance_urls")),
    path("admin/", admin.site.urls),
]

handler429 = "accounts.refusals.too_many_requests"
