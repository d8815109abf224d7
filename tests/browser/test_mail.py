"""Mail as a mail program shows it, by day and by night; and its settings, with and without script."""

import datetime
from collections.abc import Iterator

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from accounts.mail.sending import send_due
from accounts.models import User
from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.career.test_follow_up_mail import applied
from tests.factories import make_log, make_session, make_subscription, make_user
from tests.person import Person

UTC = datetime.UTC
JOINED = datetime.datetime(2026, 6, 1, 9, tzinfo=UTC)
ASKED = datetime.datetime(2026, 11, 16, 9, tzinfo=UTC)
SUNDAY = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org", verified=True, date_joined=JOINED)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A mail program: no script, nothing but what the mail holds."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.route("**/*", lambda route: route.abort())
    yield context.new_page()
    context.close()


def html_of_the_last() -> str:
    message = mail.outbox[-1]
    assert isinstance(message, mail.EmailMultiAlternatives)
    ((html, _),) = message.alternatives
    return str(html)


def digest(user: User) -> str:
    make_log(user=user, weeks=10, hours=11, until=datetime.date(2026, 11, 23), kind="practice")
    for number in range(3):
        make_session(user=user, minutes=30, day=datetime.date(2026, 11, 16 + number))
    for slug, day in (("py-environment", "2026-11-17"), ("py-syntax", "2026-11-18")):
        Person(user).tick(slug, done_on=day)
    applied(user, "Tessel Health", datetime.date(2026, 11, 24))
    make_subscription(user=user, now=ASKED)
    assert send_due(SUNDAY) == 1
    return html_of_the_last()


def quiet(user: User) -> str:
    make_session(user=user, day=datetime.date(2026, 10, 1))
    make_subscription(user=user, now=ASKED - datetime.timedelta(60))
    assert send_due(SUNDAY) == 1
    assert mail.outbox[-1].subject == "Six quiet weeks"
    return html_of_the_last()


def follow_ups(user: User) -> str:
    applied(user, "Tessel Health", datetime.date(2026, 11, 22))
    applied(user, "Nimbus", datetime.date(2026, 11, 20))
    make_subscription(user=user, kind="follow-ups", now=ASKED)
    assert send_due(SUNDAY) == 1
    return html_of_the_last()


@pytest.mark.parametrize("written", [digest, quiet, follow_ups])
def test_axe_finds_nothing_in_a_mail_by_day_or_by_night(alice: User, reader: Page, written: object):
    reader.set_content(written(alice))  # type: ignore[operator]

    check_accessibility(reader)
    for width in (320, 390, 600, 1280):
        reader.set_viewport_size({"width": width, "height": 844})
        assert reader.evaluate(SIDEWAYS) == 0, width


def test_it_can_be_read_without_its_style_block(alice: User, reader: Page):
    """Some mail programs take it out."""
    html = digest(alice)
    head, _, rest = html.partition("<style>")
    reader.set_content(head + rest.partition("</style>")[2])

    check_accessibility(reader, "light")


@pytest.mark.parametrize("script", [True, False])
def test_the_switches_are_kept_with_and_without_script(learn: Visit, script: bool):
    page = learn(**SCREENS["narrow-dark"], java_script_enabled=script).page
    page.goto("/settings/mail/")
    page.get_by_label("Weekly digest").check()
    page.get_by_label("Digest day").select_option("Friday")
    page.get_by_label("At", exact=True).fill("07:15")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_label("Weekly digest")).to_be_checked()
    expect(page.get_by_label("Digest day")).to_have_value("5")
    expect(page.get_by_label("Account changes")).to_be_disabled()
