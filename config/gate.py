"""Lets few requests at a time through to the program, each with its body already here.

A thread that waits for a slow sender's body is a thread less: with two threads, two such senders would stop
the site for everyone. So the server has many threads to wait in, and this gate lets as many through as there
are desks. Database connections belong to the desks, not to the threads, so that few are open.
"""

import io
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Desk = dict[str, BaseDatabaseWrapper]
PIECE = 64 * 1024


class Gate:
    """A WSGI application in front of `application`, with `desks` requests inside at most."""

    def __init__(
        self,
        application: Application,
        *,
        desks: int,
        longest_body: int,
        long_bodies: Mapping[str, int] | None = None,
    ) -> None:
        self.application = application
        self.longest_body = longest_body
        self._long_bodies = long_bodies or {}
        self._long = threading.BoundedSemaphore(desks)
        self._free: list[Desk] = [{} for _ in range(desks)]
        self._waiting: deque[tuple[threading.Lock, list[Desk]]] = deque()
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        longest = self._long_bodies.get(environ.get("PATH_INFO", ""))
        declared = int(environ.get("CONTENT_LENGTH") or 0)
        if longest and (declared > self.longest_body or "HTTP_TRANSFER_ENCODING" in environ):
            # As many at a time as there are desks, so that strangers cannot fill the disk with them.
            with self._long, tempfile.TemporaryFile() as file:
                return self._serve(environ, start_response, file, longest)
        return self._serve(environ, start_response, None, self.longest_body)

    def _serve(
        self, environ: Environ, start_response: StartResponse, file: IO[bytes] | None, longest: int
    ) -> Iterable[bytes]:
        if not self._receive(environ, file, longest):
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

    def _receive(self, environ: Environ, file: IO[bytes] | None, longest: int) -> bool:
        """Replace the input stream by the bytes that arrived; return whether that is all of them.

        A body over the limit is left unread, with its declared length, so that it is refused as too long.
        A long one arrives in `file` instead of memory.
        """
        declared = environ.get("CONTENT_LENGTH")
        if not declared and "HTTP_TRANSFER_ENCODING" not in environ:
            return True
        # In chunks of unknown length: one byte more than the limit tells that it is too long.
        wanted = int(declared) if declared else longest + 1
        if declared and wanted > longest:
            environ["wsgi.input"] = io.BytesIO()
            return True
        arrived = 0
        body = file or io.BytesIO()
        while piece := environ["wsgi.input"].read(min(wanted - arrived, PIECE) if file else wanted):
            arrived += body.write(piece)
            if arrived == wanted:
                break
        body.seek(0)
        environ["wsgi.input"] = body
        environ["CONTENT_LENGTH"] = str(arrived)
        return not declared or arrived == wanted

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
