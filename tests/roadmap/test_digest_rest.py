"""Which week a digest tells of, and when there is none."""

import datetime
import re
from collections.abc import Iterator

import pytest

from accounts.mail.sending import send_due
from accounts.models import Delivery, Subscription, User
from roadmap.models import Enrollment, Skill, SkillProgress
from tests.factories import make_break, make_log, make_session, make_subscription, make_user
from tests.mail_server import MailServer, mail_server, text_of
from tests.roadmap.test_digest import sheet

UTC = datetime.UTC
JOINED = datetime.datetime(2026, 6, 1, 9, tzinfo=UTC)
ASKED = datetime.datetime(2026, 11, 16, 9, tzinfo=UTC)
SUNDAY = datetime.datetime(2026, 11, 22, 18, tzinfo=UTC)
WEEK = datetime.timedelta(7)


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


@pytest.mark.parametrize(
    ("weekday", "now", "hours"),
    [
        (7, "2026-11-22T18:00", "8 hours"),
        (1, "2026-11-23T18:00", "8 hours"),
        (6, "2026-11-21T18:00", "8 hours"),
        (2, "2026-11-24T18:00", "8 hours"),
        (5, "2026-11-20T18:00", "8 hours"),
    ],
)
def test_early_in_a_week_it_tells_the_one_before(
    alice: User, server: MailServer, weekday: int, now: str, hours: str
):
    row = Subscription.objects.of(alice)["digest"]
    moment = datetime.datetime.fromisoformat(now).replace(tzinfo=UTC)
    row.set(on=True, now=moment - WEEK, weekday=weekday)
    row.save()
    assert send_due(moment) == 1

    assert server.mail[0]["Subject"].startswith(f"Week 25: {hours}")


def test_a_week_of_rest_has_none_and_the_next_has(alice: User, server: MailServer):
    make_break(user=alice, starts_on=datetime.date(2026, 11, 16), days=7)
    assert send_due(SUNDAY) == 0
    assert send_due(SUNDAY + WEEK) == 1
    assert not Delivery.objects.filter(period="2026-W47").exists()


def test_who_has_arrived_gets_none(alice: User, server: MailServer):
    SkillProgress.objects.bulk_create(
        SkillProgress(user=alice, skill=skill, state="skipped")
        for skill in Skill.objects.filter(retired=False)
    )
    assert send_due(SUNDAY) == 0
    assert server.recipients == []


def test_after_six_quiet_weeks_it_says_so_once_and_then_nothing(alice: User, server: MailServer):
    alice.study_sessions.all().delete()
    make_session(user=alice, day=datetime.date(2026, 11, 20))
    sent = [send_due(SUNDAY + number * WEEK) for number in range(12)]

    # The last sign was on a Friday: six weeks are full on January 1, and the Sunday after says so.
    assert sent == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]
    assert [message["Subject"] for message in server.mail][-1] == "Six quiet weeks"
    assert server.mail[-2]["Subject"].endswith(": a quiet week")
    assert "This is the last mail until you are back" in text_of(server.mail[-1])
    assert "This is the last mail until you are back" in sheet(server.mail[-1]).text


def test_whoever_comes_back_gets_digests_again(alice: User, server: MailServer):
    alice.study_sessions.all().delete()
    make_session(user=alice, day=datetime.date(2026, 11, 20))
    for number in range(9):
        send_due(SUNDAY + number * WEEK)
    assert server.mail[-1]["Subject"] == "Six quiet weeks"
    make_session(user=alice, day=(SUNDAY + 9 * WEEK).date())

    assert send_due(SUNDAY + 9 * WEEK) == 1
    assert server.mail[-1]["Subject"].startswith("Week ")


def test_time_off_is_not_quiet(alice: User, server: MailServer):
    alice.study_sessions.all().delete()
    make_session(user=alice, day=datetime.date(2026, 11, 20))
    make_break(user=alice, starts_on=datetime.date(2026, 11, 23), days=49)
    sent = [send_due(SUNDAY + number * WEEK) for number in range(14)]

    assert sent == [1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    assert server.mail[-1]["Subject"] == "Six quiet weeks"


def test_a_word_after_six_quiet_weeks_alone(db: None, server: MailServer):
    bob = make_user(verified=True, date_joined=JOINED)
    make_session(user=bob, day=datetime.date(2026, 11, 20))
    make_subscription(user=bob, kind="quiet", now=ASKED)
    days = [(SUNDAY + datetime.timedelta(number)) for number in range(120)]
    sent = [day.date() for day in days if send_due(day)]

    assert sent == [datetime.date(2027, 1, 1)]
    assert server.mail[0]["Subject"] == "Six quiet weeks"
    assert "a word after six quiet weeks" in text_of(server.mail[0])


def test_both_kinds_say_it_once(alice: User, server: MailServer):
    alice.study_sessions.all().delete()
    make_session(user=alice, day=datetime.date(2026, 11, 20))
    make_subscription(user=alice, kind="quiet", now=ASKED)
    for number in range(84):
        send_due(SUNDAY + datetime.timedelta(number))

    assert [message["Subject"] for message in server.mail].count("Six quiet weeks") == 1


def test_without_forecasts_it_says_no_date_and_no_hours_ahead(alice: User, server: MailServer):
    Enrollment.objects.plan(alice, forecast_shown=False)
    send_due(SUNDAY)

    text = text_of(server.mail[0])
    assert "YOUR DATE" not in text
    assert "Your date" not in sheet(server.mail[0]).text
    assert not re.search(r"h left|\d+ of \d+ hours", text)
    assert "8 hours." in text


def test_a_new_learner_is_told_what_the_date_rests_on(db: None, server: MailServer):
    bob = make_user(verified=True, date_joined=SUNDAY - datetime.timedelta(3))
    make_subscription(user=bob, now=SUNDAY - datetime.timedelta(3))
    assert send_due(SUNDAY) == 1

    text = " ".join(text_of(server.mail[0]).split())
    assert server.mail[0]["Subject"] == "Week 1: a quiet week"
    assert "that you stated" in text
