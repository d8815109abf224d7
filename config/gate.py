"""Lets few requests at a time through to the program, each with its body already here.

A thread that waits for a slow sender's body is a thread less: with two threads, two such senders would stop
the site for everyone. So the server has many threads to wait in, and this gate lets as many through as there
are desks. Database connections belong to the desks, not to the threads, so that few are open.
"""

import io
import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Desk = dict[str, BaseDatabaseWrapper]


class Gate:
    """A WSGI application in front of `application`, with `desks` requests inside at most."""

    def __init__(self, application: Application, *, desks: int, longest_body: int) -> None:
        self.application = application
        self.longest_body = longest_body
        self._free: list[Desk] = [{} for _ in range(desks)]
        self._waiting: deque[tuple[threading.Lock, list[Desk]]] = deque()
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not self._receive(environ):
            # The sender left: what arrived must not be taken for the whole.
            start_response("400 Bad Request", [("Content-Type", "text/plain")])
            return [b"The request ended before its body did.\n"]
        desk = self._enter()
        try:
            self._sit_down(desk)
            response = self.application(environ, start_response)
            try:
                # The whole answer while still at the desk: to close it is to tidy up the connections.
                return [b"".join(response)]
            finally:
                if close := getattr(response, "close", None):
                    close()
        finally:
            self._leave(desk)

    def _receive(self, environ: Environ) -> bool:
        """Replace the input stream by the bytes that arrived; return whether that is all of them.

        A body over the limit is left unread, with its declared length, so that it is refused as too long.
        """
        declared = environ.get("CONTENT_LENGTH")
        if not declared and "HTTP_TRANSFER_ENCODING" not in environ:
            return True
        # In chunks of unknown length: one byte more than the limit tells that it is too long.
        wanted = int(declared) if declared else self.longest_body + 1
        if declared and wanted > self.longest_body:
            environ["wsgi.input"] = io.BytesIO()
            return True
        body = environ["wsgi.input"].read(wanted)
        environ["wsgi.input"] = io.BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        return not declared or len(body) == wanted

    def _enter(self) -> Desk:
        """Wait for a free desk, first come, first served."""
        with self._lock:
            if self._free:
                return self._free.pop()
            called = threading.Lock()
            called.acquire()
            given: list[Desk] = []
            self._waiting.append((called, given))
        called.acquire()
        return given[0]

    def _leave(self, desk: Desk) -> None:
        with self._lock:
            if self._waiting:
                called, given = self._waiting.popleft()
                given.append(desk)
                called.release()
            else:
                self._free.append(desk)

    def _sit_down(self, desk: Desk) -> None:
        """Make the desk's database connections this thread's."""
        for alias in connections:
            if alias not in desk:
                # Opened by the first thread at this desk, used by one after the other.
                desk[alias] = connections.create_connection(alias)
                desk[alias].inc_thread_sharing()
            connections[alias] = desk[alias]
