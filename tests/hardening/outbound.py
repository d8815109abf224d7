"""No test, and so no code that a test runs, reaches another machine."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

NAMES = {"localhost", "testserver", "", None}


class WentOut(AssertionError):
    """Something tried to reach an address that is not this machine."""


def is_here(address: Any) -> bool:
    """Return whether a socket address is a path or on this machine."""
    if not isinstance(address, tuple):
        return True  # a Unix socket
    try:
        return ipaddress.ip_address(str(address[0]).partition("%")[0]).is_loopback
    except ValueError:
        return address[0] in NAMES


def _is_number(name: str) -> bool:
    """Return whether `name` is an address in figures, which nobody is asked about."""
    try:
        socket.inet_aton(name)
    except OSError:
        return ":" in name
    return True


@contextmanager
def closed() -> Iterator[None]:
    """Let sockets of this process connect to this machine only, and names be looked up for it only.

    A socket of another kind (a datagram) that only asks the system for a route sends nothing, too.
    """
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        if not is_here(address):
            raise WentOut(f"a connection to {address}")
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        if not is_here(address):
            raise WentOut(f"a connection to {address}")
        return connect_ex(self, address)

    def looked_up(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if not is_here((name,)) and not _is_number(name):
            raise WentOut(f"a look-up of {host}")
        return look_up(host, *arguments, **options)

    socket.socket.connect = guarded  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = guarded_ex  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = looked_up
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]
        socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
        socket.getaddrinfo = look_up
