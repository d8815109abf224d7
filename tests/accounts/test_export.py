"""Alice takes everything along: one file, complete, safe to open, and for her alone."""

import datetime
import logging
import stat
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from accounts import due, exports
from accounts.models import DataExport
from accounts.models.transfers import root
from accounts.portability import archive
from tests.accounts.travel import DATA, EXPORT, ask_for_export, fetch, said
from tests.factories import make_session, make_user
from tests.person import Person


@pytest.fixture
def alice(db: None, settings: Settings, tmp_path: Path) -> Person:
    settings.VAR_DIR = tmp_path
    person = Person(make_user(email="alice@example.org", display_name="Alice", verified=True))
    person.confirm()
    return person


@pytest.mark.asvs("3.2.1", "5.4.1", "5.4.2", "14.2.2")
def test_she_asks_and_downloads_one_file(alice: Person, caplog: pytest.LogCaptureFixture):
    make_session(user=alice.user, note="Chain rule")
    with caplog.at_level(logging.INFO, "milepost.security"):
        row = ask_for_export(alice)

    assert "Ready since" in alice.see(DATA).by_id("export").text
    answer = alice.get(f"{EXPORT}{row.pk}/")
    assert answer["Content-Type"] == "application/zip"
    today = alice.user.today().isoformat()
    assert answer["Content-Disposition"] == f'attachment; filename="milepost-{today}.zip"'
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert said(b"".join(answer))["log"][0]["note"] == "Chain rule"
    (event,) = [record for record in caplog.records if record.name == "milepost.security"]
    assert (event.__dict__["event"], event.__dict__["user_id"]) == ("export_made", alice.user.pk)
    assert "Chain rule" not in caplog.text


def test_a_mail_tells_her(alice: Person):
    ask_for_export(alice)

    (sent,) = [each for each in mail.outbox if "exported" in each.subject]
    assert sent.to == ["alice@example.org"]
    assert "for 24 hours" in sent.body


@pytest.mark.asvs("7.5.1")
def test_the_password_is_asked_for_first(alice: Person):
    stranger_at_her_desk = Person(alice.user)
    asked = stranger_at_her_desk.send(EXPORT, page=DATA)
    assert asked.status_code == 303
    assert "/reauthenticate/" in asked["Location"]
    assert not DataExport.objects.exists()

    row = ask_for_export(alice)
    session = alice.client.session
    del session["account_authentication_methods"]
    session.save()
    assert "/reauthenticate/" in alice.get(f"{EXPORT}{row.pk}/")["Location"]


def test_after_the_password_the_form_goes_on_by_itself(alice: Person):
    from tests.factories import PASSWORD

    person = Person(alice.user)
    asked = person.send(EXPORT, page=DATA)
    answer = person.send(asked["Location"], {"password": PASSWORD})

    assert answer.status_code == 303
    assert DataExport.objects.get().is_ready


def test_asked_for_twice_it_is_the_same_one(alice: Person):
    first, second = ask_for_export(alice), ask_for_export(alice)

    assert first.pk == second.pk
    assert len(list(first.path.parent.iterdir())) == 1
    assert len(mail.outbox) == 1


def test_a_new_one_replaces_it(alice: Person):
    first = ask_for_export(alice)
    second = ask_for_export(alice, again="1")

    assert first.pk != second.pk
    assert not first.path.exists()
    assert alice.get(f"{EXPORT}{first.pk}/").status_code == 404


@pytest.mark.asvs("2.3.2", "2.4.1")
def test_only_so_many_are_made(alice: Person):
    statuses = [alice.send(EXPORT, {"again": "1"}, page=DATA).status_code for _ in range(6)]

    assert statuses == [303] * 5 + [429]


@pytest.mark.asvs("8.2.2")
def test_it_opens_for_nobody_else(alice: Person):
    row = ask_for_export(alice)
    bob = Person(make_user())
    bob.confirm()
    assert bob.get(f"{EXPORT}{row.pk}/").status_code == 404

    other_browser = Person(alice.user)
    other_browser.confirm()
    assert other_browser.get(f"{EXPORT}{row.pk}/").status_code == 404
    assert "Ready since" not in other_browser.see(DATA).by_id("export").text


def test_her_other_browser_makes_one_of_its_own(alice: Person):
    first = ask_for_export(alice)
    other = Person(alice.user)
    other.confirm()
    second = ask_for_export(other)

    assert first.pk != second.pk
    assert fetch(alice, first)
    assert fetch(other, second)


@pytest.mark.asvs("5.3.1")
def test_the_file_has_a_name_that_nobody_guesses_and_is_the_servers_alone(alice: Person):
    row = ask_for_export(alice)

    assert len(row.file) >= 40
    assert str(row.pk) not in row.file
    assert stat.S_IMODE(row.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(row.path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(root().stat().st_mode) == 0o700
    assert (alice.client.session.session_key or "") not in row.session


def test_after_a_day_it_is_gone(alice: Person):
    row = ask_for_export(alice)
    later = timezone.now() + datetime.timedelta(hours=24, minutes=1)
    with time_machine.travel(later, tick=False):
        assert alice.get(f"{EXPORT}{row.pk}/").status_code in (302, 404)
        assert due.jobs["exports"](later) == 1

    assert not row.path.exists()
    assert not DataExport.objects.exists()


def test_files_that_no_row_names_go_too(alice: Person):
    row = ask_for_export(alice)
    path = row.path
    row.delete()
    due.jobs["exports"](timezone.now())
    assert path.exists(), "it may be one that is being written"

    due.jobs["exports"](timezone.now() + datetime.timedelta(hours=2))
    assert not path.exists()


def test_a_large_one_is_made_in_the_background(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exports, "LARGE", 0)
    make_session(user=alice.user)
    row = ask_for_export(alice)
    assert row.state == "waiting"
    waiting = alice.see(DATA).by_id("export")
    assert "It is being made" in waiting.text
    assert waiting.get("hx-trigger") == "every 2s"
    assert alice.get(f"{EXPORT}{row.pk}/").status_code == 404
    assert ask_for_export(alice).pk == row.pk

    exports.make_later.call(str(row.pk))

    assert said(fetch(alice, row))["log"]
    assert "Ready since" in alice.see(DATA).by_id("export").text


def test_without_a_worker_the_next_who_asks_has_it_at_once(alice: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exports, "LARGE", 0)
    make_session(user=alice.user)
    row = ask_for_export(alice)
    DataExport.objects.filter(pk=row.pk).update(asked_at=timezone.now() - exports.UNHURRIED)

    assert ask_for_export(alice).is_ready
    exports.make_later.call(str(row.pk))  # the worker comes at last: nobody waits for it
    assert DataExport.objects.count() == 1


def test_a_disk_that_is_full_leaves_nothing_half(alice: Person, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "write", full)
    alice.client.raise_request_exception = False
    assert alice.send(EXPORT, page=DATA).status_code == 507

    row = DataExport.objects.get()
    assert not row.path.exists()
    assert "could not be made" in alice.see(DATA).by_id("export").text
    monkeypatch.undo()
    assert ask_for_export(alice).is_ready
