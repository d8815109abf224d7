"""Real people in a real browser on a real installation. Skipping is not an option: see --no-skips."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.clock import HOME
from tests.browser.door import Door
from tests.browser.site import Site
from tests.browser.witness import Witness

# Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine takes its time.
expect.set_options(timeout=30_000)

WIDE = {"width": 1280, "height": 860}
NARROW = {"width": 390, "height": 844}
TOUCH = {"viewport": NARROW, "is_mobile": True, "has_touch": True}
SCREENS: dict[str, dict[str, Any]] = {
    "wide-light": {"viewport": WIDE, "color_scheme": "light"},
    "wide-dark": {"viewport": WIDE, "color_scheme": "dark"},
    "narrow-light": {"color_scheme": "light", **TOUCH},
    "narrow-dark": {"color_scheme": "dark", **TOUCH},
}
# The same engine each; the first draws no toolbar for every window and so needs a third less time.
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The site has a database of its own, so that one run says all."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("once")
            item.add_marker("slow")


@dataclass(frozen=True)
class Tab:
    """A page, who watches it, and whose it is."""

    page: Page
    witness: Witness
    email: str = ""
    session: str = ""

    @property
    def context(self) -> BrowserContext:
        return self.page.context


Visit = Callable[..., Tab]


def found_browser() -> dict[str, Any]:
    """Return how to start the machine's browser; with none, Playwright's message says how to get its own."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    found = {"executable_path": path} if path else {}
    return {**found, "args": ["--no-sandbox", "--disable-gpu", "--disable-quic", *QUIET]}


@pytest.fixture(params=["wide-light", "narrow-dark"])
def screen(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A desktop by day and a phone by night; that all pages fit in both themes is tested apart."""
    return SCREENS[request.param]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, **found_browser()}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"))
    site.start()
    yield site
    site.stop()
    assert site.errors() == []


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    return site.url


@pytest.fixture(scope="session")
def door(site: Site) -> Iterator[Door]:
    door = Door(site)
    yield door
    door.close()


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """Return a function that opens a browser of its own for a visitor, with Playwright's options."""
    tabs: list[Tab] = []

    def open_tab(*, session: str = "", email: str = "", home: str = site.url, **options: Any) -> Tab:
        defaults: dict[str, Any] = {
            "base_url": home,
            "viewport": WIDE,
            "color_scheme": "light",
            "locale": "en-US",
            "timezone_id": "Europe/Berlin",
            "reduced_motion": "no-preference",
        }
        context = browser.new_context(**{**defaults, **options})
        context.set_default_timeout(60_000)
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": home}])
        witness = Witness(context, home)
        tabs.append(Tab(context.new_page(), witness, email, session))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.context.close()
    for tab in tabs:
        tab.witness.check()


@pytest.fixture
def learn(visit: Visit, door: Door) -> Visit:
    """Return a function that opens a browser for a new learner who is logged in.

    Keywords that the door knows (`done`, `logged` and the like, fields of the user) make the learner; the
    rest are Playwright's.
    """
    wishes = (
        "done",
        "specialization",
        "logged",
        "ran",
        "shipped",
        "display_name",
        "theme",
        "shortcuts",
        "time_zone",
        "is_staff",
    )

    def open_tab(**options: Any) -> Tab:
        mine = {name: options.pop(name) for name in wishes if name in options}
        return visit(**options, **door.make(**{"time_zone": HOME, **mine}))

    return open_tab
