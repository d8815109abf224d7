"""Addresses of the funnel, import and export, contacts and presence."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
