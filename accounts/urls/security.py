"""/settings/security/: second factor, passkeys, devices, sign-ins.

The pages that allauth looks up by its own names are in accounts/second_factor_urls.py.
"""

from django.urls import URLPattern, path

from accounts.views import passkeys, security

urlpatterns: list[URLPattern] = [
    path("security/", security.security, name="security"),
    path("security/devices/", security.devices, name="devices"),
    path("security/passkeys/<slug:key>/", passkeys.edit, name="passkey"),
]
