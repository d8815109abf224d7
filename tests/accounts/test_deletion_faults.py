"""Alice leaves while things go wrong: clicks at once, a process that dies, a full disk, a backup restored."""

import datetime
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, connections, transaction
from django.utils import timezone
from pytest_django import Settings

from accounts import due, erasure, tombstones
from accounts.belongings import belongings_of
from accounts.models import Erasure, User
from tests.accounts.test_deletion import DELETE, RIGHT, exported, numbers_in_tables
from tests.factories import make_user
from tests.life import fill
from tests.person import Person

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def at_home(alice: User) -> Person:
    return Person(alice)


@pytest.mark.django_db(transaction=True)
@pytest.mark.asvs("2.3.4")
def test_four_clicks_at_once_delete_once_and_send_one_mail(alice: User):
    people = [Person(alice) for _ in range(4)]
    ready, answers = threading.Barrier(4), []

    def click(person: Person) -> None:
        ready.wait()
        answers.append(person.send(DELETE, RIGHT, page=DELETE).status_code)
        connections.close_all()

    threads = [threading.Thread(target=click, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [303] * 4
    assert len(mail.outbox) == 1
    assert not User.objects.filter(pk=alice.pk).exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.asvs("2.3.3")
def test_killed_in_the_middle_it_is_all_or_nothing(alice: User):
    with transaction.atomic():
        fill(Person(alice))
    before = {each.label: each.number for each in belongings_of(alice.pk)}
    for most in (0, 7, 25):
        assert die(alice.pk, most) == -9
        assert {each.label: each.number for each in belongings_of(alice.pk)} == before
        assert not Erasure.objects.exists()
        assert tombstones.kept() == frozenset()

    assert die(alice.pk, 10_000) == 0
    assert numbers_in_tables(alice.pk) == []


def die(user_id: int, most: int) -> int:
    database = connection.settings_dict
    url = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgres://{database['USER']}@{str(database['HOST']).replace('/', '%2F')}/{database['NAME']}"
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "VAR_DIR": str(settings.VAR_DIR),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    arguments = [sys.executable, "-m", "tests.accounts.erasing", str(user_id), str(most)]
    run = subprocess.run(
        arguments, check=False, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True
    )
    assert run.returncode in (0, -9), run.stderr
    return run.returncode


def test_what_a_process_that_died_after_the_commit_left_is_finished_when_due(
    alice: User, monkeypatch: pytest.MonkeyPatch
):
    file = exported(alice)
    pk, mark = alice.pk, tombstones.mark_of(alice.pk, alice.date_joined)
    with monkeypatch.context() as patched:
        patched.setattr(erasure, "finish", lambda user_id: None)
        erasure.erase(pk)
    assert file.exists()
    assert tombstones.kept() == frozenset()

    assert due.jobs["finish deletions"](NOW) == 1
    assert not file.exists()
    assert tombstones.kept() == {mark}
    assert due.jobs["finish deletions"](NOW) == 0


def test_a_full_disk_delays_only_what_lies_beside_the_database(
    at_home: Person, monkeypatch: pytest.MonkeyPatch
):
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(tombstones, "keep", full)
        assert at_home.send(DELETE, RIGHT, page=DELETE).status_code == 303
    assert not User.objects.filter(pk=at_home.user.pk).exists()

    assert due.jobs["finish deletions"](NOW) == 1


def test_a_tombstone_fits_nobody_who_gets_the_number_again(alice: User):
    number = alice.pk
    erasure.erase(number)
    assert erasure.brought_back() == []
    innocent = make_user()
    User.objects.filter(pk=innocent.pk).update(date_joined=timezone.now())
    assert tombstones.mark_of(number, alice.date_joined) in tombstones.kept()
    assert tombstones.mark_of(number, innocent.date_joined) not in tombstones.kept()


def test_who_came_back_with_a_backup_is_erased_again(alice: User, bob: User):
    erasure.erase(alice.pk)
    # As a restored backup has it: the same number, the same moment.
    User.objects.create(pk=alice.pk, email=alice.email, date_joined=alice.date_joined)

    assert erasure.brought_back() == [alice.pk]


def test_tombstones_say_nothing_about_a_person(alice: User):
    erasure.erase(alice.pk)
    text = tombstones.path().read_text()

    assert "alice" not in text
    assert tombstones.path().stat().st_mode & 0o777 == 0o600
    for _ in range(2):
        tombstones.keep("ab" * 32, NOW.date())
    assert text + "ab" * 32 + " 2026-11-23\n" == tombstones.path().read_text()


def test_a_broken_last_line_costs_only_itself(alice: User):
    tombstones.path().write_text("cd" * 20)
    tombstones.keep("ab" * 32, NOW.date())

    assert "ab" * 32 in tombstones.kept()
