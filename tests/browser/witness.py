"""What a browser says while somebody uses it: faults, requests to strangers, pages loaded."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, ConsoleMessage, Request


class Witness:
    """Listens to all pages of a context. `check` at the end of a story says whether anything was amiss."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.loads: list[str] = []
        self.complaints: list[str] = []
        self._expected: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"page error: {error.error}"))
        context.on("request", self._request)

    def expect(self, *words: str) -> None:
        """Let messages with one of these words pass, such as the 503 that a story provokes."""
        self._expected += words

    @contextmanager
    def no_reload(self) -> Iterator[None]:
        """Fail when a page was loaded meanwhile."""
        before = len(self.loads)
        yield
        assert self.loads[before:] == [], "the page was loaded again"

    def check(self) -> None:
        amiss = [text for text in self.complaints if not any(word in text for word in self._expected)]
        assert amiss == [], "\n".join(amiss)

    def _console(self, message: ConsoleMessage) -> None:
        # A violation of the Content-Security-Policy is an error too.
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "blob:")):
            self.complaints.append(f"request to another host: {request.url}")
        if request.is_navigation_request():
            self.loads.append(request.url)
