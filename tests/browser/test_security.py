"""Ways in, in a real browser: a passkey of a device that Chromium plays, and an app without script."""

from playwright.sync_api import Page, expect

from tests.accounts.factors import code_now
from tests.browser.conftest import Visit
from tests.browser.site import Site
from tests.factories import PASSWORD

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_device(page: Page) -> None:
    """Put a device that holds passkeys, and checks a finger each time, into the page's browser."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def confirm(page: Page) -> None:
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


def log_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.locator(".slip").get_by_role("button", name="Log out").click()
    expect(page).not_to_have_url("/accounts/logout/")


def test_a_passkey_is_added_and_lets_in(learn: Visit, site: Site) -> None:
    # A passkey belongs to a name; 127.0.0.1 is none.
    tab = learn(home=site.url.replace("127.0.0.1", "localhost"))
    page = tab.page
    give_device(page)
    page.goto("/settings/security/")
    page.get_by_role("link", name="Add a passkey").click()
    confirm(page)
    page.get_by_label("Name").fill("Blue phone")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_text("Blue phone", exact=True)).to_be_visible()

    # The device knows that it holds one already.
    page.goto("/settings/security/passkey/")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".slip").get_by_role("alert")).to_have_text(
        "This device holds a passkey for this account already."
    )

    log_out(page)
    page.goto("/accounts/login/?next=/settings/security/")
    page.get_by_role("button", name="Log in with a passkey").click()
    expect(page.get_by_role("heading", name="Signed-in devices")).to_be_visible()
    page.get_by_text("Recent sign-ins").click()
    expect(page.locator("details.more li").first).to_contain_text("passkey")

    # And proves who one is: nothing was confirmed since that log-in.
    page.get_by_role("link", name="Turn on the authenticator app").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Connect an authenticator app")


def test_an_app_is_connected_and_used_without_script(learn: Visit) -> None:
    tab = learn(java_script_enabled=False)
    page = tab.page
    page.goto("/settings/security/")
    page.get_by_role("link", name="Turn on the authenticator app").click()
    confirm(page)
    secret = page.get_by_label("Or type this key into the app").input_value()
    tab.witness.expect("422")
    page.get_by_label("Code that the app shows").fill("000000")
    page.get_by_role("button", name="Turn on").click()
    expect(page.get_by_text("This code does not count").first).to_be_visible()
    page.get_by_label("Code that the app shows").fill(code_now(secret=secret, steps=-1))
    page.get_by_role("button", name="Turn on").click()
    expect(page.locator("#codes li")).to_have_count(10)
    recovery = page.locator("#codes li").first.inner_text()

    for code in (code_now(secret=secret), recovery):
        log_out(page)
        page.goto("/accounts/login/")
        expect(page.get_by_role("button", name="Log in with a passkey")).to_be_hidden()
        page.get_by_label("Email").fill(tab.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Log in", exact=True).click()
        page.get_by_label("Code").fill(code)
        page.get_by_role("button", name="Log in", exact=True).click()
        expect(page.get_by_role("navigation", name="Main", exact=True)).to_be_visible()

    page.goto("/settings/security/")
    expect(page.get_by_text("9 of 10 left")).to_be_visible()
