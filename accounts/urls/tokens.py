"""/settings/tokens/: access tokens for the API."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
