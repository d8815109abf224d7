"""Addresses of the savings runway."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
