"""A terminal in which somebody types commands, with the site behind it and no network between."""

import json
from typing import Any

import httpx
import pytest
from django.test import Client
from typer.testing import CliRunner

from accounts.api import allowance
from accounts.models import AccessToken, User
from accounts.scopes import SCOPES
from milepost import app as commands

SITE = "http://testserver"


def answer(request: httpx.Request) -> httpx.Response:
    """Let the site answer, inside the test's own transaction."""
    found = Client(raise_request_exception=False).generic(
        request.method,
        request.url.raw_path.decode(),
        request.content,
        content_type=request.headers.get("content-type", ""),
        headers=dict(request.headers),
    )
    return httpx.Response(found.status_code, headers=dict(found.headers), content=found.content)


class Terminal:
    """Types commands as `user` with a token for `scopes`; `said` and `errors` are what they printed."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, user: User, scopes: tuple[str, ...] = tuple(SCOPES)
    ) -> None:
        inside = httpx.MockTransport(answer)
        client = httpx.Client
        monkeypatch.setattr("milepost.site.httpx.Client", lambda **how: client(**how | {"transport": inside}))
        _, self.secret = AccessToken.objects.make(user, name="terminal", scopes=scopes, expires_at=None)
        monkeypatch.setenv("MILEPOST_URL", SITE)
        monkeypatch.setenv("MILEPOST_TOKEN", self.secret)
        self.monkeypatch = monkeypatch
        allowance.forget()

    def type(self, *words: str, wants: int = 0, answers: str = "") -> str:
        """Run a command, which must end with the code `wants`; return what it printed."""
        result = CliRunner().invoke(commands.app, list(words), input=answers)
        self.said, self.errors = result.stdout, result.stderr
        if isinstance(result.exception, commands.SPOKEN):
            # What `run` prints, and how it ends then.
            self.errors, code = str(result.exception), 1
        else:
            code = result.exit_code
            if result.exception and not isinstance(result.exception, SystemExit):
                raise result.exception
        assert code == wants, f"{words} ended with {code}: {self.said}{self.errors}"
        return self.said

    def json(self, *words: str) -> Any:
        return json.loads(self.type(*words, "--json"))
