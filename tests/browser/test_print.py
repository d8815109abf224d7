"""The roadmap on paper: all of it, and nothing to click."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

CHROME = (".top", ".tabs", ".foot", ".horizon .profile", ".state", ".known", "#live", ".pin.noprint")


def paper(page: Page, path: str) -> None:
    page.goto(path)
    page.emulate_media(media="print")


@pytest.mark.parametrize("path", ["/roadmap/", "/roadmap/foundation/"])
def test_all_phases_modules_and_rows_are_there(learn: Visit, path: str):
    page = learn(done=8, specialization="nlp").page
    paper(page, path)
    rows = page.locator("[id^=skill-]")
    assert rows.count() > 50
    hidden = rows.evaluate_all(
        """rows => rows.filter((row) => !row.checkVisibility() || row.getBoundingClientRect().height < 8)
          .map((row) => row.id)"""
    )
    assert hidden == []
    for module in page.locator("details.mod > summary").all():
        expect(module).to_be_visible()
    for chrome in CHROME:
        for part in page.locator(chrome).all():
            expect(part).to_be_hidden()


def test_it_comes_out_as_a_document(learn: Visit):
    page = learn(done=8).page
    page.goto("/roadmap/")
    document = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", document))
    assert 3 <= pages <= 30
