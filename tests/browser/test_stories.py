"""A shipped build becomes a story: by keyboard alone, without script, and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import unfold
from tests.browser.test_keyboard import go_to, tab_through
from tests.browser.test_without_script import MODES, without_script

RENTS = "Rent forecasts for Leeds"
ONE = re.compile(r"/stories/[0-9a-f-]{36}/$")


def draft(page: Page) -> None:
    """Go from the projects to the shipped build, turn it into a story and save that as it is."""
    page.goto("/projects/")
    page.get_by_role("link", name=RENTS).click()
    page.get_by_role("link", name="Turn it into a story").click()
    page.get_by_role("button", name="Save story").click()
    expect(page).to_have_url(ONE)


def test_from_a_build_to_a_story_told_by_keyboard_alone(learn: Visit):
    tab = learn(shipped=RENTS)
    page = tab.page
    page.goto("/stories/new/")
    go_to(page, RENTS)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Situation")).to_have_value("Nobody knew where rents were going.")
    words = int(page.locator("[data-words]").inner_text())

    page.get_by_label("Title").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("The feed that lied")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+End")
    page.keyboard.type(" " + "Not even the council knew. " * 30)
    expect(page.locator("[data-words]")).to_have_text(str(words + 150))
    clock = page.locator("[data-clock]").inner_text()
    page.get_by_label("Failure").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save story").focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(ONE)
    expect(page.locator("#story-h")).to_have_text("The feed that lied")
    expect(page.locator("[data-clock]")).to_have_text(clock)
    covered = page.get_by_role("row", name=re.compile("Failure|Impact")).get_by_role("cell")
    expect(covered).to_have_text(["1", "1"])
    page.get_by_label("Where").focus()
    page.keyboard.type("A mock interview")
    with tab.witness.no_reload():
        page.keyboard.press("Enter")
        expect(page.locator("#story-meta")).to_contain_text("A mock interview")
        expect(page.locator("#where")).to_be_focused()
    go_to(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_contain_text("Undone")
    expect(page.locator("#story-meta")).not_to_contain_text("last told")

    go_to(page, "Delete this story")
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_contain_text("is deleted")
    go_to(page, "Undo")
    page.keyboard.press("Enter")
    expect(page.locator("#story-h")).to_have_text("The feed that lied")


@pytest.mark.parametrize("mode", MODES)
def test_from_a_build_to_a_story_told_without_script(learn: Visit, mode: str):
    tab = without_script(learn, mode)(shipped=RENTS)
    tab.witness.expect("422")
    page = tab.page
    draft(page)
    expect(page.locator("#story-meta")).to_contain_text(f"from {RENTS}")
    page.get_by_label("Where").fill("A mock interview")
    page.get_by_role("button", name="Told it today").click()
    expect(page.locator("#story-meta")).to_contain_text("A mock interview")
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Save story").click()
    expect(page.locator("#story_title_error")).to_contain_text("Give it a title")
    page.get_by_label("Title").fill("Rents")
    page.get_by_role("button", name="Save story").click()
    expect(page.locator("#story-h")).to_have_text("Rents")
    page.get_by_role("button", name="Delete this story").click()
    expect(page.get_by_text("Rents is deleted.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#story-h")).to_have_text("Rents")


def test_its_pages_are_sound_for_every_eye_and_hand(learn: Visit):
    page = learn(shipped=RENTS, **SCREENS["narrow-light"]).page
    draft(page)
    home = page.url
    for path in (home, f"{home}edit/", f"{home}rehearse/", "/stories/print/", "/stories/"):
        page.goto(path)
        unfold(page)
        check_accessibility(page)
        wide = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert wide, f"{path} is wider than the screen"
        if path in (home, f"{home}edit/"):
            tab_through(page)


def test_the_stopwatch_runs_and_stops(learn: Visit):
    page = learn(shipped=RENTS).page
    draft(page)
    page.get_by_role("link", name="Rehearse").click()
    page.get_by_role("button", name="Start").click()
    expect(page.locator("[data-clock]")).to_have_text("0:01")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#live")).to_contain_text("Stopped at 0:0")
    expect(page.get_by_role("button", name="Start again")).to_be_visible()


def test_two_stories_fill_a_page_of_paper(learn: Visit):
    page = learn(shipped=RENTS).page
    for _ in range(3):
        draft(page)
        page.get_by_role("link", name="Edit").click()
        page.get_by_label("Action").fill("I compared each postcode with the month before. " * 21)
        page.get_by_label("Every number").fill("146, 83, 43%: write-up\n24: notebook 07")
        expect(page.locator("[data-clock]")).to_have_text(re.compile("1:(2.|3[0-5])"))
        page.get_by_role("button", name="Save story").click()
    page.goto("/stories/print/")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    for paper in ("A4", "Letter"):
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) == 2
    page.emulate_media(media="print")
    for chrome in (".top", ".tabs", ".foot", ".head"):
        expect(page.locator(chrome).first).to_be_hidden()
