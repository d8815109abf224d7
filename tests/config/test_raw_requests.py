"""Requests that no browser sends, byte by byte, at the real server: refused, and the next one is served."""

import re
import socket
from collections.abc import Iterator

import pytest

from tests.config import installation
from tests.config.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.once]
HOST = b"Host: 127.0.0.1\r\n"
STATUS = re.compile(rb"HTTP/1\.1 (\d{3})")
SMUGGLED = b"GET /smuggled/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    found = installation.new(tmp_path_factory.mktemp("raw"))
    with found.served():
        yield found
        assert found.get("/healthz").status == 200


def say(here: Installation, request: bytes) -> tuple[list[int], bool, bytes]:
    """Return the statuses that answer `request`, whether the connection was closed, and the bytes."""
    with socket.create_connection(("127.0.0.1", here.port), timeout=3) as connection:
        connection.sendall(request)
        got = b""
        try:
            while piece := connection.recv(65536):
                got += piece
        except TimeoutError:
            return [int(code) for code in STATUS.findall(got)], False, got
        except ConnectionResetError:
            pass
        return [int(code) for code in STATUS.findall(got)], True, got


@pytest.mark.asvs("4.2.1")
@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: 5, 6\r\n",
        b"Content-Length: +5\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: 0x5\r\n",
        b"Content-Length: five\r\n",
        b"Content-Length: 99999999999999999999999\r\n",
        b"Transfer-Encoding: chunked\x0b\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b" Transfer-Encoding: chunked\r\n",
        b"X-Folded: a\r\n b\r\nContent-Length : 5\r\n",
        b"X-Nul: a\x00b\r\n",
        b"X-Bare: a\rb\r\n",
    ],
)
def test_a_length_that_can_be_read_in_two_ways_is_refused(here: Installation, headers: bytes):
    statuses, closed, _ = say(
        here, b"POST /accounts/login/ HTTP/1.1\r\n" + HOST + headers + b"\r\n0\r\n\r\n" + SMUGGLED
    )

    assert all(400 <= status < 500 for status in statuses)
    assert len(statuses) <= 1, "a second request was read out of the first one's body"
    assert closed


@pytest.mark.asvs("4.2.1")
@pytest.mark.parametrize("order", ["length first", "encoding first"])
def test_what_a_body_hides_is_never_a_request_of_its_own(here: Installation, order: str):
    """By RFC 9112 the encoding wins over the length, and nothing after the last chunk is believed."""
    length, encoding = b"Content-Length: 6\r\n", b"Transfer-Encoding: chunked\r\n"
    headers = length + encoding if order == "length first" else encoding + length
    statuses, closed, got = say(
        here, b"POST /accounts/login/ HTTP/1.1\r\n" + HOST + headers + b"\r\n0\r\n\r\n" + SMUGGLED
    )

    assert statuses[0] in (400, 403)
    assert b"/smuggled/" not in got
    assert closed or len(statuses) == 1 or statuses[1:] == [404]


@pytest.mark.asvs("4.2.1", "13.4.4")
@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"TRACE / HTTP/1.1\r\n", 405),
        (b"CONNECT 127.0.0.1:80 HTTP/1.1\r\n", 405),
        (b"BREW / HTTP/1.1\r\n", 405),
        (b"get / HTTP/1.1\r\n", 200),  # taken for GET, with all its rules
        (b"PROPFIND / HTTP/1.1\r\n", 405),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n", 414),
        (b"GET / HTTP/9.9\r\n", 400),
        (b"GET  / HTTP/1.1\r\n", 400),
        (b"GET\t/ HTTP/1.1\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 HTTP/1.1\r\n", 400),
        (b"GET http://evil.example/ HTTP/1.1\r\n", 200),
        (b"GET //evil.example/%2e%2e/ HTTP/1.1\r\n", 404),
        (b"GET /static/../../manage.py HTTP/1.1\r\n", 404),
        (b"GET /static/%2e%2e/%2e%2e/manage.py HTTP/1.1\r\n", 404),
        (b"GET /.git/config HTTP/1.1\r\n", 404),
        (b"GET /.env HTTP/1.1\r\n", 404),
        (b"GET /static/ HTTP/1.1\r\n", 404),
        (b"GET /var/milepost.sqlite3 HTTP/1.1\r\n", 404),
    ],
)
def test_a_first_line_that_is_odd(here: Installation, line: bytes, status: int):
    statuses, _, got = say(here, line + HOST + b"Connection: close\r\n\r\n")

    # A server may also hang up on what is no HTTP.
    assert statuses in (
        [status],
        [] if status == 400 else [status],
        [400] if status in (405, 414) else [status],
    )
    assert b"TRACE / HTTP" not in got.partition(b"\r\n\r\n")[2]
    assert b"django" not in got.lower() or status == 200


@pytest.mark.asvs("4.1.3")
@pytest.mark.parametrize(
    "header",
    [
        b"Host: evil.example\r\n",
        b"Host: 127.0.0.1@evil.example\r\n",
        b"Host: 127.0.0.1\r\nHost: evil.example\r\n",
        b"Host: 127.0.0.1, evil.example\r\n",
        b"Host: evil.example:80/x\r\n",
        b"Host: [::1]evil.example\r\n",
        b"Host: \r\n",
    ],
)
def test_another_name_is_not_served(here: Installation, header: bytes):
    statuses, _, got = say(here, b"GET /accounts/login/ HTTP/1.1\r\n" + header + b"Connection: close\r\n\r\n")

    assert statuses == [400]
    assert b"evil.example" not in got


@pytest.mark.asvs("5.2.1")
def test_a_body_that_says_it_is_too_long_is_refused_before_it_comes(here: Installation):
    statuses, _, got = say(
        here,
        b"POST /accounts/login/ HTTP/1.1\r\n"
        + HOST
        + b"Content-Length: 104857600\r\nConnection: close\r\n\r\n",
    )

    assert statuses == [413]
    assert b"larger than 1 MB" in got or b"Content-Encoding" in got
