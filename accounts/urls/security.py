"""/settings/security/: second factor, passkeys, devices, sign-ins."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
