"""Addresses of the trail, grouped by noun."""

from django.urls import URLPattern

app_name = "roadmap"

urlpatterns: list[URLPattern] = []
