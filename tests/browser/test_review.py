"""A review by keyboard alone, and one without script."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_a_review_by_keyboard_alone(learn: Visit):
    page = learn(done=4).page
    page.goto("/today/")
    page.locator("#review-due a").focus()
    page.keyboard.press("Enter")
    head, answer, live = page.locator("#session .head"), page.locator("#answer"), page.locator("#live")
    expect(head).to_contain_text("1 of ")
    first = page.locator("#question").inner_text()
    page.keyboard.press("3")
    expect(head).to_contain_text("1 of ")  # no rating before the answer is in sight
    page.keyboard.press("Space")
    expect(answer).to_have_attribute("open", "")
    page.keyboard.press("3")
    expect(live).to_contain_text("Good: 2 days.")
    expect(head).to_contain_text("2 of ")
    expect(page.locator("#show-answer")).to_be_focused()
    expect(answer).not_to_have_attribute("open", "")

    page.keyboard.press("u")
    expect(live).to_contain_text("Undone: the card is as it was.")
    expect(page.locator("#question")).to_have_text(re.compile(re.escape(first.split("\n")[0][:30])))
    for key, said in (("1", "Again: once more today."), ("2", "Hard: tomorrow."), ("4", "Easy: 8 days.")):
        page.keyboard.press("Space")
        page.keyboard.press(key)
        expect(live).to_contain_text(said)
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(live).to_contain_text("Good: 2 days.")


def test_a_review_without_script(learn: Visit):
    page = learn(done=2, java_script_enabled=False).page
    page.goto("/review/")
    expect(page.locator("#rate-3")).to_be_hidden()
    page.locator("#show-answer").click()
    page.locator("#rate-3").click()
    expect(page.locator("#live")).to_contain_text("Good: 2 days.")
    expect(page.locator("#session .head")).to_contain_text("2 of ")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#live")).to_contain_text("Undone")
    expect(page.locator("#session .head")).to_contain_text("1 of ")


def test_keys_that_are_switched_off_rate_nothing(learn: Visit):
    page = learn(done=2, shortcuts=False).page
    page.goto("/review/")
    page.locator("#show-answer").click()
    page.keyboard.press("3")
    expect(page.locator("#session .head")).to_contain_text("1 of ")
    expect(page.locator("#live")).to_be_empty()
