"""One request, and what its answer means. Pure, by the standard library: no cookie, no body, no redirect
that was not looked at first."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

AGENT = "Milepost-link-check/1.0"
HOPS = 5
MOST = 64 * 1024  # bytes that are read of an answer


class NotAsked(Exception):
    """The address is none that may be asked; the text says why."""


@dataclass(frozen=True)
class Answer:
    """`status` 0: there was none, and `note` says why. `location`: where it sends us, or nothing."""

    status: int
    location: str = ""
    body: bytes = b""
    note: str = ""
    retry_after: int = 0


@dataclass(frozen=True)
class Asker:
    """How to ask. `local`: addresses of this machine and network may be asked, as tests do."""

    seconds: float = 10
    local: bool = False
    agent: str = AGENT
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, url: str, method: str = "HEAD") -> Answer:
        """Send one request. Raises NotAsked."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise NotAsked("This is no address of the web.")
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            address = self._address(parts.hostname, port)
            connection = self._connection(parts.scheme, parts.hostname, port, address)
            try:
                path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                headers = {"User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
                connection.request(method, path.replace(" ", "%20"), headers=headers)
                found = connection.getresponse()
                after = found.getheader("Retry-After", "")
                return Answer(
                    found.status,
                    urljoin(url, found.getheader("Location", "")) if 300 <= found.status < 400 else "",
                    found.read(MOST) if method == "GET" else b"",
                    retry_after=min(int(after), 3600) if after.isascii() and after.isdigit() else 0,
                )
            finally:
                connection.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(0, note=_reason(error))

    def _address(self, host: str, port: int) -> str:
        """Return the network address to connect to, so that a name cannot change between look and use."""
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not self.local and any(not ipaddress.ip_address(each).is_global for each in found):
            raise NotAsked("This name leads into a private network.")
        return found[0]

    def _connection(self, scheme: str, host: str, port: int, address: str) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection(host, port, timeout=self.seconds)
        sock = socket.create_connection((address, port), self.seconds)
        try:
            connection.sock = self.tls.wrap_socket(sock, server_hostname=host) if scheme == "https" else sock
        except OSError:
            sock.close()
            raise
        return connection


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "its certificate is not valid"
    if isinstance(error, TimeoutError):
        return "it did not answer in time"
    if isinstance(error, socket.gaierror):
        return "there is no such host"
    return f"no answer ({type(error).__name__})"
