"""Addresses of job texts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
