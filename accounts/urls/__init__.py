"""/settings/, a module per page of it."""

from django.urls import path

from accounts.urls import data, leaving, mail, security, tokens
from accounts.views import settings

app_name = "accounts"

urlpatterns = [
    path("", settings.settings, name="settings"),
    path("theme/", settings.theme, name="theme"),
    *security.urlpatterns,
    *data.urlpatterns,
    *leaving.urlpatterns,
    *tokens.urlpatterns,
    *mail.urlpatterns,
]
