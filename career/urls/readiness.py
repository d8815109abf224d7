"""Addresses of readiness by tier and target companies."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
