"""Resources are found while one types; the address and the Back button keep up."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import NARROW, Visit


def test_search_as_you_type(visit: Visit, screen: dict[str, Any]):
    tab = visit(**screen)
    # A search that is overtaken by the next one is broken off.
    tab.witness.expect("htmx:sendAbort", "htmx:afterRequest")
    page = tab.page
    page.goto("/resources/")
    all_of_them = page.locator("#count").inner_text()
    with tab.witness.no_reload():
        page.get_by_role("searchbox").press_sequentially("pro git", delay=30)
        expect(page.locator("#resource-pro-git")).to_be_visible()
        expect(page.locator("#count")).not_to_have_text(all_of_them)
        expect(page).to_have_url(re.compile(r"\?q=pro(\+|%20)git"))
        expect(page.get_by_role("searchbox")).to_be_focused()
    check_accessibility(page, str(screen["color_scheme"]))
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("pro git")
    expect(page.locator("#resource-pro-git")).to_be_visible()


def test_back_takes_the_last_filter_off(visit: Visit):
    tab = visit()
    page = tab.page
    page.goto("/resources/")
    all_of_them = page.locator("#count").inner_text()
    page.get_by_role("searchbox").fill("python")
    expect(page.locator("#count")).not_to_have_text(all_of_them)
    found = page.locator("#count").inner_text()
    page.locator("#kind-book").check()
    expect(page).to_have_url(re.compile("kind=book"))
    expect(page.locator("#count")).not_to_have_text(found)
    page.go_back()
    expect(page).not_to_have_url(re.compile("kind=book"))
    expect(page.locator("#count")).to_have_text(found)
    expect(page.get_by_role("searchbox")).to_have_value("python")
    expect(page.locator("#kind-book")).not_to_be_checked()
    page.go_back()
    expect(page.locator("#count")).to_have_text(all_of_them)
    expect(page.get_by_role("searchbox")).to_have_value("")
    page.wait_for_load_state()
    page.go_forward()
    expect(page.locator("#count")).to_have_text(found)
    expect(page.get_by_role("searchbox")).to_have_value("python")


def test_a_filter_is_a_tag_that_can_be_taken_off(visit: Visit):
    page = visit(viewport=NARROW).page
    page.goto("/resources/?kind=book&access=free")
    page.get_by_role("link", name="Remove filter: Book").click()
    expect(page).to_have_url(re.compile(r"\?access=free$"))


def test_nothing_found_says_what_to_drop(visit: Visit):
    page = visit().page
    page.goto("/resources/?q=zzzz&kind=book")
    expect(page.get_by_role("main")).to_contain_text("No resource matches both filters")
    check_accessibility(page)


def test_saved_resources_are_a_filter(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/resources/?q=git")
    with tab.witness.no_reload():
        save = page.get_by_role("button", name="Save Pro Git")
        save.click()
        expect(page.locator("#live")).to_contain_text("is saved")
        expect(save).to_have_attribute("aria-pressed", "true")
        expect(save).to_be_focused()
        page.locator("#mine-saved").check()
        expect(page.locator("#count")).to_have_text("1 resource")
    check_accessibility(page)


def test_in_use_thumb_and_report_without_leaving_the_list(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/resources/?q=pro+git")
    row = page.locator("#resource-pro-git")
    with tab.witness.no_reload():
        row.get_by_text("More").click()
        row.get_by_role("button", name="In use").click()
        expect(page.locator("#mark-pro-git")).to_contain_text("In use")
        row.get_by_role("button", name="Thumb up").click()
        expect(page.locator("#live")).to_contain_text("Thumb up")
        row.get_by_text("Report a problem").click()
        row.get_by_role("radio").first.check()
        check_accessibility(page)
        row.get_by_role("button", name="Report it").click()
        expect(page.locator("#live")).to_contain_text("Thank you")
        expect(page.locator("#reported-pro-git")).not_to_be_empty()
        assert page.evaluate("document.activeElement.closest('#resource-pro-git') !== null")
