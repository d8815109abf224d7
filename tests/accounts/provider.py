"""An OpenID Connect provider of the tests' own, and a browser that goes there and back."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
LOG_IN = "/accounts/oidc/login/"
BACK = "/accounts/oidc/login/callback/"


class Provider:
    """It says of everyone who comes that they are `person`; `asked` are the paths that the site fetched."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.person: dict[str, Any] = {}
        self.asked: list[str] = []

    def answer(self, path: str) -> Any:
        self.asked.append(path)
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "userinfo_endpoint": f"{self.url}/userinfo",
                "jwks_uri": f"{self.url}/keys",
            },
            "/token": {"access_token": "token", "token_type": "Bearer", "expires_in": 60},
            "/userinfo": self.person,
        }.get(path)


@contextmanager
def running() -> Iterator[Provider]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            found = provider.answer(urlsplit(self.path).path)
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        do_POST = do_GET  # noqa: N815  # the base class's name

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider = Provider(server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield provider
    server.shutdown()
    server.server_close()


class Guest:
    """A browser that follows no redirect by itself."""

    def __init__(self, port: int) -> None:
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)

    def get(self, path: str) -> httpx.Response:
        return self.http.get(path)

    def send(self, page: str, path: str, **fields: str) -> httpx.Response:
        """Send a form that stands on `page`."""
        found = TOKEN.search(self.http.get(page).text)
        assert found
        return self.http.post(path, data={"csrfmiddlewaretoken": found[1], **fields})

    def to_provider(self, page: str = "/accounts/login/", **fields: str) -> dict[str, str]:
        """Press the provider's button; return the query it is sent there with."""
        answer = self.send(page, LOG_IN, **fields)
        assert answer.status_code == 303, answer.text
        return {
            name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()
        }

    def come_back(self, state: str, code: str = "code") -> httpx.Response:
        return self.http.get(BACK, params={"state": state, "code": code})

    def go_through(self, page: str = "/accounts/login/", **fields: str) -> httpx.Response:
        return self.come_back(self.to_provider(page, **fields)["state"])

    @property
    def is_in(self) -> bool:
        return self.http.get("/settings/").status_code == 200
