"""Addresses of offers and negotiation."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
