"""/settings/mail/: what is sent and when."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
