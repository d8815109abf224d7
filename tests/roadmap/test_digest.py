"""The weekly digest, as it arrives."""

import datetime
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.mail.sending import send_due
from accounts.models import Delivery, Subscription, User
from roadmap.days import hours
from roadmap.outline import outline_for
from roadmap.words import counted
from tests.factories import make_log, make_session, make_subscription, make_user
from tests.mail_server import MailServer, html_of, mail_server, text_of
from tests.markup import Node, parse
from tests.person import Person

UTC = datetime.UTC
JOINED = datetime.datetime(2026, 6, 1, 9, tzinfo=UTC)
ASKED = datetime.datetime(2026, 11, 16, 9, tzinfo=UTC)
SUNDAY = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)
WEEK = datetime.timedelta(7)
SITE = "https://milepost.example"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def alice(db: None) -> User:
    """Someone with ten weeks of eight hours each, who asked for the digest."""
    user = make_user(
        email="alice@example.org", display_name="Alice Liddell", verified=True, date_joined=JOINED
    )
    make_log(user=user, weeks=10, hours=8, until=datetime.date(2026, 11, 23))
    make_subscription(user=user, now=ASKED)
    return user


def tick(user: User, slug: str, day: str) -> None:
    Person(user).tick(slug, done_on=day)


def sections(text: str) -> dict[str, str]:
    """Return the parts of the text by their heading."""
    parts = re.split(r"\n([A-Z ]{4,})\n", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def sheet(message: object) -> Node:
    return parse(html_of(message))  # type: ignore[arg-type]


def test_it_tells_the_week_in_both_parts(alice: User, server: MailServer):
    tick(alice, "py-syntax", "2026-11-18")
    tick(alice, "py-functions", "2026-11-10")
    assert send_due(SUNDAY) == 1

    (message,) = server.mail
    text, page = text_of(message), sheet(message)
    assert message["Subject"] == f"Week 25: {page.all('h1')[0].text}"
    assert message["Subject"].startswith("Week 25: 8 hours, and ")
    assert "Sunday, November 22. Week 25 of your trail." in text
    assert sections(text)["DONE"].strip() == "- Variables, types and control flow"
    assert "8 of 10 hours." in text
    for words in ("Sunday, November 22. Week 25 of your trail.", "8 of 10 hours.", "Variables, types"):
        assert words in page.text
    assert "Functions and modules" not in sections(text)["DONE"], "it was done the week before"


def test_the_date_is_the_one_of_the_pages_with_what_moved_it(alice: User, server: MailServer):
    make_session(user=alice, minutes=600, day=datetime.date(2026, 11, 21))
    send_due(SUNDAY)
    with time_machine.travel(SUNDAY, tick=False):
        page = Person(alice).see("/week/review/2026-11-16/").text

    shown = re.search(r"date is ([\w ,]+) now, (\d+) (days? \w+) than when the week began", page)
    assert shown, page
    moved = f"{counted(int(shown[2]), 'day').split()[0]} {shown[3]}"
    text = " ".join(sections(text_of(server.mail[0]))["YOUR DATE"].split())
    assert server.mail[0]["Subject"] == f"Week 25: 18 hours, and {moved}"
    assert re.match(rf"Likely [\w ,]+(, late [^.]+)?\. {moved.capitalize()} than when the week began: ", text)
    assert "18 h studied, of about 8 expected" in text
    likely = re.match(r"Likely (\w+ (?:\d+, )?\d{4})", text)
    assert likely
    assert _month(likely[1]) == _month(shown[1])


def _month(text: str) -> str:
    return f"{text[:3]} {text[-4:]}"


def test_what_comes_next_leads_to_its_page(alice: User, server: MailServer):
    skill = outline_for(None).catalogue.skill_by_slug["py-environment"]
    make_session(user=alice, minutes=60, day=datetime.date(2026, 11, 21), skill_id=skill.id)
    send_due(SUNDAY)

    next_ = sections(text_of(server.mail[0]))["NEXT"]
    lines = [line for line in next_.splitlines() if re.match(r"\d\. ", line)]
    assert len(lines) == 3
    assert lines[0] == f"1. {skill.title}: {skill.kind_label}, {hours(skill.hours - 1)} h left."
    assert f"{SITE}/skills/py-environment/" in next_
    button = next(a for a in sheet(server.mail[0]).all("a") if a.text == "Continue")
    assert button.get("href") == f"{SITE}/skills/py-environment/"


def test_due_reviews_and_an_idea_of_the_guide_are_there(alice: User, server: MailServer):
    tick(alice, "py-syntax", "2026-11-18")
    send_due(SUNDAY)

    text = text_of(server.mail[0])
    assert re.search(r"Review: \d+ questions? due, about \d+ minutes?\.\n" + SITE + "/review/", text)
    assert re.search(rf"From the guide: .+\n{SITE}/guide/[\w-]+/", text)


def test_headers_say_how_to_stop_it_and_count_nothing(alice: User, server: MailServer):
    send_due(SUNDAY)

    (message,) = server.mail
    (envelope,) = server.handler.envelopes
    assert envelope.mail_from == "hello@milepost.example"
    assert message["From"] == "Milepost <hello@milepost.example>"
    assert message["To"] == "Alice Liddell <alice@example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    off = re.fullmatch(r"\s*<(https://milepost\.example/mail/off/[\w.-]+/)>", message["List-Unsubscribe"])
    assert off
    assert message["List-ID"] == "Weekly digest <digest.milepost.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert abs(parsedate_to_datetime(message["Date"]).replace(tzinfo=UTC) - timezone.now()) < WEEK
    assert message["Message-ID"] == f"<{Delivery.objects.get().pk.hex}@milepost.example>"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert off[1] in text_of(message)
    assert (
        Person().client.post(off[1].removeprefix(SITE), {"List-Unsubscribe": "One-Click"}).status_code == 200
    )
    assert not Subscription.objects.get().is_on


def test_every_link_is_whole_and_nothing_is_fetched(alice: User, server: MailServer):
    send_due(SUNDAY)

    html, page = html_of(server.mail[0]), sheet(server.mail[0])
    links = [a.get("href") for a in page.all("a")]
    assert len(links) >= 4
    for link in links + re.findall(r"https?://\S+", text_of(server.mail[0])):
        assert link.startswith(f"{SITE}/"), link
        assert "?" not in link, "nothing that tells who clicked where"
    for tag in ("img", "script", "link", "iframe", "object", "form"):
        assert page.all(tag) == [], tag
    assert not re.search(r"url\(|@import|background=|src=", html)


def test_it_is_light(alice: User, server: MailServer):
    for slug in ("py-syntax", "py-functions", "git-basics"):
        tick(alice, slug, "2026-11-18")
    send_due(SUNDAY)

    content = server.handler.envelopes[0].content
    assert len(content) < 12_000
    assert len(html_of(server.mail[0]).encode()) < 10_000
    assert max(map(len, content.splitlines())) < 998, "as long as a line of mail may be"


@pytest.mark.asvs("1.3.11")
@pytest.mark.parametrize(
    "name", ["Alice\r\nBcc: bob@example.org", "Alice\nSubject: Prize", 'Al"ice <x@y.org>, z']
)
def test_a_name_adds_neither_headers_nor_recipients(alice: User, server: MailServer, name: str):
    User.objects.filter(pk=alice.pk).update(display_name=name)
    assert send_due(SUNDAY) == 1

    (message,) = server.mail
    assert server.recipients == ["alice@example.org"]
    assert message["Bcc"] is None
    assert message.get_all("Subject") == [message["Subject"]]
    assert [address.addr_spec for address in message["To"].addresses] == ["alice@example.org"]


@pytest.mark.asvs("4.1.3")
def test_links_never_come_from_a_request(alice: User, server: MailServer):
    Person(alice).get("/today/", host="evil.example", **{"x-forwarded-host": "evil.example"})
    send_due(SUNDAY)

    assert "evil" not in server.handler.envelopes[0].content.decode()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_statements_do_not_grow_with_the_log(server: MailServer, db: None, number: int):
    """At most six a learner, on average over a batch."""
    users = [make_user(verified=True, date_joined=JOINED) for _ in range(25)]
    for user in users:
        make_log(user=user, weeks=10 * number, hours=8, until=datetime.date(2026, 11, 23))
        make_subscription(user=user, now=ASKED)
    with CaptureQueriesContext(connection) as queries:
        assert send_due(SUNDAY) == 25

    assert len(queries) <= 6 * 25


def test_the_backend_of_a_developer_works_too(alice: User):
    assert send_due(SUNDAY) == 1

    assert len(mail.outbox) == 1
    (message,) = mail.outbox
    assert isinstance(message, mail.EmailMultiAlternatives)
    assert [mimetype for _, mimetype in message.alternatives] == ["text/html"]
