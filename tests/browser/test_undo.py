"""Undo stays ten seconds, and as long as somebody is on it."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def tick(page: Page) -> None:
    page.goto("/roadmap/foundation/")
    page.locator("#tick-git-basics").click()
    expect(page.locator("#undo")).to_be_visible()
    page.mouse.move(0, 0)


def test_undo_puts_the_tick_back(learn: Visit):
    tab = learn(done=2)
    with_clock(tab.page)
    tick(tab.page)
    tab.page.clock.fast_forward(9_000)
    with tab.witness.no_reload():
        tab.page.get_by_role("button", name="Undo").click()
        expect(tab.page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")
        expect(tab.page.locator("#live")).to_contain_text("Undone: Git basics is as it was.")
        expect(tab.page.locator("#phase-progress")).to_contain_text("2 of 53")
        # Its button is gone: the focus is back on the row.
        expect(tab.page.locator("#tick-git-basics")).to_be_focused()
    tab.page.reload()
    expect(tab.page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")


def test_it_goes_after_ten_seconds(learn: Visit):
    page = learn().page
    with_clock(page)
    tick(page)
    page.clock.fast_forward(9_000)
    expect(page.locator("#undo")).to_be_visible()
    page.clock.fast_forward(2_000)
    expect(page.locator("#live")).to_be_empty()


def test_it_stays_while_it_has_the_focus(learn: Visit):
    page = learn().page
    with_clock(page)
    tick(page)
    page.locator("#undo").focus()
    page.clock.fast_forward(60_000)
    expect(page.locator("#undo")).to_be_focused()
    page.locator("#tick-git-basics").focus()
    page.clock.fast_forward(11_000)
    expect(page.locator("#live")).to_be_empty()


def test_it_stays_under_the_pointer(learn: Visit):
    page = learn().page
    with_clock(page)
    tick(page)
    page.locator("#undo").hover()
    page.clock.fast_forward(60_000)
    expect(page.locator("#undo")).to_be_visible()
    page.mouse.move(0, 0)
    page.clock.fast_forward(11_000)
    expect(page.locator("#live")).to_be_empty()


def test_a_second_tick_starts_the_ten_seconds_anew(learn: Visit):
    page = learn().page
    with_clock(page)
    tick(page)
    page.clock.fast_forward(6_000)
    page.locator("#tick-command-line").click()
    expect(page.locator("#live")).to_contain_text("Command line basics done")
    page.clock.fast_forward(6_000)
    expect(page.locator("#undo")).to_be_visible()


def with_clock(page: Page) -> None:
    """Give the page a clock that can be turned; it runs on by itself meanwhile."""
    page.clock.install()
