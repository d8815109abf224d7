"""Log-in with an account elsewhere, from the environment; without its variables it is not installed."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env

PROVIDERS = "allauth.socialaccount.providers"


class Doors:
    """`doors`: {provider: name}, in the order of the buttons, and the settings that they need."""

    def __init__(self, env: Env) -> None:
        self.doors: dict[str, str] = {}
        self.providers: dict[str, Any] = {}
        # Where browsers may go after a form of ours, which is what a log-in elsewhere begins with.
        self.origins: list[str] = []
        self.name: str = env.str("OIDC_NAME", "OpenID Connect")
        self._add_github(env.str("GITHUB_CLIENT_ID", ""), env.str("GITHUB_CLIENT_SECRET", ""))
        self._add_openid(
            env.str("OIDC_SERVER_URL", ""), env.str("OIDC_CLIENT_ID", ""), env.str("OIDC_CLIENT_SECRET", "")
        )
        if self.doors and not (find_spec("jwt") and find_spec("requests")):
            raise ImproperlyConfigured("A log-in elsewhere needs its libraries: uv sync --extra social")

    @property
    def apps(self) -> list[str]:
        if not self.doors:
            return []
        return ["allauth.socialaccount", *(f"{PROVIDERS}.{provider}" for provider in self.doors)]

    def _add_github(self, client: str, secret: str) -> None:
        if not (client or secret):
            return
        if not (client and secret):
            raise ImproperlyConfigured("GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET go together")
        self.doors["github"] = "GitHub"
        self.providers["github"] = {
            "APPS": [{"client_id": client, "secret": secret}],
            "SCOPE": ["read:user", "user:email"],
            "OAUTH_PKCE_ENABLED": True,
        }
        self.origins.append("https://github.com")

    def _add_openid(self, server: str, client: str, secret: str) -> None:
        if not (server or client or secret):
            return
        if not (server and client and secret):
            raise ImproperlyConfigured("OIDC_SERVER_URL, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together")
        parts = urlsplit(server)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ImproperlyConfigured("OIDC_SERVER_URL begins with https://")
        app = {
            "provider_id": "oidc",
            "name": self.name,
            "client_id": client,
            "secret": secret,
            "settings": {"server_url": server},
        }
        self.doors["openid_connect"] = self.name
        self.providers["openid_connect"] = {"APPS": [app], "OAUTH_PKCE_ENABLED": True}
        self.origins.append(f"{parts.scheme}://{parts.netloc}")
