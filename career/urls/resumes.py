"""Addresses of résumés and cover letters."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
