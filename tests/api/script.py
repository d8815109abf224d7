"""A learner's own script: it has a token and speaks JSON."""

import datetime
import json
from collections.abc import Collection
from typing import Any

from django.test import Client

from accounts.api import allowance
from accounts.models import AccessToken, User
from accounts.scopes import SCOPES

ROOT = "/api/v1"


class Script:
    """Calls the API with a token of `user` that has `scopes`; without `user`, with none."""

    def __init__(
        self,
        user: User | None = None,
        scopes: Collection[str] = tuple(SCOPES),
        expires_at: datetime.datetime | None = None,
    ) -> None:
        self.client = Client(raise_request_exception=False)
        self.headers: dict[str, str] = {}
        if user:
            self.token, self.secret = AccessToken.objects.make(
                user, name="script", scopes=scopes, expires_at=expires_at
            )
            self.headers = {"Authorization": f"Bearer {self.secret}"}
        allowance.forget()

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Send `body` as JSON (bytes as they are); header names have underscores for dashes."""
        sent = {name.replace("_", "-"): text for name, text in headers.items()}
        raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        kind = sent.pop("Content-Type", "application/json")
        return self.client.generic(
            method, ROOT + path, raw, content_type=kind, headers={**self.headers, **sent}
        )

    def get(self, path: str, **headers: str) -> Any:
        return self.call("GET", path, **headers)

    def put(self, path: str, body: Any, **headers: str) -> Any:
        return self.call("PUT", path, body, **headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        return self.call("POST", path, body, **headers)

    def delete(self, path: str, **headers: str) -> Any:
        return self.call("DELETE", path, **headers)

    def see(self, path: str) -> Any:
        """Return what `path` answers, which must be there."""
        found = self.get(path)
        assert found.status_code == 200, f"{path} answered {found.status_code}: {found.content!r}"
        return found.json()
