"""Someone with a browser, with or without script."""

import time
from collections.abc import Mapping
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.markup import Node, parse

HOST = "http://testserver"


def confirm(client: Client) -> Client:
    """Prove in `client`, where someone is logged in, who they are; return it."""
    session = client.session
    session["account_authentication_methods_user"] = session[SESSION_KEY]
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session.save()
    return client


class Person:
    """A learner who is logged in; without `user` a visitor."""

    def __init__(self, user: User | None = None) -> None:
        self.client = Client()
        self.account = user
        if user:
            self.client.force_login(user)

    @property
    def user(self) -> User:
        assert self.account is not None
        return self.account

    def confirm(self) -> None:
        """Prove who they are, as the page that asks for the password does."""
        confirm(self.client)

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers or None)

    def see(self, path: str) -> Node:
        """Return the page at `path`, which must be there."""
        answer = self.client.get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
        return parse(answer.content.decode())

    def send(self, path: str, fields: Mapping[str, Any] | None = None, *, page: str = "/roadmap/") -> Any:
        """Send a form as a browser without script does, from `page`."""
        return self.client.post(path, fields or {}, headers={"referer": HOST + page})

    def quietly(self, path: str, fields: Mapping[str, Any] | None = None, *, page: str = "/roadmap/") -> Any:
        """Send a form through htmx, from `page`."""
        headers = {"HX-Request": "true", "HX-Current-URL": HOST + page}
        return self.client.post(path, fields or {}, headers=headers)

    def tick(
        self,
        slug: str,
        state: str = "done",
        *,
        done_on: str = "",
        page: str = "/roadmap/",
        quiet: bool = True,
    ) -> Any:
        """Put a skill into a state."""
        fields = {"state": state} | ({"done_on": done_on} if done_on else {})
        send = self.quietly if quiet else self.send
        return send(reverse("roadmap:skill_state", args=[slug]), fields, page=page)
