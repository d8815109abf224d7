"""One link: what robots.txt allows, HEAD, else GET, and where redirects lead. Pure."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from roadmap.link_check.asking import HOPS, Answer, Asker, NotAsked

# A server that knows no HEAD, or treats it as an attack, is asked as a browser would.
_TRY_GET = frozenset({0, 400, 403, 404, 405, 406, 410, 429, 500, 501, 503})
_GONE = frozenset({404, 410, 451})
_LONGEST_PAUSE = 30  # seconds that robots.txt can make us wait between two requests


@dataclass(frozen=True)
class Result:
    outcome: str
    status: int | None = None
    leads_to: str = ""
    note: str = ""


class Polite:
    """Asks each host one thing at a time, with a pause between, whichever thread wants to know."""

    def __init__(self, asker: Asker, pause: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self.asker, self.pause, self._sleep = asker, pause, sleep
        self._rules: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}
        self._turns: dict[str, threading.Lock] = {}
        self._readers: dict[str, threading.Lock] = {}
        self._own = threading.Lock()

    def check(self, url: str) -> Result:
        """Say what came of `url`."""
        try:
            return self._follow(url)
        except NotAsked as error:
            return Result("unsure", note=str(error))

    def _follow(self, url: str) -> Result:
        at, seen = url, {url}
        for _ in range(HOPS + 1):
            if not self._allowed(at):
                return Result("not-asked", leads_to=at if at != url else "", note="robots.txt asks not to")
            answer = self._ask(at, "HEAD")
            if answer.status in _TRY_GET:
                answer = self._ask(at, "GET")
            if not answer.location:
                return _meaning(url, at, answer)
            at = answer.location.split("#")[0]
            if at in seen:
                return Result("broken", answer.status, at, "it redirects in a circle")
            seen.add(at)
        return Result("broken", answer.status, at, f"more than {HOPS} redirects")

    def _ask(self, url: str, method: str) -> Answer:
        host = (urlsplit(url).hostname or "").lower()
        with self._lock(self._turns, host):
            wait = self._last.get(host, float("-inf")) + self._pause_of(url) - time.monotonic()
            if wait > 0:
                self._sleep(wait)
            try:
                return self.asker.ask(url, method)
            finally:
                self._last[host] = time.monotonic()

    def _lock(self, locks: dict[str, threading.Lock], name: str) -> threading.Lock:
        with self._own:
            return locks.setdefault(name, threading.Lock())

    def _pause_of(self, url: str) -> float:
        rules = self._rules.get(_site(url))
        asked = rules.crawl_delay(self.asker.agent) if rules else None
        return max(self.pause, min(float(asked or 0), _LONGEST_PAUSE))

    def _allowed(self, url: str) -> bool:
        site = _site(url)
        with self._lock(self._readers, site):
            if site not in self._rules:
                self._rules[site] = self._read_rules(site)
        return self._rules[site].can_fetch(self.asker.agent, url)

    def _read_rules(self, site: str) -> RobotFileParser:
        """Read robots.txt as the standard for it has it: none allows all, a server in trouble nothing."""
        rules, at = RobotFileParser(), f"{site}/robots.txt"
        answer = self._ask(at, "GET")
        for _ in range(HOPS):
            if not answer.location:
                break
            answer = self._ask(answer.location, "GET")
        if answer.status == 200:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        elif answer.status >= 500:
            rules.parse(["User-agent: *", "Disallow: /"])
        else:
            rules.parse([])
        return rules


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _meaning(url: str, at: str, answer: Answer) -> Result:
    moved = at if at.rstrip("/") != url.rstrip("/") else ""
    if 200 <= answer.status < 300:
        return Result("moved" if moved else "ok", answer.status, moved)
    if answer.status in _GONE:
        return Result("broken", answer.status, moved)
    if answer.status == 0:
        # A machine that does not know the name has no such host; any other silence may pass.
        gone = answer.note == "there is no such host"
        return Result("broken" if gone else "unsure", None, moved, answer.note)
    # Refused to us, or in trouble for the moment: a person may get through.
    return Result("unsure", answer.status, moved)
