"""Addresses of interviews, mock ones, and what was asked."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
