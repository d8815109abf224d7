"""/settings/data/: your data: export, import, reset, deletion."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
