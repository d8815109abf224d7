"""The same learner twice: two tabs, two browsers, and the Back button."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserType, expect

from tests.browser.conftest import Visit
from tests.browser.door import Door
from tests.browser.site import Site


def test_two_tabs_tick_the_same_skill(learn: Visit):
    tab = learn()
    first, second = tab.page, tab.context.new_page()
    for page in (first, second):
        page.goto("/roadmap/foundation/")
    first.locator("#tick-git-basics").click()
    expect(first.locator("#live")).to_contain_text("1 of 53")
    second.locator("#tick-git-basics").click()
    expect(second.locator("#live")).to_contain_text("Git basics done. 1 of 53")
    expect(second.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


def test_a_tab_catches_up_with_the_other(learn: Visit):
    tab = learn()
    first, second = tab.page, tab.context.new_page()
    for page in (first, second):
        page.goto("/roadmap/foundation/")
    first.locator("#tick-git-basics").click()
    expect(first.locator("#live")).to_contain_text("1 of 53")
    second.locator("#tick-command-line").click()
    expect(second.locator("#phase-progress")).to_contain_text("2 of 53")
    expect(second.locator("#figures-dev-tools")).to_contain_text("2 of 6")


def test_back_after_a_tick_shows_it(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    page.get_by_role("main").get_by_role("link", name="Git basics").first.click()
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator("#live")).to_contain_text("Git basics done")
    page.go_back()
    expect(page).to_have_url(re.compile("/roadmap/foundation/"))
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


@pytest.mark.asvs("14.3.1")
def test_back_after_log_out_shows_nothing_private(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], site: Site, door: Door
):
    """With the browser's memory of whole pages, which Playwright switches off by itself."""
    browser = browser_type.launch(
        **browser_type_launch_args, ignore_default_args=["--disable-back-forward-cache"]
    )
    try:
        made = door.make(done=3, display_name="Ada")
        context = browser.new_context(base_url=site.url)
        context.add_cookies([{"name": "sessionid", "value": made["session"], "url": site.url}])
        page = context.new_page()
        for path in ("/settings/plan/", "/settings/", "/today/"):
            page.goto(path)
        page.locator(".tools summary").click()
        page.get_by_role("button", name="Log out").click()
        expect(page).to_have_url(f"{site.url}/")
        for _ in range(3):
            # A page out of the browser's memory is not loaded, so that only the address tells.
            page.go_back(wait_until="commit")
            expect(page).to_have_title("Log in · Milepost")
            expect(page.get_by_role("button", name="Log out")).to_have_count(0)
            expect(page.locator("[data-state=done] button")).to_have_count(0)
            expect(page.get_by_text(made["email"])).to_have_count(0)
    finally:
        browser.close()
