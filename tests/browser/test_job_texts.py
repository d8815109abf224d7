"""A job text is pasted, read, and acted on: with script and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import unfold
from tests.browser.test_keyboard import tab_through
from tests.browser.test_without_script import MODES, without_script

ONE = re.compile(r"/career/job-texts/[0-9a-f-]{36}/$")
POSTING = """ML Engineer, ETA
Fathom Freight, Leeds or remote

We use Python and PyTorch, and ship with Docker. You will own the ETA model end to end.
PhD required. You will tend the Flumox."""


def paste(page: Page) -> None:
    page.goto("/career/job-texts/")
    page.get_by_role("link", name="Paste your first").click()
    page.get_by_label("The text").fill(POSTING)
    page.get_by_role("button", name="Read it").click()
    expect(page).to_have_url(ONE)


def journey(page: Page) -> None:
    paste(page)
    expect(page.locator("h1")).to_have_text("Job text: ML Engineer, ETA")
    expect(page.locator("blockquote", has_text="PhD required.")).to_be_visible()

    page.get_by_role("button", name=re.compile("This week.*Docker")).click()
    expect(page).to_have_url(ONE)
    expect(page.locator("#ahead-docker-basics")).to_contain_text("In this week")

    page.get_by_label("Word").fill("Flumox")
    page.get_by_label("It means").select_option(label="Python environment and editor")
    page.get_by_role("button", name="Mark it").click()
    expect(page.locator("#ahead-py-environment")).to_contain_text("Flumox")

    page.get_by_role("link", name="Save as application").click()
    page.get_by_label("Company").fill("Fathom Freight")
    page.get_by_role("button", name=re.compile("^(Add|Save)")).click()
    page.get_by_role("link", name="Job text", exact=True).click()
    expect(page.get_by_role("link", name="Open the application")).to_be_visible()
    page.get_by_role("button", name="Delete this text").click()
    expect(page.get_by_text("ML Engineer, ETA is deleted.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="ML Engineer, ETA", exact=True)).to_be_visible()


def test_from_a_text_to_this_week_and_an_application(learn: Visit):
    journey(learn().page)


@pytest.mark.parametrize("mode", MODES[:1])
def test_the_same_without_script(learn: Visit, mode: str):
    journey(without_script(learn, mode)().page)


def test_the_page_is_sound_for_every_eye_and_hand(learn: Visit):
    page = learn(**SCREENS["narrow-dark"]).page
    paste(page)
    page.goto(page.url)  # without what was said
    unfold(page)
    check_accessibility(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    tab_through(page)
    page.get_by_role("link", name=re.compile("In the text.*PhD required")).click()
    expect(page.locator("#t2")).to_be_in_viewport()
