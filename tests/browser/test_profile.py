"""From the settings to a page that anybody may open: with script, without it, and on paper."""

import re

from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import NARROW, SCREENS, Visit


def publish(page: Page, handle: str) -> None:
    page.goto("/settings/")
    page.get_by_role("link", name="Open the public profile").click()
    page.get_by_label("Handle").fill(handle)
    page.get_by_label("Label of link 1").fill("Code")
    page.get_by_label("Address of link 1").fill("https://github.com/ada")
    page.get_by_label("Phases").check()
    page.get_by_label("Profile is on").check()
    page.get_by_role("button", name="Save profile").click()


def show(page: Page, slug: str) -> None:
    """Give a link as evidence of a skill."""
    page.goto(f"/skills/{slug}/evidence/")
    page.get_by_label("Link to proof").fill("https://example.org/proof")
    page.get_by_label("Title").fill("How I did it")
    page.locator("#add-link").click()
    expect(page.locator("#live")).to_contain_text("is shown by How I did it")


def test_from_the_settings_to_a_page_for_everyone(learn: Visit, visit: Visit):
    tab = learn(done=30, display_name="Ada")
    tab.witness.expect("422", "404")
    page = tab.page
    show(page, "git-basics")
    publish(page, "roadmap")
    expect(page.locator("#profile_handle_error")).to_contain_text("kept for the site itself")
    page.get_by_label("Handle").fill("ada-l")
    page.get_by_role("button", name="Save profile").click()
    expect(page.locator("#live")).to_contain_text("Your profile is on.")
    page.get_by_role("button", name="Copy the Markdown of the dark badge").click()
    expect(page.locator("#live")).to_contain_text(re.compile("Copied|selected"))
    expect(page.locator("#badge img").first).to_have_js_property("naturalHeight", 22)

    stranger = visit(**SCREENS["narrow-dark"])
    stranger.witness.expect("404")
    stranger.page.goto("/u/ada-l/")
    expect(stranger.page.locator("h1")).to_have_text("Ada")
    expect(stranger.page.get_by_role("link", name="How I did it")).to_be_visible()
    check_accessibility(stranger.page)
    assert stranger.context.cookies() == []

    page.get_by_label("Profile is on").uncheck()
    page.get_by_role("button", name="Save profile").click()
    expect(page.locator("#live")).to_contain_text("nobody else sees it")
    page.get_by_role("link", name="Preview").click()
    expect(page.locator("#main")).to_contain_text("only you see this preview")
    answer = visit(viewport=NARROW)
    answer.witness.expect("404")
    answer.page.goto("/u/ada-l/")
    expect(answer.page.locator("h1")).to_have_text("This page is off the map")


def test_without_script_on_a_phone(learn: Visit):
    page = learn(**SCREENS["narrow-light"], java_script_enabled=False, done=4, display_name="Ada").page
    show(page, "git-basics")
    publish(page, "ada-without")
    expect(page.locator("#live")).to_contain_text("Your profile is on.")
    expect(page.get_by_role("button", name="Copy the Markdown")).to_have_count(0)
    page.get_by_role("button", name="Keep off How I did it").click()
    expect(page.locator("#live")).to_contain_text("is kept off your profile")
    page.goto("/u/ada-without/")
    expect(page.locator("h1")).to_have_text("Ada")
    expect(page.get_by_role("link", name="How I did it")).to_have_count(0)


def test_it_comes_out_on_one_page(learn: Visit):
    page = learn(done=20, display_name="Ada").page
    for slug in ("git-basics", "py-syntax", "py-functions"):
        show(page, slug)
    publish(page, "ada-on-paper")
    expect(page.locator("#live")).to_contain_text("Your profile is on.")
    page.goto("/u/ada-on-paper/")
    document = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", document)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_text("With all links: http")).to_be_visible()
    for chrome in (".top", ".foot"):
        expect(page.locator(chrome)).to_be_hidden()
