"""Addresses: each app lists its own nouns."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("roadmap.urls")),
    path("settings/", include("accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
]
