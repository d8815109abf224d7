"""When something goes wrong, the page says so, keeps the old state on screen, and works again afterwards."""

import re
from functools import partial

import pytest
from playwright.sync_api import Route, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import Tab, Visit
from tests.browser.door import Door
from tests.browser.site import Site
from tests.browser.test_sign_up import PASSWORD

LONGEST = '"timeout":20000'  # milliseconds
ANSWERS = {500: "Not saved", 503: "Not saved", 507: "disk is full", 429: "Wait a minute", 413: "too long"}


def test_an_ended_session_leads_to_log_in_and_back_to_the_page(learn: Visit, door: Door):
    tab = learn()
    page = tab.page
    page.goto("/roadmap/foundation/")
    door.forget(tab.session)
    page.locator("#tick-git-basics").click()
    expect(page).to_have_url(re.compile(r"/accounts/login/\?next=/roadmap/foundation/$"))
    page.get_by_label("Email").fill(tab.email)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page).to_have_url(re.compile("/roadmap/foundation/$"))
    page.locator("#tick-git-basics").click()
    expect(page.locator("#live")).to_contain_text("Git basics done")


def refused(tab: Tab, words: str) -> None:
    """Tick on the open phase page: nothing may look as if it had been saved."""
    page = tab.page
    with tab.witness.no_reload():
        page.locator("#tick-git-basics").click()
        expect(page.locator("#live")).to_contain_text(words)
        expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")
        expect(page.locator("#tick-git-basics")).to_be_focused()
        expect(page.locator("#undo")).to_have_count(0)


def taken(tab: Tab) -> None:
    with tab.witness.no_reload():
        tab.page.locator("#tick-git-basics").click()
        expect(tab.page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


def test_the_server_refuses(learn: Visit):
    tab = learn()
    tab.witness.expect(*map(str, ANSWERS))
    tab.page.goto("/roadmap/foundation/")
    for status, words in ANSWERS.items():
        answer = partial(Route.fulfill, status=status, body="Trouble.")
        tab.context.route(re.compile("/state/$"), answer)
        refused(tab, words)
        tab.context.unroute_all()
    check_accessibility(tab.page)
    taken(tab)


def test_the_connection_breaks(learn: Visit):
    tab = learn()
    tab.witness.expect("ERR_FAILED", "htmx:")
    tab.page.goto("/roadmap/foundation/")
    tab.context.route(re.compile("/state/$"), lambda route: route.abort())
    refused(tab, "Not saved: no connection.")
    tab.context.unroute_all()
    taken(tab)


def test_offline(learn: Visit):
    tab = learn()
    tab.witness.expect("ERR_INTERNET_DISCONNECTED", "htmx:")
    tab.page.goto("/roadmap/foundation/")
    tab.context.set_offline(True)
    refused(tab, "Not saved: no connection.")
    tab.context.set_offline(False)
    taken(tab)


def test_no_answer_at_all(learn: Visit):
    tab = learn()
    tab.witness.expect("htmx:")
    page = tab.page

    def impatient(route: Route) -> None:
        answer = route.fetch()
        assert LONGEST in answer.text()
        route.fulfill(response=answer, body=answer.text().replace(LONGEST, '"timeout":2000'))

    page.route("**/roadmap/foundation/", impatient)
    page.goto("/roadmap/foundation/")
    tab.context.route(re.compile("/git-basics/state/$"), lambda route: None)
    page.locator("#tick-git-basics").click()
    # htmx leaves the counting to the browser's network stack: no clock of ours turns it.
    expect(page.locator("#live")).to_contain_text("takes too long")
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")
    page.locator("#tick-command-line").click()
    expect(page.locator("#skill-command-line")).to_have_attribute("data-state", "done")


def test_the_server_stops_and_comes_back(learn: Visit, site: Site):
    tab = learn()
    tab.witness.expect("ERR_CONNECTION_REFUSED", "htmx:", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
    tab.page.goto("/roadmap/foundation/")
    site.stop()
    try:
        refused(tab, "Not saved: no connection.")
    finally:
        site.start()
    taken(tab)
    tab.page.reload()
    expect(tab.page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


def test_a_form_from_before_a_log_in_elsewhere(learn: Visit):
    tab = learn()
    tab.witness.expect("403")
    page = tab.page
    page.goto("/roadmap/foundation/")
    other = tab.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("main").get_by_role("button", name="Log out").click()
    other.goto("/accounts/login/")
    other.get_by_label("Email").fill(tab.email)
    other.get_by_label("Password").first.fill(PASSWORD)
    other.get_by_role("button", name="Log in", exact=True).click()
    expect(other).to_have_url(re.compile("/today/$"))
    page.bring_to_front()
    refused(tab, "Not saved: this page is out of date. Reload it")
    page.reload()
    taken(tab)


@pytest.mark.parametrize("status", [500, 503])
def test_a_note_that_could_not_be_saved_stays_in_its_field(learn: Visit, status: int):
    tab = learn()
    tab.witness.expect(str(status))
    page = tab.page
    page.goto("/skills/git-basics/")
    tab.context.route(re.compile("/note/$"), lambda route: route.fulfill(status=status, body="Trouble."))
    note = page.get_by_label("Your notes on Git basics")
    note.fill("An hour of thought.")
    page.get_by_role("button", name="Save notes").click()
    expect(page.locator("#live")).to_contain_text("Not saved")
    expect(note).to_have_value("An hour of thought.")
    tab.context.unroute_all()
    page.get_by_role("button", name="Save notes").click()
    expect(page.locator("#note-status-git-basics")).to_contain_text("Saved")


def test_a_search_that_fails_says_so(learn: Visit):
    tab = learn()
    tab.witness.expect("503")
    page = tab.page
    page.goto("/resources/")
    before = page.locator("#count").inner_text()
    tab.context.route(re.compile(r"/resources/\?"), lambda route: route.fulfill(status=503, body="Trouble."))
    page.get_by_role("searchbox").fill("git")
    expect(page.locator("#live")).to_contain_text("No answer: the server had trouble")
    expect(page.locator("#count")).to_have_text(before)
