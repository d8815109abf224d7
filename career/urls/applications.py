"""Addresses of applications, their stages and their history."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
