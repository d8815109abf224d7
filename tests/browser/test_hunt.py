"""The whole way to a job, once: from a text that someone pasted to two offers and the money until then."""

import datetime
import re

from playwright.sync_api import Page, expect

from tests.browser.clock import today
from tests.browser.conftest import Visit

POSTING = """Machine Learning Engineer, ETA

You will own the ETA model end to end, from the event stream to the alert a planner reads.
You write Python and pandas, ship with Docker, and know your way around Kafka.
PhD required in computer science."""


def add_offer(page: Page, company: str, base: str) -> None:
    page.goto("/career/offers/new/")
    page.get_by_label("Company").fill(company)
    page.get_by_label("Currency").fill("GBP")
    page.get_by_label("Base a year, before tax").fill(base)
    page.get_by_role("button", name="Save offer").click()


def test_from_a_job_text_to_two_offers_and_the_money(learn: Visit):
    page = learn(done=40, shipped="Rent forecasts", logged=30).page

    page.goto("/career/resumes/")
    page.get_by_role("button", name="Draft your first version").click()
    expect(page.locator("h1")).to_contain_text("Résumé v1")

    page.goto("/career/job-texts/new/")
    page.get_by_label("The text").fill(POSTING)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("blockquote", has_text="PhD required")).to_be_visible()
    expect(page.locator("blockquote", has_text="You will own the ETA model end to end")).to_be_visible()
    expect(page.locator("#ahead-docker-basics")).to_be_visible()

    page.get_by_role("link", name="Save as application").click()
    page.get_by_label("Company").fill("Fathom Freight")
    more = page.get_by_text("More: tier, place, pay")
    if not page.get_by_label("Résumé").is_visible():
        more.click()
    page.get_by_label("Résumé").select_option(index=1)
    page.get_by_role("button", name="Add application").click()
    expect(page.get_by_role("link", name="Résumé v1")).to_be_visible()
    expect(page.get_by_role("link", name="Job text", exact=True)).to_be_visible()
    home = page.url

    page.get_by_label("Stage").select_option("technical")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.locator("#live")).to_contain_text("Technical")

    page.get_by_role("link", name="Add a round").click()
    page.get_by_label("Kind").select_option("design")
    page.get_by_label("Day").fill(str(today() - datetime.timedelta(1)))
    page.get_by_label("Time", exact=False).first.fill("09:30")
    page.get_by_role("button", name="Save round").click()
    page.get_by_role("button", name=re.compile("trade-offs|design", re.I)).first.click()
    page.get_by_label("What were you asked?").fill("Design an ETA service.\nWhat when GPS is late?")
    page.get_by_label("Weak spot").fill("Drift")
    page.get_by_role("button", name="Save debrief").click()
    page.goto(home)
    expect(page.locator("#rounds")).to_contain_text("Debrief written")
    expect(page.get_by_role("heading", name="Reply")).to_be_visible()

    add_offer(page, "Fathom Freight", "52000")
    add_offer(page, "Beck & Rowe", "46500")
    page.goto("/career/offers/")
    expect(page.get_by_role("row", name=re.compile("^First year"))).to_contain_text("52,000")
    expect(page.get_by_role("row", name=re.compile("^First year"))).to_contain_text("46,500")

    page.goto("/career/runway/")
    for label, amount in {"Savings": "9400", "Monthly expenses": "1650", "Monthly income": "1050"}.items():
        page.get_by_label(label).fill(amount)
    page.get_by_label("Currency").fill("GBP")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(re.compile("Money to .* plan to .* late"))).to_be_visible()

    page.goto("/career/")
    expect(page.locator("#board")).to_contain_text("Fathom Freight")
