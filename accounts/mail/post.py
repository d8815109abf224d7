"""The mail server, on one connection for as many messages as there are."""

import smtplib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr
from types import TracebackType
from typing import Self, cast

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address


class Down(Exception):
    """No mail can be sent now, to nobody: the server is away, or wants none of ours."""


class NotOurs(Exception):
    """The claim is somebody else's by now; nothing was sent."""


@dataclass(frozen=True)
class Answer:
    """What the server said in the end; code 0: it took the text and said nothing."""

    code: int

    @property
    def taken(self) -> bool:
        return 200 <= self.code < 300

    @property
    def put_off(self) -> bool:
        return 400 <= self.code < 500

    @property
    def refused(self) -> bool:
        return self.code >= 500


TAKEN, SILENT = Answer(250), Answer(0)
CLOSING = 421


@dataclass(frozen=True)
class Parcel:
    """A message with its envelope. `of` raises ValueError for what no mail server would understand."""

    sender: str
    recipient: str
    text: bytes
    message: EmailMultiAlternatives

    @classmethod
    def of(cls, message: EmailMultiAlternatives) -> "Parcel":
        encoding = message.encoding or "utf-8"
        sender, recipient = (
            parseaddr(sanitize_address(address, encoding))[1]
            for address in (message.from_email, message.to[0])
        )
        return cls(sender, recipient, message.message().as_bytes(linesep="\r\n"), message)


class Post:
    """Sends messages over one connection, opened with the first of them.

    A context manager. `send` calls `hand` just before the text leaves; from there on the server may have it.
    """

    def __init__(self) -> None:
        self._backend = get_connection(fail_silently=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(smtplib.SMTPException, OSError):
            self._backend.close()

    def send(self, parcel: Parcel, hand: Callable[[], bool]) -> Answer:
        """Send it; raise Down or NotOurs when it did not even begin."""
        if not isinstance(self._backend, EmailBackend):
            return self._by_backend(parcel, hand)
        try:
            refusal = self._introduce(parcel)
        except smtplib.SMTPServerDisconnected:
            # It may have closed a connection that was idle for long: once more, on a new one.
            self._forget()
            try:
                refusal = self._introduce(parcel)
            except smtplib.SMTPServerDisconnected as error:
                self._forget()
                raise Down from error
        return refusal or self._text(parcel, hand)

    def _by_backend(self, parcel: Parcel, hand: Callable[[], bool]) -> Answer:
        """Send it by a backend that tells nothing of the steps."""
        if not hand():
            raise NotOurs
        try:
            self._backend.send_messages([parcel.message])
        except (smtplib.SMTPException, OSError):
            return SILENT
        return TAKEN

    @property
    def _smtp(self) -> smtplib.SMTP:
        if self._backend.connection is None:
            try:
                self._backend.open()
            except (smtplib.SMTPException, OSError) as error:
                raise Down from error
        return cast(smtplib.SMTP, self._backend.connection)

    def _forget(self) -> None:
        """Drop a connection that broke."""
        if self._backend.connection is not None:
            self._backend.connection.close()
            self._backend.connection = None

    def _introduce(self, parcel: Parcel) -> Answer | None:
        """Name sender and recipient; return the answer when it refuses the recipient."""
        smtp = self._smtp
        try:
            smtp.ehlo_or_helo_if_needed()
            code, _ = smtp.mail(parcel.sender, ["body=8bitmime"] if smtp.has_extn("8bitmime") else [])
        except smtplib.SMTPHeloError as error:
            self._forget()
            raise Down from error
        if code != 250:
            self._forget()
            raise Down(f"The sender was refused with {code}.")
        code, _ = smtp.rcpt(parcel.recipient)
        if code in (250, 251):
            return None
        if code == CLOSING:
            self._forget()
            raise Down("The server closes.")
        smtp.rset()
        return Answer(code)

    def _text(self, parcel: Parcel, hand: Callable[[], bool]) -> Answer:
        smtp = self._smtp
        if not hand():
            self._forget()
            raise NotOurs
        try:
            code, _ = smtp.data(parcel.text)
        except smtplib.SMTPDataError as error:
            code = error.smtp_code
        except (smtplib.SMTPException, OSError):
            self._forget()
            return SILENT
        if code == CLOSING:
            self._forget()
        return Answer(code)
