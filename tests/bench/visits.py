"""What a visit transfers, as a real browser counts it: the first one, and a page when the files are known."""

from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench import report
from tests.browser.conftest import found_browser

FIRST, WARM, SCRIPTS = 90_000, 15_000, 25_000


def measure(port: int, session: str, goals: report.Goals) -> None:
    """Print the bytes of a first visit to the landing page, of a phase page after it, and of all scripts.

    `session`: the cookie of a learner, whose phase page it is.
    """
    home = f"http://localhost:{port}"  # by this name browsers take brotli and zstd without TLS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**found_browser())
        visitor = browser.new_context()
        landing = _bytes(visitor, f"{home}/")
        learner = browser.new_context()
        learner.add_cookies([{"name": "sessionid", "value": session, "url": home}])
        first = _bytes(learner, f"{home}/roadmap/")
        phase = _bytes(learner, f"{home}/roadmap/core-ml/")
        browser.close()
    script = sum(size for url, size in first.items() if url.endswith(".js"))
    rows = [
        ("landing page, first visit", sum(landing.values()), FIRST),
        ("phase page, warm cache", sum(phase.values()), WARM),
        ("scripts, ours and vendored", script, SCRIPTS),
    ]
    report.table(
        ["", "bytes", "goal", "", "requests"],
        [
            [name, f"{size:,}", f"≤ {most:,}", goals.judge(f"bytes of {name}", size, most), str(len(files))]
            for (name, size, most), files in zip(rows, (landing, phase, first), strict=True)
        ],
    )


def _bytes(context: BrowserContext, url: str) -> dict[str, int]:
    """Open `url` and return the bytes on the wire, headers too, of each address; what is cached is 0."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def sent(event: dict[str, Any]) -> None:
        urls[event["requestId"]] = event["request"]["url"]

    def ended(event: dict[str, Any]) -> None:
        sizes[urls[event["requestId"]]] = int(event["encodedDataLength"])

    wire.on("Network.requestWillBeSent", sent)
    wire.on("Network.loadingFinished", ended)
    wire.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    page.close()
    return sizes
