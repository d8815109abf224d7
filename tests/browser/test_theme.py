"""Light and dark: as the device has it, or as the reader chose."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import Visit

DARK, LIGHT = "rgb(14, 25, 29)", "rgb(243, 238, 225)"


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


@pytest.mark.parametrize(("scheme", "color"), [("light", LIGHT), ("dark", DARK)])
def test_the_device_decides_at_first(visit: Visit, scheme: str, color: str):
    page = visit(color_scheme=scheme).page
    page.goto("/")
    assert ground(page) == color


def test_a_visitor_switches_and_stays_on_the_page(visit: Visit):
    page = visit().page
    page.goto("/roadmap/foundation/?from=mail")
    page.get_by_role("button", name="Switch to the dark theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.url.endswith("/roadmap/foundation/?from=mail")
    assert ground(page) == DARK
    check_accessibility(page, "light")
    page.goto("/")
    assert ground(page) == DARK
    page.get_by_role("button", name="Switch to the light theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="dark")
    assert ground(page) == LIGHT
    check_accessibility(page, "dark")


def test_a_learner_takes_the_theme_along_to_another_browser(learn: Visit, visit: Visit):
    tab = learn()
    tab.page.goto("/today/")
    tab.page.get_by_role("button", name="Switch to the dark theme").click()
    expect(tab.page.locator("html")).to_have_attribute("data-theme", "dark")
    assert tab.page.url.endswith("/today/")
    other = visit(session=tab.session).page
    other.goto("/roadmap/")
    assert ground(other) == DARK
