"""Alice has not been here for long. Where the installation wants it, she is warned twice, then deleted."""

import datetime
import smtplib
import threading
from typing import Any

import pytest
from django.core import mail
from django.db import connections
from pytest_django import Settings

from accounts import due, inactivity
from accounts.models import InactivityWarning, Session, User
from tests.factories import make_user

DAY = datetime.timedelta(days=1)
LAST = datetime.datetime(2025, 1, 1, 12, tzinfo=datetime.UTC)
OVER = LAST + 360 * DAY  # 12 months of 30 days


@pytest.fixture(autouse=True)
def a_year(settings: Settings, tmp_path: Any) -> None:
    settings.INACTIVE_ACCOUNT_MONTHS = 12
    settings.VAR_DIR = tmp_path


@pytest.fixture
def alice(db: None) -> User:
    return make_user(email="alice@example.org", date_joined=LAST - 9 * DAY, last_login=LAST)


def attend(*moments: datetime.datetime) -> list[int]:
    return [inactivity.attend(moment) for moment in moments]


def test_by_default_nobody_is_warned_or_deleted(alice: User, settings: Settings):
    settings.INACTIVE_ACCOUNT_MONTHS = 0

    assert attend(OVER, OVER + 4000 * DAY) == [0, 0]
    assert mail.outbox == []
    assert User.objects.filter(pk=alice.pk).exists()


def test_warned_a_month_and_a_week_before_then_deleted(alice: User):
    assert attend(OVER - 31 * DAY) == [0]
    assert attend(OVER - 29 * DAY, OVER - 29 * DAY, OVER - 8 * DAY) == [1, 0, 0]
    assert "December 28, 2025" in mail.outbox[0].body
    assert "January 1, 2025" in mail.outbox[0].body
    assert attend(OVER - 6 * DAY, OVER - DAY, OVER - DAY) == [1, 0, 0]
    assert [message.to for message in mail.outbox] == [["alice@example.org"]] * 2
    assert User.objects.filter(pk=alice.pk).exists()

    assert attend(OVER + 2 * DAY, OVER + 2 * DAY) == [1, 0]
    assert not User.objects.filter(pk=alice.pk).exists()


def test_a_server_that_was_off_for_years_still_warns_a_month_ahead(alice: User):
    late = OVER + 900 * DAY
    assert attend(late, late + DAY, late + 22 * DAY) == [1, 0, 0]
    assert attend(late + 24 * DAY, late + 30 * DAY) == [1, 0]
    assert User.objects.filter(pk=alice.pk).exists()
    assert attend(late + 31 * DAY) == [1]
    assert not User.objects.filter(pk=alice.pk).exists()


@pytest.mark.parametrize("sign", ["log-in", "session", "token", "note"])
def test_any_sign_of_use_stops_it_and_begins_anew(alice: User, sign: str):
    attend(OVER - 29 * DAY, OVER - 6 * DAY)
    used = OVER - DAY
    if sign == "log-in":
        User.objects.filter(pk=alice.pk).update(last_login=used)
    elif sign == "session":
        Session.objects.create(session_key="a", session_data="", expire_date=used + 14 * DAY, user=alice)
    elif sign == "token":
        alice.access_tokens.create(name="desk", digest="a" * 64, made_at=LAST, used_at=used)
    else:
        alice.study_sessions.create(day=used.date(), minutes=5, kind="theory", logged_at=used)

    assert attend(OVER + DAY, OVER + 30 * DAY) == [0, 0]
    assert User.objects.filter(pk=alice.pk).exists()
    assert attend(used + 331 * DAY) == [1]


def test_staff_are_left_alone(alice: User):
    User.objects.filter(pk=alice.pk).update(is_staff=True)

    assert attend(OVER + 90 * DAY) == [0]


def test_a_mail_that_could_not_go_was_no_warning(alice: User, monkeypatch: pytest.MonkeyPatch):
    def down(*args: object, **kwargs: object) -> None:
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as patched:
        patched.setattr("accounts.inactivity.EmailMessage.send", down)
        assert attend(OVER - 29 * DAY) == [0]
    assert not InactivityWarning.objects.exists()

    assert attend(OVER - 28 * DAY) == [1]


def test_it_is_due_work(alice: User):
    assert due.jobs["inactive accounts"](OVER - 29 * DAY) == 1


@pytest.mark.django_db(transaction=True)
def test_four_runs_at_once_send_one_mail(alice: User):
    ready, found = threading.Barrier(4), []

    def work() -> None:
        ready.wait()
        found.append(inactivity.attend(OVER - 29 * DAY))
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [0, 0, 0, 1]
    assert len(mail.outbox) == 1
