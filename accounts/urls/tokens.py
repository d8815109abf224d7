"""/settings/tokens/: access tokens for the API."""

from django.urls import URLPattern, path

from accounts.views import tokens

urlpatterns: list[URLPattern] = [
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/<uuid:pk>/revoke/", tokens.token_revoke, name="token_revoke"),
]
