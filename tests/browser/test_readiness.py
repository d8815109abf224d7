"""A company found through the gates and written down without script; the guide on paper."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import NARROW, Visit
from tests.browser.test_without_script import MODES, without_script


def test_a_company_is_kept_and_the_guide_comes_out_on_paper(learn: Visit):
    page = without_script(learn, MODES[0])(viewport=NARROW).page
    page.goto("/career/readiness/")
    expect(page.get_by_role("heading", name="Traditional companies Next")).to_be_visible()
    page.get_by_role("link", name="Add a company").click()
    page.get_by_label("Company").fill("Kestrel Labs")
    page.get_by_label("Tier").select_option("2")
    page.get_by_label("Research").fill("A search team of five.")
    page.get_by_role("button", name="Save company").click()

    note = page.get_by_text("A search team of five.")
    expect(note).to_be_hidden()
    page.get_by_text("Research on Kestrel Labs").click()
    expect(note).to_be_visible()
    page.get_by_role("link", name="Kestrel Labs").click()
    page.get_by_role("button", name="Delete this company").click()
    expect(page.locator(".targets")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Kestrel Labs")).to_be_visible()

    page.get_by_role("link", name="The guide", exact=True).click()
    page.get_by_role("link", name="All on paper").click()
    page.emulate_media(media="print")
    expect(page.locator(".top, .tabs, .foot, .crumbs")).to_have_count(4)
    for part in page.locator(".top, .tabs, .foot, .crumbs").all():
        expect(part).to_be_hidden()
    document = page.pdf(format="A4")
    assert 12 <= len(re.findall(rb"/Type\s*/Page\b", document)) <= 36
