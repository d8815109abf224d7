"""The chain, walked once from end to end: skill, evidence, story, and a page that shows it to others."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_what_was_built_is_shown_told_and_found(learn: Visit, visit: Visit):
    page = learn(done=8, display_name="Ada").page
    page.goto("/roadmap/foundation/")
    expect(page.get_by_role("img", name="of them shown")).to_have_count(0)

    page.goto("/builds/new/")
    page.get_by_label("Title").fill("Overtime at the warehouse")
    page.get_by_label("Problem").fill("Shift leads guess overtime on Thursday.")
    for place in range(5):
        page.locator("input[name=skill]").nth(place).check()
    page.get_by_role("button", name="Save build").click()
    expect(page.locator("#build-skills")).to_contain_text("They count as shown once it has shipped.")
    page.get_by_role("button", name="Shipped", exact=True).click()
    expect(page.locator("#live")).to_contain_text("is shipped")

    page.goto("/roadmap/foundation/")
    expect(page.get_by_role("img", name="5 of them shown")).to_be_visible()
    page.goto("/projects/")
    page.get_by_role("link", name="Overtime at the warehouse").click()
    page.get_by_role("link", name="Turn it into a story").click()
    expect(page.get_by_label("Situation")).to_have_value("Shift leads guess overtime on Thursday.")
    page.get_by_role("button", name="Save story").click()

    page.goto("/settings/profile/")
    page.get_by_label("Handle").fill("ada-chain")
    page.get_by_label("Profile is on").check()
    page.get_by_role("button", name="Save profile").click()
    expect(page.locator("#badge img").first).to_have_js_property("naturalHeight", 22)
    other = visit().page
    other.goto("/u/ada-chain/")
    expect(other.get_by_role("heading", name="Overtime at the warehouse")).to_be_visible()
    expect(other.get_by_role("link", name="Overtime at the warehouse")).to_have_count(5)
