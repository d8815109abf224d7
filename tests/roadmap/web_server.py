"""A small web on this machine: several hosts on one server, each with its own manners."""

import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Page(NamedTuple):
    status: int = 200
    location: str = ""
    body: bytes = b""
    head: int = 0  # what a HEAD gets instead, if it gets something else
    wait: float = 0


class Web:
    """`log`: method, host, path and agent of each request; `most`: how many a host worked on at once."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = dict(pages)
        self.log: list[tuple[str, str, str, str]] = []
        self.times: list[tuple[str, float]] = []
        self.most: Counter[str] = Counter()
        self.now: Counter[str] = Counter()
        self.together = 0
        self.lock = threading.Lock()
        self.port = 0

    def url(self, address: str) -> str:
        host, _, path = address.partition("/")
        return f"http://{host}:{self.port}/{path}"

    def asked(self, host: str) -> list[tuple[str, str]]:
        return [(method, path) for method, at, path, _ in self.log if at == host]


@contextmanager
def serving(pages: Mapping[str, Page]) -> Iterator[Web]:
    """Serve `pages` (by “127.0.0.1/path”); anything else is 404. Hosts are addresses of the loopback."""
    web = Web(pages)

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            host = self.headers["Host"].split(":")[0]
            with web.lock:
                web.log.append((self.command, host, self.path, self.headers["User-Agent"]))
                web.times.append((host, time.monotonic()))
                web.now[host] += 1
                web.most[host] = max(web.most[host], web.now[host])
                web.together = max(web.together, sum(1 for number in web.now.values() if number))
            page = web.pages.get(f"{host}{self.path}", Page(404))
            time.sleep(page.wait)
            status = page.head if self.command == "HEAD" and page.head else page.status
            with web.lock:
                web.now[host] -= 1
            self.send_response(status)
            if page.location and 300 <= status < 400:
                to = page.location
                self.send_header("Location", to if "/" not in to or to[0] == "/" else web.url(to))
            self.send_header("Content-Length", str(len(page.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(page.body)

        do_GET = do_HEAD = answer  # noqa: N815  # as the library calls them

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
