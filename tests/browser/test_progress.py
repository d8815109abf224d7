"""The progress page and Today's forecast in a browser, with script and without."""

import re

from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit


def test_what_if_is_answered_in_place(learn: Visit):
    page = learn(done=4, logged=40).page
    page.goto("/progress/")
    page.evaluate("window.same = true")
    page.locator("#if_hours").fill("30")
    page.get_by_role("button", name="Show what it changes").click()

    expect(page.locator("#if-said")).to_contain_text(re.compile(r"30 hours a week: [\d,]+ days sooner\."))
    expect(page).to_have_url(re.compile(r"/progress/\?hours=30"))
    expect(page.locator("#suppose")).to_be_focused()
    assert page.evaluate("window.same")

    page.locator("#if_hours").fill("400")
    page.get_by_role("button", name="Show what it changes").click()
    expect(page.locator("#if_hours_error")).to_contain_text("Write 100 hours or less")
    expect(page.locator("#if_hours")).to_have_value("400")


def test_what_if_without_script(learn: Visit):
    page = learn(done=4, logged=40, java_script_enabled=False).page
    page.goto("/today/")
    page.locator("#forecast a").click()
    page.locator("#if_hours").fill("30")
    page.get_by_role("button", name="Show what it changes").click()

    expect(page.locator("#if-said")).to_contain_text("days sooner.")
    expect(page.locator(".burn")).to_be_visible()
    page.get_by_text("Show as a table").first.click()
    expect(page.get_by_role("table").first).to_be_visible()
    page.get_by_role("link", name="Back to how it is").click()
    expect(page.locator("#if-said")).to_be_empty()


def test_a_tick_on_today_is_followed_by_the_forecast(learn: Visit):
    page = learn(done=4, logged=40).page
    page.goto("/today/")
    before = page.locator("#forecast").inner_text()
    with page.expect_response(lambda answer: answer.url.endswith("/today/")):
        for _ in range(2):
            page.locator("#done-now").click()
    expect(page.locator("#figures")).to_contain_text("6 of")
    expect(page.locator("#forecast")).to_have_count(1)
    expect(page.locator("#forecast")).not_to_have_text(before, use_inner_text=True)


def test_the_pictures_by_day_and_by_night(learn: Visit):
    for name, options in SCREENS.items():
        page = learn(done=30, logged=60, specialization="nlp", **options).page
        page.goto("/progress/")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= options["viewport"]["width"], name
        check_accessibility(page)
