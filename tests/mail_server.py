"""A real mail server for tests: takes mail, or refuses, breaks off and dawdles as it is told."""

import asyncio
import email
import email.policy
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings

# It tells of every command.
logging.getLogger("mail.log").setLevel(logging.WARNING)


class Handler:
    """`rcpt` and `data` are what it answers; `drop` names the step ("rcpt", "data") at which it hangs up,
    `hold` the one at which it waits.
    """

    def __init__(self) -> None:
        self.rcpt = "250 OK"
        self.data = "250 OK"
        self.drop = ""
        self.wait = 0.0
        self.only = ""
        self.hold = ""
        self.held = False
        self.envelopes: list[Any] = []
        self.connections = 0

    async def handle_EHLO(  # noqa: N802  # the name is the library's
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def _pass(self, step: str) -> None:
        """Wait at this step for as long as the test holds it."""
        while self.hold == step:
            self.held = True
            await asyncio.sleep(0.02)

    async def handle_RCPT(  # noqa: N802  # as above
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        await self._pass("rcpt")
        if self.drop == "rcpt":
            server.transport.abort()
        if not self.rcpt.startswith("250") and self.only in address:
            return self.rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802  # as above
        if self.data.startswith("250"):
            self.envelopes.append(envelope)
        await asyncio.sleep(self.wait)
        await self._pass("data")
        if self.drop == "data":
            server.transport.abort()
        return self.data


class MailServer:
    def __init__(self, handler: Handler, port: int) -> None:
        self.handler = handler
        self.port = port

    @property
    def recipients(self) -> list[str]:
        return [address for envelope in self.handler.envelopes for address in envelope.rcpt_tos]

    @property
    def mail(self) -> list[EmailMessage]:
        """Return what arrived, parsed anew from the bytes."""
        return [
            email.message_from_bytes(envelope.content, policy=email.policy.default)
            for envelope in self.handler.envelopes
        ]


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def mail_server(*, timeout: int = 2) -> Iterator[MailServer]:
    """Run a server on a free port, and have Django send there."""
    handler, port = Handler(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=port,
            EMAIL_TIMEOUT=timeout,
            SITE_URL="https://milepost.example",
            DEFAULT_FROM_EMAIL="Milepost <hello@milepost.example>",
        ):
            yield MailServer(handler, port)
    finally:
        controller.stop()


def text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content())
